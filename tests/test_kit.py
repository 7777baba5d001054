"""The start script: what a person reads who has nothing installed yet."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.__main__ import parser

SCRIPT = Path(__file__).resolve().parents[1] / "kit.py"


@pytest.fixture(scope="module")
def kit():
    spec = importlib.util.spec_from_file_location("kit", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def commands_of_the_package():
    (choices,) = [a.choices for a in parser()._actions if a.choices]
    return set(choices)


def run(folder, *words):
    return subprocess.run(
        [sys.executable, "-S", "-E", str(SCRIPT), *words],
        cwd=folder,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("words", [[], ["--help"], ["help"], ["open", "--help"]])
def test_help_needs_nothing_installed_and_works_from_any_folder(tmp_path, words):
    folder = tmp_path / "a folder with spaces"
    folder.mkdir()
    done = run(folder, *words)
    assert (done.returncode, done.stderr) == (0, "")
    assert "python3 kit.py open" in done.stdout
    assert not list(folder.iterdir())


def test_a_misspelt_command_is_met_with_the_right_one(tmp_path):
    done = run(tmp_path, "opne")
    assert done.returncode == 2
    assert "Did you mean 'open'?" in done.stdout


def test_an_old_python_is_told_so_in_a_sentence(kit, monkeypatch, capsys):
    monkeypatch.setattr(kit, "OLDEST", (99, 0))
    assert kit.main(["open"]) == 1
    assert "needs Python 3.11 or newer" in capsys.readouterr().out


def test_the_script_can_be_read_by_an_old_python():
    import ast

    assert ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 8))


def test_the_help_names_every_command_and_no_other(kit):
    named = set(re.findall(r"python3 kit\.py (\w+)", kit.HELP))
    assert named == {place.split()[0] for place in kit.PLACES} == commands_of_the_package()


def test_what_stands_in_the_way_is_said_in_a_sentence(kit, monkeypatch, capsys):
    from helpers import install

    def fail(place):
        raise install.Stop("The disk is full. Free about 1 GB.")

    monkeypatch.setattr(install, "prepare", fail)
    assert kit.start(["open"]) == 1
    assert capsys.readouterr().out == "The disk is full. Free about 1 GB.\n"


def test_settings_of_another_python_are_left_behind(kit, monkeypatch):
    import os

    monkeypatch.setenv("PYTHONPATH", "/somewhere/else")
    monkeypatch.setattr("helpers.install.prepare", lambda place: None)
    monkeypatch.setattr(kit, "hand_over", lambda command: command)
    assert kit.start(["golden", "my file.json"])[-2:] == ["golden", "my file.json"]
    assert "PYTHONPATH" not in os.environ
