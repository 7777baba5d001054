"""The other packages, each asked for as much of limits, rules and verdicts as it offers.

Each gets what the engine gets: sixty dated figures and a target.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

import numpy as np
import pandas as pd

Judge = Callable[[np.ndarray], object]
TARGET = 55.0
WHEN = pd.date_range("2020-01-01", periods=60, freq="MS")


def abspc() -> Judge:
    """Limits, four rules, point colours, variation and assurance."""
    from abspc import spc

    def judge(values: np.ndarray) -> object:
        table = pd.DataFrame({"date": WHEN, "value": values})
        result = spc.detect_special_causes(spc.calculate_control_limits(table, "XmR"))
        spc.determine_point_colours(result, improvement_direction="low")
        variation = spc.determine_variation_type(result, improvement_direction="low")
        return variation, spc.determine_assurance_type(result, TARGET, "low")

    return judge


def qikit() -> Judge:
    """Limits and runs analysis; it offers no point rules and no verdict."""
    from qikit import qic

    def judge(values: np.ndarray) -> object:
        return qic(x=WHEN, y=values, chart="i", target=TARGET).signals

    return judge


def controlchartspy() -> Judge:
    """Limits and four rules, without a picture."""
    import controlchartspy

    rules = {"astronomical": True, "shift": True, "trend": True, "two_in_three": True}

    def judge(values: np.ndarray) -> object:
        table = pd.DataFrame({"when": WHEN, "value": values})
        return controlchartspy.spc(
            table, keys="when", numerators="value", outlier_settings=rules, return_objs="limits"
        ).limits

    return judge


PEERS: dict[str, tuple[Callable[[], Judge], int]] = {
    "abspc": (abspc, 1_000),
    "clinical-qikit": (qikit, 1_000),
    "controlchartspy": (controlchartspy, 100),
}


def present(name: str) -> str:
    """Return the version that is installed, or '' where there is none."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
