"""Who may import whom: reflections are found, not listed, so a new one is held to it too."""

import sys
from pathlib import Path

import grimp
import pytest

HELPERS = Path(__file__).resolve().parents[1] / "helpers"
SCREEN = {"plotly", "ipywidgets", "anywidget", "traitlets", "IPython"}
STORES = {"helpers.journal", "sqlalchemy"}


def reflections():
    """Find the folders that hold both words and activities."""
    return sorted(
        f"helpers.{words.parent.name}"
        for words in HELPERS.glob("*/words.toml")
        if list(words.parent.glob("activities*"))
    )


def imports(graph, importers, imported):
    """List the direct imports from some modules (or inside them) to some others."""
    return sorted(
        f"{importer} imports {module}"
        for importer in graph.modules
        if inside(importer, importers)
        for module in graph.find_modules_directly_imported_by(importer)
        if inside(module, imported)
    )


def inside(module, packages):
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def sums(graph, reflection):
    """List the modules of a reflection that only compute."""
    views = {f"{reflection}.charts", f"{reflection}.activities", reflection}
    within = {name for name in graph.modules if name.startswith(f"{reflection}.")}
    return {name for name in within if not inside(name, views - {reflection})}


@pytest.fixture(scope="module")
def graph():
    return grimp.build_graph("helpers", include_external_packages=True, cache_dir=None)


def test_a_forbidden_import_is_noticed():
    small = grimp.ImportGraph()
    small.add_import(importer="helpers.one.sums", imported="helpers.two")
    assert imports(small, ["helpers.one"], ["helpers.two"]) == [
        "helpers.one.sums imports helpers.two"
    ]


def test_there_is_a_reflection():
    assert "helpers.expectations" in reflections()


@pytest.mark.parametrize("reflection", reflections())
def test_a_reflection_is_imported_by_no_other_folder(graph, reflection):
    others = {f"helpers.{path.name}" for path in HELPERS.iterdir()} - {reflection}
    assert not imports(graph, others, [reflection])


@pytest.mark.parametrize("reflection", reflections())
def test_the_sums_of_a_reflection_know_neither_screen_nor_journal(graph, reflection):
    views = {f"{reflection}.charts", f"{reflection}.activities", "helpers.page"}
    assert not imports(graph, sums(graph, reflection), SCREEN | STORES | views)


@pytest.mark.parametrize("reflection", reflections())
def test_the_charts_of_a_reflection_know_neither_widgets_nor_journal(graph, reflection):
    widgets = SCREEN - {"plotly"} | {f"{reflection}.activities", "helpers.page.forms"}
    assert not imports(graph, [f"{reflection}.charts"], STORES | widgets)


@pytest.mark.parametrize(
    "room",
    ["helpers.spc", "helpers.intake", "helpers.evidence", "helpers.disclosure", "helpers.golden"],
)
def test_rooms_that_compute_know_neither_widgets_nor_journal(graph, room):
    assert not imports(graph, [room], STORES | SCREEN - {"plotly"})


def test_no_part_of_a_page_needs_itself_by_a_circle(graph):
    parts = [module for module in graph.modules if inside(module, ["helpers.page"])]
    circles = [
        f"{module} imports {needed}"
        for module in parts
        for needed in graph.find_modules_directly_imported_by(module)
        if module in graph.find_upstream_modules(needed)
    ]
    assert circles == []


def test_setting_up_needs_only_the_standard_library(graph):
    outside = {
        module
        for importer in graph.modules
        if inside(importer, ["helpers.install"])
        for module in graph.find_modules_directly_imported_by(importer)
        if not inside(module, ["helpers.install"])
    }
    assert outside <= sys.stdlib_module_names
