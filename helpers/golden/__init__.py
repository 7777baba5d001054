"""Golden cases: our numbers against those of other tools.

What every such comparison shares: how two outputs are told apart, how numbers become plain lists,
and how a run is reported. Each subject keeps its own adapters and its own named departures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


def report(judged: Iterable[tuple[str, tuple[str, str]]]) -> int:
    """
    Print how each case went.

    One line for each miss and each departure, then the counts.

    Parameters
    ----------
    judged : iterable of (name, (verdict, why))
        Verdicts are "matched", "departed" and "missed"; a departure's reason is its rule.

    Returns
    -------
    int
        The exit code: 0 when nothing was missed, 1 otherwise.

    Examples
    --------
    >>> report([("one", ("matched", "")), ("two", ("departed", "a rule"))])
    departed two: a rule
    matched 1
    departed 1
      1 by the rule: a rule
    missed 0
    0
    """
    counts: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    for name, (verdict, why) in judged:
        counts[verdict] += 1
        rules[why] += verdict == "departed"
        if verdict != "matched":
            print(f"{verdict:8} {name}: {why}")
    print(f"matched {counts['matched']}")
    print(f"departed {counts['departed']}")
    for rule, count in (+rules).most_common():
        print(f"  {count} by the rule: {rule}")
    print(f"missed {counts['missed']}")
    return 1 if counts["missed"] else 0
