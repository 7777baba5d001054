"""The kit's own addresses: entering, last words, where the reader was, and our files."""

from __future__ import annotations

import asyncio
import json
import logging
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from tornado.web import HTTPError, RequestHandler

from helpers import journal
from helpers.intake import Problem
from helpers.journal import own
from helpers.page import answers, look, parts
from helpers.page.reading.door import Door, asks_this_computer


class KitHandler(RequestHandler):
    """
    A handler for requests that our own pages send.

    The door has checked host and cookie. A foreign page cannot set our header,
    so the header stands in for Jupyter's form token.
    """

    def initialize(self, door: Door):
        self.door = door

    def prepare(self):
        # asked here too, since JupyterLab serves these addresses without the reading view's door
        if not (asks_this_computer(self.request) and self.door.knows(self.request)):
            raise HTTPError(403)
        if self.request.method != "GET" and self.request.headers.get("X-Kit") != "page":
            raise HTTPError(403)

    def check_xsrf_cookie(self):
        """Leave it to ``prepare``: the header is asked for, wherever these addresses are served."""

    def log_exception(self, typ, value, tb):
        """A Problem is for the reader, who is told; everything else is a bug and stays loud."""
        if not isinstance(value, Problem):
            super().log_exception(typ, value, tb)

    def write_error(self, status_code: int, **more):
        error = (more.get("exc_info") or (None, None, None))[1]
        if isinstance(error, Problem):
            self.set_status(422)  # the request was understood, and cannot be done
        self.finish({"problem": str(error) if isinstance(error, Problem) else self._reason})

    def body(self) -> dict:
        """Return the JSON body; a body that is none is the sender's mistake."""
        try:
            return json.loads(self.request.body)
        except ValueError:
            raise HTTPError(400, reason="Not JSON") from None


class Save(KitHandler):
    """Keep the last words of a page that is closing."""

    async def post(self):
        sent = self.body()
        try:
            words = {name: sent[name] for name in ("value", "control", "client", "seq")}
            prompt = journal.Prompt(**sent["prompt"])
            texts = (words["control"], words["client"], prompt.id, prompt.wording)
            if not all(isinstance(text, str) for text in texts) or type(words["seq"]) is not int:
                raise TypeError
        except (KeyError, TypeError):
            raise HTTPError(400, reason="Not an answer") from None
        # in a thread: a journal that is locked for a while must not hold up other pages
        saved = await asyncio.to_thread(_keep, prompt, base=sent.get("base"), **words)
        other = saved.elsewhere and {"at": saved.elsewhere.at.isoformat()}
        self.finish({"version": saved.version.id, "elsewhere": other})


def _keep(prompt: journal.Prompt, **words):
    return answers.keep(journal.mine(), prompt, **words)


class Place(KitHandler):
    """Remember which step of which notebook the reader was at."""

    async def get(self):
        place = await asyncio.to_thread(lambda: journal.mine().place())
        self.finish({"notebook": place.notebook, "step": place.step} if place else {})

    async def post(self):
        sent = self.body()
        where = str(sent.get("notebook", "")), str(sent.get("step", ""))
        await asyncio.to_thread(lambda: journal.mine().remember_place(*where))
        self.finish({})


class Where(KitHandler):
    """Tell a page where its reader's words are kept, and the key, for the page's kernel."""

    def get(self):
        if self.request.headers.get("X-Kit") != "page":  # no foreign page can send this header
            raise HTTPError(403)
        self.set_header("Cache-Control", "no-store")
        try:
            where = own.whereabouts()
        except Problem:
            self.finish({})
            return
        # a kernel finds the usual file by itself
        self.finish({} if where.kind == "own" and not where.key else where.told())


class Script(KitHandler):
    """The page's own script."""

    def get(self):
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.finish(parts.script())


class Look(KitHandler):
    """The page's own style."""

    def get(self):
        self.set_header("Content-Type", "text/css; charset=utf-8")
        self.finish(look.stylesheet())


class Reading(KitHandler):
    """What the reading view's page does besides its parts."""

    def get(self):
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.finish((Path(__file__).parent / "reading.js").read_text("utf-8"))


@cache
def _plotly() -> bytes:
    import plotly  # heavy only by its folder's size; not needed before the first figure

    return (Path(plotly.__file__).parent / "package_data" / "plotly.min.js").read_bytes()


class Plotly(KitHandler):
    """The drawing library, once for all figures of all pages."""

    def get(self):
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.finish(_plotly())


class Enter(RequestHandler):
    """Exchange a one-time key for the cookie, and go to where the reader was."""

    def initialize(self, door, first_page: Callable[[], str]):
        self.door, self.first_page = door, first_page

    def get(self):
        if not self.door.use_key(self.get_argument("key", "")):
            raise HTTPError(403, reason="This link was already used")
        self.set_cookie(self.door.cookie, self.door.secret, httponly=True, samesite="Lax", path="/")
        self.set_header("Referrer-Policy", "no-referrer")
        self.redirect(self.first_page())

    def write_error(self, status_code: int, **_kwargs):
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(
            "This link was already used. Go to the window where you started the kit "
            "and press Enter for a fresh one.\n"
        )


def leave_out_advice() -> None:
    """Keep advice to developers out of a leader's window."""
    # Jupyter's own pings give up after three of them; Tornado, which sends none here, finds that long
    said = logging.getLogger("tornado.general")
    said.addFilter(lambda record: "websocket_ping_timeout" not in record.getMessage())


def shared(door: Door) -> list:
    """Return the addresses that the reading view and JupyterLab both serve."""
    found = {
        "save": Save,
        "place": Place,
        "where": Where,
        "page.js": Script,
        "look.css": Look,
        "reading.js": Reading,
        "plotly.js": Plotly,
    }
    return [
        (rf"/kit/{re.escape(name)}", handler, {"door": door}) for name, handler in found.items()
    ]
