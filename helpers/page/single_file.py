"""A page as one HTML file, to keep or to print: it loads nothing and sends nothing."""

from __future__ import annotations

from html import escape

# What a browser lets the file do, whatever words or later edits are in it.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def single_file(title: str, style: str, body: str) -> str:
    """
    Return the whole document of a page that needs nothing else.

    Parameters
    ----------
    title : str
        As plain text; it is escaped here.
    style : str
        The rules of its look, as CSS.
    body : str
        What stands on the page, as HTML: whoever makes it escapes what people wrote.

    Examples
    --------
    >>> page = single_file("Falls & harm", "p{margin:0}", "<p>Nothing yet.</p>")
    >>> "<title>Falls &amp; harm</title>" in page
    True
    """
    return f"""<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<title>{escape(title)}</title>
<style>{style}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""
