"""One line of counts with a known sum, attacked by somebody who knows the rule."""

import pytest

from helpers.disclosure import PACKS, Preset, show_counts
from helpers.disclosure.line import hide, is_small

ZEROS = Preset("zeros", fewest=5, fewest_sensitive=10, zero_shown=True)


def parts(total, places):
    """All ways to share people out over places."""
    if places == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in parts(total - first, places - 1):
            yield (first, *rest)


def views(counts, everyone, left_out, preset):
    """What a reader sees of one line: shown counts, and None for hidden ones."""
    names = dict(zip("abcdef", counts, strict=False))
    shown = show_counts(names, preset, left_out=left_out)
    return (shown.why or everyone, *(cell.count for cell in shown.cells), shown.left_out.count)


def solutions(everyone, places, preset):
    """Every view that can arise, with all the counts that would give it."""
    found = {}
    for *counts, left_out in parts(everyone, places + 1):
        view = views(counts, everyone, left_out, preset)
        found.setdefault(view, []).append((everyone, *counts, left_out))
    return found


@pytest.mark.parametrize("preset", [PACKS, ZEROS], ids=lambda preset: preset.name)
@pytest.mark.parametrize(("places", "most"), [(2, 34), (3, 28), (4, 19)])
def test_no_hidden_count_has_one_solution_even_for_who_knows_the_rule(places, most, preset):
    for everyone in range(preset.fewest, most + 1):
        for view, counts in solutions(everyone, places, preset).items():
            hidden = [at for at, value in enumerate(view) if value is None]
            told = [at for at in hidden if len({line[at] for line in counts}) == 1]
            assert not told, (view, counts[0])


def test_the_attack_finds_what_hiding_only_small_counts_gives_away():
    found = {}
    for counts in parts(12, 3):
        view = tuple(None if count < 5 else count for count in counts)
        found.setdefault(view, []).append(counts)
    assert found[(7, 5, None)] == [(7, 5, 0)]


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ([20, 12, 7], []),
        ([20, 12, 3], [1, 2]),  # one alone: the total would give it
        ([20, 12, 3, 4], [2, 3]),  # together seven: many solutions
        ([20, 12, 0, 0], [1, 2, 3]),  # both must be nobody
        ([20, 12, 4, 4], [1, 2, 3]),  # both must be four
        ([20, 12, 1, 2], [1, 2, 3]),  # three people together are few as well
        ([20, 5, 5, 2], [1, 3]),  # seven: could be five and two, or three and four
        ([9, 9, 4], [0, 1, 2]),  # of two equal counts, the order would say which
        ([6], []),
    ],
)
def test_what_is_hidden_of_a_line(counts, hidden):
    assert sorted(hide(counts, 5)) == hidden


def test_a_count_of_nobody_is_small_unless_it_may_be_shown():
    assert is_small(0, 5)
    assert not is_small(0, 5, zero_shown=True)
    assert sorted(hide([20, 12, 0], 5, zero_shown=True)) == []


def test_four_is_small_and_five_is_not():
    assert [is_small(count, 5) for count in (3, 4, 5, 6)] == [True, True, False, False]
