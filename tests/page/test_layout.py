from helpers.page.layout import fold
from helpers.page.part import Markup


def test_a_fold_builds_its_inside_once_and_only_when_opened():
    built = []
    folded = fold("The funnel", 8, lambda: built.append(1) or Markup("inside"))
    assert built == []
    for is_open in (True, False, True):
        folded.head.unfolded = is_open
    assert built == [1]
