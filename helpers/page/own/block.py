"""The block of words in a notebook, and which notebook a cell stands in."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from helpers.intake import Problem
from helpers.page.notebooks import NOTEBOOKS

TEMPLATE = "your-own-reflection.ipynb"
TAG = "your-words"  # the cell that holds the block; where the tag got lost, any such cell will do
_FENCED = re.compile(r"^\s*```(?:toml)?\s*\n(.*?)^\s*```", re.S | re.M)


def load(path: Path) -> dict[str, Any]:
    """
    Return a notebook as it is on the disk now.

    Raises
    ------
    Problem
        Where the file cannot be read.
    """
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        raise Problem(
            f"The file {path.name} cannot be read just now. Save it again, then load this page again."
        ) from None
    return found if isinstance(found, dict) else {}


def is_own(notebook: dict[str, Any]) -> bool:
    """Tell whether a notebook was made from the template."""
    return bool((notebook.get("metadata", {}).get("kit") or {}).get("own"))


def words_in(notebook: dict[str, Any]) -> str | None:
    """Return the text of the block, or None where the notebook has none."""
    cells = [(cell, "".join(cell.get("source", ""))) for cell in notebook.get("cells", [])]
    raw = [(cell, text) for cell, text in cells if cell.get("cell_type") == "raw"]
    tagged = [text for cell, text in raw if TAG in cell.get("metadata", {}).get("tags", [])]
    likely = [text for _, text in raw if re.search(r"^\s*question\s*=", text, re.M)]
    # somebody may have turned the box into a Markdown cell
    fenced = [found[1] for _, text in cells if (found := _FENCED.search(text))]
    return next(iter([*tagged, *likely, *fenced]), None)


def steps_in(notebook: dict[str, Any]) -> set[str]:
    """Return the steps that a notebook has a cell for."""
    code = [cell for cell in notebook.get("cells", []) if cell.get("cell_type") == "code"]
    text = "\n".join("".join(cell.get("source", "")) for cell in code)
    return set(re.findall(r"^Step\([\"']([\w-]+)[\"']\)", text, re.M))


def this_notebook(said: str = "") -> Path:
    """
    Return the notebook that a cell stands in.

    Parameters
    ----------
    said
        The file as the page says it. JupyterLab tells its kernels too, but not after a copy
        was made or a file was renamed; the page is asked first.

    Raises
    ------
    Problem
        Where that file is gone: it was renamed while the page was open.
    """
    told = [said, unquote(said), os.environ.get("JPY_SESSION_NAME", ""), _told_by_vs_code()]
    names = [re.split(r"[/\\]", name)[-1] for name in told if name.endswith(".ipynb")]
    there = [path for name in names if (path := Path.cwd() / name).is_file()]
    for path in there:
        if is_own(load(path)):
            return path
    if names:
        raise Problem(
            f"The file {names[0]} is not here any more: it was renamed or moved. Open the page "
            "again from the start page. In JupyterLab, choose Kernel, then Shut Down Kernel; then "
            "choose Run, then Run All Cells."
        )
    return NOTEBOOKS / TEMPLATE


def _told_by_vs_code() -> str:
    from IPython import get_ipython

    shell = get_ipython()
    return str(shell.user_ns.get("__vsc_ipynb_file__", "")) if shell else ""
