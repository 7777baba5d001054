"""Figures of the red beads: a day as a manager ranks it, and all days as one system."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from helpers.expectations.red_beads import PADDLE, SHARE, WORKERS, Session, limits, system
from helpers.page import words
from helpers.page.canvas import AT_START, BAND, canvas, ink, key, label, marks, rows
from helpers.page.figures import Drawing
from helpers.page.look import CARD, GREY, INK, PLUM, TEAL

SAID = words.load("expectations")["red_beads"]
NAMES = SAID["workers"]
ACROSS = 25  # beads in one of the two rows of a paddle
HOLLOW = "#a9b1b8"


def ranking(session: Session, day: int) -> Drawing:
    """
    Draw the six paddles of one day, fewest red beads at the top, as a manager ranks them.

    `day` counts from 0.
    """
    order = session.ranking(day)
    counts = [int(session.counts[worker, day]) for worker in order]
    labels = [
        SAID["day"]["count"].format(worker=f"<b>{NAMES[worker]}</b>", count=count)
        for worker, count in zip(order, counts, strict=True)
    ]
    verdicts = [SAID["day"]["best"], *[""] * (WORKERS - 2), SAID["day"]["worst"]]
    figure = rows(_beads(counts), labels, verdicts, reach=(-0.4, ACROSS - 0.6))
    finding = SAID["day"]["finding"].format(
        best=NAMES[order[0]], fewest=counts[0], worst=NAMES[order[-1]], most=counts[-1]
    )
    table = pd.DataFrame({"Worker": [NAMES[worker] for worker in order], "Red beads": counts})
    return Drawing(figure, SAID["day"]["title"].format(day=day + 1), finding, table)


def _beads(counts: Sequence[int]) -> list[go.Scatter]:
    """Lay 50 beads a worker in two rows, the red ones first; white ones are hollow, for any eye."""
    bead, row = np.tile(np.arange(PADDLE), len(counts)), np.repeat(np.arange(len(counts)), PADDLE)
    x, y = bead % ACROSS, row + 0.25 * (bead // ACROSS) - 0.06
    red = bead < np.repeat(counts, PADDLE)
    white = {"size": 8, "color": CARD, "line": {"color": HOLLOW, "width": 1.2}}
    return [marks(x[~red], y[~red], white), marks(x[red], y[red], {"size": 9, "color": PLUM})]


def system_chart(session: Session) -> Drawing:
    """Draw every paddle in the order drawn, with the limits that the box alone sets."""
    said, own, chance = SAID["chart"], system(session), limits()
    beads, days = session.counts.T.ravel(), session.counts.shape[1]
    figure = canvas(
        _paddles(session),
        x={"range": [0.2, beads.size + 0.8], "showgrid": False}
        | {"tickvals": [day * WORKERS + (WORKERS + 1) / 2 for day in range(days)]}
        | {"ticktext": [said["axis"].format(day=day + 1) for day in range(days)]},
        y={"range": [0, max(chance[1], own.upper, beads.max()) + 1.5], "showgrid": False},
        labels=[_key(), *_line_names(*chance)],
        room={"r": 84, "b": 34, "t": 48},
    )
    figure.add_hrect(own.lower, own.upper, fillcolor=BAND, line_width=0, layer="below")
    for height, dash in ((chance[0], "6px,4px"), (chance[1], "6px,4px"), (PADDLE * SHARE, "solid")):
        figure.add_hline(height, line={"color": INK, "width": 1.3, "dash": dash}, layer="below")
    outside = int(((beads < chance[0]) | (beads > chance[1])).sum())
    finding = SAID["system"].format(
        paddles=beads.size,
        lower=f"{chance[0]:.1f}",
        upper=f"{chance[1]:.1f}",
        outside=outside or "none",
    )
    return Drawing(figure, said["title"], finding, _table(session))


def _paddles(session: Session) -> list[go.Scatter]:
    beads = session.counts.T.ravel()
    places = np.arange(1, beads.size + 1)
    line = go.Scatter(x=places, y=beads, mode="lines", line={"color": GREY, "width": 1.2})
    praised, told = _singled_out(session)
    return [
        line.update(hoverinfo="skip"),
        marks(places, beads, {"size": 7, "color": GREY}),
        marks(places[praised], beads[praised], _ringed("square", TEAL)),
        marks(places[told], beads[told], _ringed("diamond", PLUM)),
    ]


def _ringed(symbol: str, colour: str) -> dict[str, Any]:
    return {"size": 11, "color": CARD, "symbol": symbol, "line": {"color": colour, "width": 2.5}}


def _singled_out(session: Session) -> tuple[np.ndarray, np.ndarray]:
    """Return where on the chart each day's praised and told-off worker stands, from 0."""
    orders = [session.ranking(day) for day in range(session.counts.shape[1])]
    places = [
        (day * WORKERS + order[0], day * WORKERS + order[-1]) for day, order in enumerate(orders)
    ]
    return np.array(places).T[0], np.array(places).T[1]


def _key() -> dict[str, Any]:
    said = SAID["chart"]
    people = f"{ink('□', TEAL)} {said['praised']}    {ink('◇', PLUM)} {said['told_off']}"
    return key(said["unit"], f"{people}    {ink('█', BAND)} {said['band']}")


def _line_names(lower: float, upper: float) -> list[dict[str, Any]]:
    said = SAID["chart"]
    heights = {"upper": upper, "lower": lower, "mean": PADDLE * SHARE}
    return [
        label(said[name].format(limit=f"{height:.1f}"), 1, height, **AT_START, xshift=5)
        for name, height in heights.items()
    ]


def _table(session: Session) -> pd.DataFrame:
    praised, told = _singled_out(session)
    said = np.full(session.counts.size, "", dtype=object)
    said[praised], said[told] = SAID["chart"]["praised"], SAID["chart"]["told_off"]
    days = session.counts.shape[1]
    return pd.DataFrame(
        {
            "Day": np.repeat(np.arange(1, days + 1), WORKERS),
            "Worker": NAMES * days,
            "Red beads": session.counts.T.ravel(),
            "The manager": said,
        }
    )
