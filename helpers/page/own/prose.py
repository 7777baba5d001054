"""Words with a little Markdown, as HTML that can do no harm."""

from __future__ import annotations

import re
from functools import cache


@cache
def _markdown():
    import mistune  # only pages that somebody wrote themselves need it

    class Prose(mistune.HTMLRenderer):
        """No HTML of the writer's own, no picture from elsewhere, no heading above a step's."""

        def heading(self, text: str, level: int, **_more) -> str:
            return f"<h4>{text}</h4>\n" if level > 3 else f"<h3>{text}</h3>\n"

        def block_quote(self, text: str) -> str:
            # a quotation keeps its line breaks on the page; those between paragraphs are too many
            inside = text.strip().replace("</p>\n", "</p>")
            return f"<blockquote>{inside}</blockquote>\n"

        def link(self, text: str, url: str, title: str | None = None) -> str:
            # an address has no place to break, and the page may be narrow
            whole = super().link(text, url, title)
            return whole.replace("<a ", '<a style="overflow-wrap: anywhere" ', 1)

        def image(self, text: str, url: str, title: str | None = None) -> str:
            return text  # it would be fetched from somewhere

    return mistune.create_markdown(escape=True, renderer=Prose(escape=True))


def prose(text: str) -> str:
    """
    Return words as HTML: emphasis, links, lists, quotations; every tag in them is shown as text.

    Examples
    --------
    >>> prose("Ask *once* <b>").strip()
    '<p>Ask <em>once</em> &lt;b&gt;</p>'
    >>> "javascript" in prose("[Press](javascript:alert(1))")
    False
    """
    return str(_markdown()(text))


def spoken(text: str) -> list[list[str]]:
    """
    Return the sentences of a text, each as its words.

    Examples
    --------
    >>> [len(sentence) for sentence in spoken("Ask once. Then *wait*, and listen!")]
    [2, 4]
    """
    # a line that stands alone, such as an entry of a list, is a sentence too
    entries = re.split(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)", text)
    bare = [re.sub(r"\]\([^)]*\)|^\s*(?:[#>*+-]+|\d+\.)\s", " ", entry) for entry in entries]
    sentences = [each for entry in bare for each in re.split(r"[.!?…]+(?=\s|$)", entry)]
    found = [re.findall(r"[^\W_]+(?:['’\-][^\W_]+)*", sentence) for sentence in sentences]
    return [each for each in found if each]
