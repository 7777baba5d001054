"""Icons: a shape, a letter and a word for each verdict."""

import re
from xml.etree import ElementTree

import pytest

from helpers.spc.icons import assurance_icon, variation_icon
from helpers.spc.marks import LOOKS, POINTS, SHIELDS, assurance_mark, point_mark, variation_mark

VARIATION = ["improving", "concerning", "both", "high", "low", "common_cause", "too_few"]
ASSURANCE = ["will_meet", "will_fail", "hit_and_miss", None]
VERDICTS = {"improvement", "concern", "both", "high", "low", "common"}


def test_every_verdict_of_the_engine_has_a_mark():
    assert set(LOOKS) == set(VARIATION)
    assert set(SHIELDS) == {name or "none" for name in ASSURANCE}
    assert set(POINTS) == VERDICTS


def test_no_two_variation_icons_share_a_letter_or_a_shape():
    marks = [variation_mark(name) for name in VARIATION]
    assert len({mark.letter for mark in marks}) == len({mark.shape for mark in marks}) == 7


def test_no_two_assurance_icons_share_a_letter():
    assert len({assurance_mark(name).letter for name in ASSURANCE}) == 4


def test_improvement_and_concern_differ_in_shape_as_well_as_in_colour():
    good, bad = point_mark("improvement"), point_mark("concern")
    assert good.shape != bad.shape
    assert good.colour != bad.colour


@pytest.mark.parametrize("name", VARIATION)
def test_a_variation_icon_is_valid_svg_with_a_spoken_name(name):
    svg = ElementTree.fromstring(variation_icon(name))
    assert svg.get("role") == "img"
    assert svg.get("aria-label").startswith(variation_mark(name).word)
    assert "".join(svg.itertext()) == variation_mark(name).letter


@pytest.mark.parametrize("name", ASSURANCE)
def test_an_assurance_icon_is_valid_svg_with_a_spoken_name(name):
    svg = ElementTree.fromstring(assurance_icon(name))
    assert svg.get("aria-label") == f"{assurance_mark(name).word}. {assurance_mark(name).says}"


def test_an_icon_with_its_word_is_spoken_once():
    icon = variation_icon("improving", with_word=True)
    assert re.findall("Improving", icon) == ["Improving"]
    assert 'aria-hidden="true"' in icon


def test_an_unknown_verdict_is_a_bug_and_stays_loud():
    with pytest.raises(KeyError):
        variation_icon("splendid")
