"""The commands: open, export, test, golden, bench. ``kit.py`` makes the packages ready and calls them."""

import argparse
import json
import runpy
import sys
from pathlib import Path

KIT = Path(__file__).resolve().parents[1]


def main(words: list[str] | None = None) -> int:
    """Run one command; return its exit status."""
    options = parser().parse_args(words)
    status: int = options.run(options)
    return status


def parser() -> argparse.ArgumentParser:
    """Describe every command and its options."""
    top = argparse.ArgumentParser(prog="kit.py", description="Leading for Improvement")
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    reading = commands.add_parser("open", help="open the notebooks in your browser")
    reading.add_argument("--lab", action="store_true", help="open them in JupyterLab")
    reading.add_argument("--no-browser", action="store_true", help="only print the address")
    reading.add_argument(
        "--port", type=port, metavar="N", help="use this port, or the next free one"
    )
    reading.add_argument(
        "--demonstration", action="store_true", help="open an example journal with invented words"
    )
    reading.set_defaults(run=open_kit)

    checks = commands.add_parser("test", help="run every check, or a part")
    checks.add_argument(
        "parts", nargs="*", metavar="PART", help="files or folders; then -- options"
    )
    checks.set_defaults(run=check)

    golden = commands.add_parser("golden", help="compare our numbers with reference cases")
    golden.add_argument("file", type=Path, metavar="FILE")
    golden.set_defaults(run=compare)

    export = commands.add_parser("export", help="write your journal to a file of yours")
    export.add_argument("file", type=Path, metavar="FILE", help="its ending says what it becomes")
    export.add_argument("--history", action="store_true", help="with every earlier version")
    export.set_defaults(run=write_out)

    bench = commands.add_parser("bench", help="measure our speed beside other packages")
    bench.add_argument("name", choices=benchmarks())
    bench.set_defaults(run=measure)
    return top


def port(text: str) -> int:
    """Read a port's number."""
    if not (text.isdecimal() and 1024 <= int(text) <= 65000):
        raise argparse.ArgumentTypeError(f"{text} is no port. Choose one from 1024 to 65000.")
    return int(text)


def open_kit(options: argparse.Namespace) -> int:
    """Open the reading view, or JupyterLab, and stay until it is closed."""
    from helpers.page.reading import start

    start.open_kit(
        port=options.port or start.PORT,
        browser=not options.no_browser,
        lab=options.lab,
        demonstration=options.demonstration,
    )
    return 0


def check(options: argparse.Namespace) -> int:
    """Run every check, or only some tests; the checks lie beside the package, not in it."""
    sys.argv[1:], sys.path[:0] = options.parts, [str(KIT)]
    runpy.run_module("tests", run_name="__main__")
    return 0


def compare(options: argparse.Namespace) -> int:
    """Run what a file's keys ask for on each of its cases: charts, or measures of inequality."""
    try:
        cases = json.loads(options.file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        print(f"{options.file} cannot be read as JSON: {error}")
        return 2
    cases = cases if isinstance(cases, dict) else {}
    if {"qicharts2", "NHSRplotthedots"} & set(cases):
        from helpers.spc.golden import run
    elif any("family" in case for case in cases.get("cases", [])):
        from helpers.voices.golden import run
    else:
        print(f"{options.file} holds no reference cases that this kit knows.")
        return 2
    return run(options.file)


def write_out(options: argparse.Namespace) -> int:
    """Write the reader's journal to a file: .json, .md, .docx or .html."""
    from helpers.intake import Problem
    from helpers.page.my_journal.command import write_to

    try:
        print(write_to(options.file, history=options.history))
    except Problem as problem:
        print(problem)
        return 1
    return 0


def benchmarks() -> list[str]:
    """Return the names of the measurements in ``benchmarks/``."""
    return sorted(script.stem for script in (KIT / "benchmarks").glob("[!_]*.py"))


def measure(options: argparse.Namespace) -> int:
    """Run one measurement."""
    runpy.run_path(str(KIT / "benchmarks" / f"{options.name}.py"), run_name="__main__")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
