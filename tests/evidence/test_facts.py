import re
import tomllib
from html.parser import HTMLParser
from pathlib import Path

import pytest

from helpers.evidence import Fact, Source, bibtex, card_html, fact, load_facts

FACTS = load_facts()


@pytest.mark.parametrize("known", FACTS, ids=lambda known: known.id)
def test_a_fact_says_everything_a_card_needs(known):
    parts = (known.id, known.figure, known.claim, known.kind, known.sure, known.why, known.limits)
    assert all(part.strip() for part in parts)
    assert known.sources
    assert known.kind in ("published study", "published report", "opinion", "calculated here")
    assert known.sure in ("high", "medium", "low")


@pytest.mark.parametrize("known", FACTS, ids=lambda known: known.id)
def test_a_fact_is_told_in_at_most_three_sentences_of_twenty_words_on_average(known):
    sentences = re.split(r"(?<=[.!?])\s+", known.claim)
    words = len(known.claim.split())
    assert len(sentences) <= 3
    assert words / len(sentences) <= 20
    assert len(known.figure) <= 15


def test_all_words_of_the_cards_average_at_most_twenty_words_a_sentence():
    words = " ".join(f"{f.claim} {f.why} This does not show {f.limits}" for f in FACTS)
    sentences = re.split(r"(?<=[.!?])\s+", words)
    assert len(words.split()) / len(sentences) <= 20


def test_no_fact_and_no_source_is_there_twice():
    assert len({known.id for known in FACTS}) == len(FACTS)
    text = (Path(__file__).parents[2] / "helpers/evidence/facts.toml").read_text("utf-8")
    used = {source.key for known in FACTS for source in known.sources}
    assert used == set(tomllib.loads(text)["source"])


@pytest.mark.parametrize("number", [*range(1, 11), 12])
def test_every_checked_entry_of_the_third_reflection_has_a_card(number):
    assert fact(f"R3-{number:02}").reflection == "expectations"


@pytest.mark.parametrize("number", range(1, 15))
def test_every_entry_of_the_fifth_reflection_has_a_card(number):
    assert fact(f"R5-{number:02}").reflection == "voices"


def test_what_nobody_could_check_is_not_cited():
    assert not [known.id for known in FACTS if known.id.startswith("R3-11")]


def test_only_dois_read_on_a_page_are_given():
    dois = {source.doi for known in FACTS for source in known.sources if source.doi}
    assert dois == {
        "10.1136/leader-2025-001348",
        "10.1371/journal.pone.0113825",
        "10.1016/S0065-2601(06)38002-1",
        "10.1080/10463283.2024.2334563",
        "10.3109/0142159X.2011.599452",
        "10.1002/chp.1340230205",
        "10.1136/jech-2012-201257",
        "10.1016/S0140-6736(00)02741-0",
        "10.1136/bmjqs-2020-011920",
        "10.1016/j.jcjq.2023.10.009",
        "10.1016/j.isci.2023.107924",
        "10.1126/science.1193147",
        "10.1002/job.413",
        "10.2307/2666999",
    }


def test_every_published_source_can_be_read_on():
    for known in FACTS:
        if known.kind != "calculated here":
            assert all(source.address.startswith("https://") for source in known.sources)


def test_an_opinion_is_never_called_sure():
    assert all(known.sure != "high" for known in FACTS if known.kind == "opinion")


def test_the_share_of_failing_programmes_is_not_quoted():
    assert not [known.id for known in FACTS if "95%" in known.claim or "70%" in known.claim]


def test_shares_quoted_from_studies_follow_from_their_counts():
    assert round(100 * 88 / 1488) == 6
    assert round(100 * 6 / 72) == 8
    assert (round(100 * 89 / 1235), round(100 * 328 / 1567)) == (7, 21)
    assert (round(100 * 9 / 1585, 1), round(100 * 23 / 1900, 1)) == (0.6, 1.2)
    assert round(100 * 71 / 99) == 72
    assert round(100 * 40 / (40 + 149)) == 21
    assert (round(100 * (1 - 0.89)), round(100 * (1 - 0.94)), round(100 * (1 - 0.85))) == (
        11,
        6,
        15,
    )


def test_an_unknown_fact_says_which_there_are():
    with pytest.raises(KeyError, match=r"no fact 'R9-99'; there are R3-01, .*M-05"):
        fact("R9-99")


# -- cards


class Links(HTMLParser):
    """Collects links, and checks that every tag is closed in its turn."""

    def __init__(self):
        super().__init__()
        self.links, self.open = [], []

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.links.append(dict(attrs))
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("known", FACTS, ids=lambda known: known.id)
def test_a_card_is_whole_markup_and_its_links_open_in_a_new_tab(known):
    page = Links()
    page.feed(card_html(known))
    assert page.open == []
    addresses = [source.address for source in known.sources if source.address]
    assert [link["href"] for link in page.links] == addresses
    assert all((link["target"], link["rel"]) == ("_blank", "noopener") for link in page.links)


def test_a_card_says_how_sure_and_what_it_does_not_show():
    card = card_html(fact("R3-05"))
    assert '<article class="kit-card kit-evidence"' in card
    assert '<span class="tag">how sure: medium</span>' in card
    assert "<strong>This does not show</strong> that training alone caused the rise" in card


def test_everything_on_a_card_is_escaped():
    bad = '<script>"&'
    source = Source("k", "misc", bad, (bad,), 2020, bad, bad, bad, bad, "", 'https://a/"><b>')
    card = card_html(Fact("x", "x", bad, bad, (source,), bad, bad, bad, bad))
    assert "<script>" not in card
    assert '"><b>' not in card


# -- BibTeX


def test_a_source_of_two_facts_is_listed_once():
    listed = bibtex([fact("R3-04"), fact("R3-04-limits")])
    assert listed.count("@article{schmidtke2017,") == 1


def test_signs_that_bibtex_reads_as_its_own_are_escaped():
    assert r"journal = {BMJ Quality \& Safety}" in bibtex([fact("R3-03")])


def test_every_entry_has_a_key_of_its_own_a_title_and_balanced_braces():
    listed = bibtex(FACTS)
    keys = re.findall(r"^@\w+\{(\w+),$", listed, re.MULTILINE)
    assert len(keys) == len(set(keys)) == listed.count("\n  title = {{")
    assert listed.count("{") == listed.count("}")


def test_an_organisation_keeps_its_name_whole():
    assert "author = {{Care Quality Commission}}" in bibtex([fact("R3-12-left")])
    assert fact("R3-12-left").sources[0].line.startswith("Care Quality Commission. Sustaining")


def test_more_than_three_authors_become_et_al():
    assert fact("R3-04").sources[0].line.startswith("Schmidtke KA, Poots AJ, Carpio J, et al. ")
