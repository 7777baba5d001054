"""One list of dependencies: the other lists say the same, and name no place on the internet."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

KIT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((KIT / "pyproject.toml").read_text(encoding="utf-8"))
WANTED = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
TESTING = [Requirement(line) for line in PROJECT["dependency-groups"]["test"]]
ELSEWHERE = r"pypi\.|pythonhosted|(?<!no-emit-)index-url|find-links|--trusted-host|anaconda\.(org|com)|file:/"


def pinned(name):
    """Return the pins of one list: several for a package whose release depends on the system."""
    lines = (KIT / name).read_text(encoding="utf-8").splitlines()
    pins = {}
    for line in lines:
        if line and not line.lstrip().startswith("#"):
            pin = Requirement(line)
            pins.setdefault(canonicalize_name(pin.name), []).append(pin)
    return pins


def exact(pin):
    """Return the one version that a pin allows."""
    (only,) = pin.specifier
    assert only.operator == "=="
    return only.version


def lower_bounds(lines):
    found = {}
    for line in lines:
        wanted = Requirement(line)
        found[canonicalize_name(wanted.name)] = str(wanted.specifier)
    return found


def tracked():
    listed = subprocess.run(["git", "ls-files"], cwd=KIT, capture_output=True, text=True)
    return listed.stdout.split("\n")


@pytest.fixture(scope="module")
def environment():
    return yaml.safe_load((KIT / "environment.yml").read_text(encoding="utf-8"))


def test_conda_users_get_the_same_list(environment):
    names = [line for line in environment["dependencies"] if isinstance(line, str)]
    listed = lower_bounds(set(names) - {"pip"})
    assert listed.pop("python") == PROJECT["project"]["requires-python"]
    everywhere = [line for line in PROJECT["project"]["dependencies"] if ";" not in line]
    assert listed == lower_bounds(everywhere)


def test_conda_users_get_the_kit_itself_last(environment):
    assert environment["dependencies"][-1] == {"pip": ["-e ."]}
    assert environment["channels"] == ["conda-forge", "nodefaults"]


@pytest.mark.parametrize("wanted", WANTED, ids=lambda wanted: wanted.name)
def test_a_pin_satisfies_the_list_it_is_compiled_from(wanted):
    pins = pinned("requirements.txt")[canonicalize_name(wanted.name)]
    assert all(wanted.specifier.contains(exact(pin)) for pin in pins)


@pytest.mark.parametrize("wanted", TESTING, ids=lambda wanted: wanted.name)
def test_a_test_pin_satisfies_the_list_it_is_compiled_from(wanted):
    pins = pinned("tests/requirements.txt")[canonicalize_name(wanted.name)]
    assert all(wanted.specifier.contains(exact(pin)) for pin in pins)


def test_tests_run_on_the_releases_that_readers_have():
    kit, tests = pinned("requirements.txt"), pinned("tests/requirements.txt")
    versions = [{exact(pin) for pin in pins[name]} for name in kit.keys() & tests.keys()
                for pins in (kit, tests)]  # fmt: skip
    assert versions[::2] == versions[1::2]


@pytest.mark.parametrize("name", ["requirements.txt", "tests/requirements.txt"])
def test_a_pinned_list_says_how_it_was_made(name):
    second = (KIT / name).read_text(encoding="utf-8").splitlines()[1]
    assert re.fullmatch(rf"#    uv pip compile .*--no-emit-index-url .*-o {name}", second)


def test_no_list_names_a_package_index():
    lists = [n for n in tracked() if n.endswith(("requirements.txt", ".toml", ".yml", ".yaml"))]
    assert "requirements.txt" in lists
    texts = {name: (KIT / name).read_text(encoding="utf-8") for name in lists}
    assert [name for name, text in texts.items() if re.search(ELSEWHERE, text)] == []


def test_hooks_run_the_releases_that_the_tests_run():
    hooks = yaml.safe_load((KIT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    listed = [hook.get("additional_dependencies", []) for hook in hooks["repos"][0]["hooks"]]
    pins = {str(pin) for pins in pinned("tests/requirements.txt").values() for pin in pins}
    assert {pin for pins in listed for pin in pins} <= pins


def test_there_is_no_second_lock_file():
    assert not {"uv.lock", "poetry.lock", "Pipfile.lock", "pdm.lock"} & set(tracked())
