import pytest

from helpers.page.layout import Fold
from helpers.page.part import Markup
from helpers.page.seals import seal_of
from helpers.start.activities.first_words import FirstWords


@pytest.fixture
def opened(journal, clock):
    """Open the page, as often as one likes."""

    def open_page(**more):
        page = FirstWords(journal, today=lambda: clock.today, **more)
        page.children[0].on_shown()
        return page

    return open_page


def everything(box):
    """All that a part and the parts inside it send to the page."""
    sent = " ".join(str(value) for value in getattr(box, "get_state", dict)().values())
    inside = [everything(child) for child in getattr(box, "children", ())]
    return " ".join([sent, *inside])


def sealed(opened):
    page = opened()
    page.missing.answer("Nobody would ask the night staff.")
    page.seal()
    return page


def test_the_box_is_ready_on_the_first_day(opened):
    page = opened()
    assert page.meaning in page.first.children
    assert page.missing.label == "What would be missing if nobody did this?"


def test_an_empty_answer_is_not_sealed(opened, journal):
    page = opened()
    page.seal()
    assert page.missing.problem.startswith("There is nothing to seal yet.")
    assert seal_of(journal, "start.missing").sealed is None


def test_sealing_keeps_the_day_and_the_words_and_takes_them_off_the_page(opened, journal):
    page = sealed(opened)
    assert journal.latest_result("start.missing_seal") == {"sealed": "2026-03-02", "opened": None}
    assert journal.latest("start.missing").value == "Nobody would ask the night staff."
    assert "Sealed on 2 March." in everything(page)
    assert "It opens in “My statement”." in everything(page)
    assert "night staff" not in everything(page)


def test_sealed_words_stay_hidden_when_the_page_is_opened_again(opened, clock):
    sealed(opened)
    clock.on(5, 4)
    again = opened()
    assert "night staff" not in everything(again)
    assert "Sealed on 2 March." in everything(again)


def test_the_seal_is_broken_only_after_a_second_thought(opened, journal, clock):
    page = sealed(opened)
    clock.on(3, 9)
    page.early.unfold()
    assert "Are you sure?" in everything(page)
    assert "night staff" not in everything(page)
    page.leave()
    assert not page.early.head.unfolded
    assert seal_of(journal, "start.missing").closed
    page.break_seal()
    page.missing.on_shown()
    assert page.missing.value == "Nobody would ask the night staff."
    assert "Sealed on 2 March, opened on 9 March." in everything(page)
    assert journal.latest_result("start.missing_seal")["opened"] == "2026-03-09"


def test_what_was_opened_can_be_sealed_again(opened, journal):
    page = sealed(opened)
    page.break_seal()
    page.seal()
    assert seal_of(journal, "start.missing").closed


def test_what_another_page_opened_is_shown_as_opened(opened, journal, clock):
    sealed(opened)
    prompt = journal.latest("start.missing_seal").prompt
    journal.write_result(prompt, {"sealed": "2026-03-02", "opened": "2026-05-04"})
    clock.on(5, 5)
    assert "Sealed on 2 March, opened on 4 May." in everything(opened())


def test_on_a_later_day_the_first_words_are_quoted_and_can_be_changed(opened, journal, clock):
    opened().meaning.answer("It means <asking> first.")
    clock.on(3, 9)
    page = opened()
    assert "On 2 March you wrote that it means:" in everything(page.first)
    assert "&lt;asking&gt;" in everything(page.first)
    page.change()
    page.meaning.answer("It means waiting.")
    said = [version.value for version in journal.versions("start.meaning")]
    assert said == ["It means <asking> first.", "It means waiting."]


def test_the_page_is_told_when_something_changes_what_is_next(opened):
    calls = []
    page = opened(then=lambda: calls.append("now"))
    page.meaning.answer("It")
    page.meaning.answer("It means asking.")
    assert calls == ["now"]  # the first letter matters, the next ones do not
    page.missing.answer("A lot.")
    page.seal()
    assert calls == ["now", "now"]


def test_no_sealed_word_is_in_a_repr(opened):
    page = sealed(opened)
    assert isinstance(page.early, Fold)
    assert "night" not in repr(page.missing)
    assert "night" not in repr([part for part in page.second.children if isinstance(part, Markup)])
