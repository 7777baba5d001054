"""
Start Leading for Improvement: make its own Python folder once, then hand over to it.

    python3 kit.py open      open the notebooks in your browser
    python3 kit.py test      run every check

Only the standard library is used here, because nothing else is installed yet.
"""

import contextlib
import difflib
import os
import signal
import subprocess
import sys
from pathlib import Path

KIT = Path(__file__).resolve().parent
OLDEST = (3, 11)

HELP = """\
Leading for Improvement: short notebooks for leaders in health and care.

  python3 kit.py open          Open the notebooks in your browser. Start here.
      --lab                    Open them in JupyterLab, where you can see and change the code.
      --no-browser             Only print the address; open no window.
      --demonstration          Open an example journal, with invented words.
      --port 9000              Use this port. If it is busy, the next free one is taken.
  python3 kit.py export FILE   Write your journal to FILE: .docx, .html, .md or .json.
  python3 kit.py test          Run every check. Name a file or folder to run a part.
  python3 kit.py golden FILE   Compare our numbers with the reference cases in FILE.
  python3 kit.py bench spc     Measure our speed beside other Python packages.
  python3 kit.py bench equity  Measure how fast inequality is measured, beside another package.
  python3 kit.py bench open    Measure how fast a page opens, and the memory it holds.
  python3 kit.py bench journal Measure what keeping words costs.

The first start needs the internet and a few minutes. Later ones need neither.
On Windows, write "py kit.py open". To stop, press Ctrl+C in this window.
"""

# Each command's own Python folder, and the lists of packages that belong in it.
PLACES = {
    "open": (".venv", "requirements.txt"),
    "test": (".venv", "requirements.txt", "tests/requirements.txt"),
    "export": (".venv", "requirements.txt"),
    "golden": (".venv", "requirements.txt"),
    "bench": (".venv-bench", "benchmarks/requirements.txt"),
    "bench open": (".venv", "requirements.txt", "tests/requirements.txt"),
    "bench journal": (".venv", "requirements.txt", "tests/requirements.txt"),
}

# Settings of other Pythons that would lead this one outside its folder.
FOREIGN = "PYTHONPATH PYTHONHOME PIP_USER PIP_TARGET PIP_PREFIX PIP_ROOT __PYVENV_LAUNCHER__"


def main(words):
    """Run one command; return its exit status."""
    if sys.version_info[:2] < OLDEST:
        print("This kit needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info[:2]))
        print("Install a newer one from python.org, then run kit.py with it.")
        return 1
    if not words or words[0] == "help" or {"-h", "--help"} & set(words):
        print(HELP, end="")
        return 0
    if words[0] not in PLACES:
        print(unknown(words[0]))
        return 2
    return start(words)


def unknown(word):
    """Say which command was perhaps meant."""
    near = difflib.get_close_matches(word, PLACES, 1)
    meant = f" Did you mean '{near[0]}'?" if near else ""
    return f"There is no command '{word}'.{meant} The commands are: {', '.join(name for name in PLACES if ' ' not in name)}."


def start(words):
    """Make the place ready and hand over to it; say in plain words what stands in the way."""
    from helpers.install import Place, Stop, prepare

    name, *lists = PLACES.get(" ".join(words[:2])) or PLACES[words[0]]
    place = Place(KIT, name, tuple(lists))
    for setting in FOREIGN.split():
        os.environ.pop(setting, None)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        prepare(place)
    except Stop as stop:
        print(stop)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Run the same command again to go on.")
        return 130
    return hand_over([str(place.python), "-P", "-m", "helpers", *words])


def hand_over(command):
    """Become the kit's own Python; on Windows, where that cannot be done, wait for it."""
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], command)
    child = subprocess.Popen(command)
    while True:
        # Ctrl+C reaches the child too, which then closes tidily: go on waiting for it.
        with contextlib.suppress(KeyboardInterrupt):
            return child.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
