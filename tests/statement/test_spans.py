"""Texts with changes in them."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from helpers.statement.spans import (
    Span,
    after,
    before,
    compared,
    edits,
    joined,
    with_taken,
    without,
)

spans = st.lists(
    st.builds(
        Span,
        st.text("ab \n", max_size=4),
        st.sampled_from(["kept", "added", "removed"]),
        st.sampled_from(["Ann", "Bo"]),
    ),
    max_size=12,
)


@given(spans)
def test_taking_everything_gives_the_new_text_and_nothing_the_old(changed):
    numbers = {edit.number for edit in edits(changed)}
    assert with_taken(changed, numbers) == after(changed)
    assert with_taken(changed, ()) == before(changed)


@given(spans)
def test_joining_changes_no_text(changed):
    assert (before(joined(changed)), after(joined(changed))) == (before(changed), after(changed))


@given(st.text(max_size=60), st.text(max_size=60))
def test_two_texts_compared_give_both_back(old, new):
    both = compared(old, new)
    assert (before(both), after(both)) == (old, new)


def test_changes_of_two_people_side_by_side_are_two():
    both = [Span("a", "removed", "Ann"), Span("b", "added", "Bo")]
    assert [edit.author for edit in edits(both)] == ["Ann", "Bo"]


def test_a_change_carries_its_last_day():
    days = [Span("a", "removed", "Ann", date(2026, 4, 7)), Span("b", "added", "Ann")]
    assert edits(days)[0].on == date(2026, 4, 7)


def test_a_citation_that_was_struck_out_is_not_taken_away_twice():
    struck = [Span("I ask."), Span(" (Ann, 2014)", "removed")]
    assert without(struck, {"Ann, 2014"}) == joined(struck)


def test_a_citation_of_the_readers_own_stays():
    own = [Span("As shown (Ann, 2014), I ask.")]
    assert without(own, {"Ann, 2014"}, "As shown (Ann, 2014), I ask.") == tuple(own)
    assert without(own, {"Bo, 2015"}) == tuple(own)


def test_no_word_is_in_the_representation():
    assert "secret" not in repr(Span("secret", "added", "secret name"))
    assert "secret" not in repr(edits([Span("secret", "added", "secret name")]))
