import pandas as pd
import plotly.graph_objects as go
import pytest

from helpers.page.figures import Drawing, show

TABLE = pd.DataFrame({"month": ["May"], "falls": [4]})


@pytest.mark.parametrize(
    ("title", "finding", "table"),
    [("", "It rose.", TABLE), ("Falls", " ", TABLE), ("Falls", "It rose.", pd.DataFrame())],
)
def test_a_figure_without_title_finding_or_table_is_refused(title, finding, table):
    with pytest.raises(ValueError, match="A drawing needs"):
        show(go.Figure(), title, finding, table)


def test_a_figure_carries_its_numbers_as_text():
    figure = show(go.Figure(), "Falls", "It rose.", TABLE)
    assert figure.table == {
        "columns": ["month", "falls"],
        "rows": [["May", "4"]],
        "caption": "Falls",
    }


def test_redrawing_changes_the_words_with_the_picture():
    figure = show(go.Figure(), "Falls", "It rose.", TABLE)
    figure.redraw(Drawing(go.Figure(go.Scatter(y=[1])), "Falls", "Nothing had changed.", TABLE))
    assert figure.finding == "Nothing had changed."
    assert len(figure.figure["data"]) == 1


def test_the_toolbar_can_upload_nothing():
    from helpers.page.parts import script

    assert "showSendToCloud: false" in script()
    assert 'plotlyServerURL: ""' in script()
