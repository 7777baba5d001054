"""Golden cases: the engine against the numbers of other tools.

`run` reads a file in the format of the reference vectors: a key for each tool, its cases with
inputs, options and outputs. An adapter for each tool translates the case to the engine under
that tool's own convention. Where the kit departs on purpose, a named rule says so.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from helpers.golden import report
from helpers.golden.compare import differences
from helpers.intake import Problem
from helpers.spc.golden import nhsrplotthedots, qicharts2
from helpers.spc.golden.departures import departure

Case = dict[str, Any]
ADAPTERS: dict[str, Callable[[Case], dict[str, Any]]] = {
    "qicharts2": qicharts2.outputs,
    "NHSRplotthedots": nhsrplotthedots.outputs,
}


def judge_case(tool: str, case: Case) -> tuple[str, str]:
    """
    Compare one case with the engine.

    Returns
    -------
    verdict : {"matched", "departed", "missed"}
    why : str
        The rule of a departure, or the first difference of a miss.
    """
    expected = case.get("outputs", {})
    stopped = expected.get("error") is not None
    try:
        found = ADAPTERS[tool](case)
    except Problem as problem:
        found, difference = {}, f"the engine declined: {problem}"
    else:
        difference = "the peer stopped" if stopped else differences(expected, found)
    if not difference:
        return "matched", ""
    rule = departure(tool, case, found)
    return ("departed", rule) if rule else ("missed", difference)


def run(path: str | Path) -> int:
    """
    Run every case of a file and print how it went.

    Returns
    -------
    int
        The exit code: 0 when nothing was missed, 1 otherwise.
    """
    cases = json.loads(Path(path).read_text("utf-8"))
    return report(
        (f"{tool} {case['id']}", judge_case(tool, case))
        for tool in ADAPTERS
        for case in cases.get(tool, [])
    )
