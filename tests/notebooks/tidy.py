"""Give each checked result a run count of 1, which the checks of notebooks need, and no other cell one.

Run it after the outputs were stripped: ``python tests/notebooks/tidy.py notebooks/*.ipynb``.
"""

import json
import sys
from pathlib import Path


def tidy(notebook: dict) -> dict:
    """Set the run counts of one notebook."""
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["execution_count"] = 1 if cell["outputs"] else None
    return notebook


if __name__ == "__main__":
    for path in map(Path, sys.argv[1:]):
        tidied = tidy(json.loads(path.read_text(encoding="utf-8")))
        text = json.dumps(tidied, indent=1, ensure_ascii=False) + "\n"
        path.write_text(text, encoding="utf-8", newline="\n")
