"""The front desk's addresses: one page for each state, and the acts its forms ask for."""

from __future__ import annotations

import asyncio
import os
import tomllib
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemLoader, select_autoescape
from tornado.web import HTTPError, RequestHandler

from helpers.journal import cipher, folder, own, signs
from helpers.journal.if_then import spoken
from helpers.page.reading.desk.desk import Desk
from helpers.page.reading.desk.named import EXAMPLE
from helpers.page.reading.door import Door
from helpers.page.reading.handlers import KitHandler
from helpers.page.where_kept import told, warnings

HERE = Path(__file__).parent

_one_act = asyncio.Lock()

# What each form sends; each is a call of the desk.
ACTS = {
    "choose": ("whose", "file", "words", "again"),
    "unlock": ("words",),
    "recover": ("code", "words", "again"),
    "protect": ("words", "again"),
    "change": ("old", "words", "again"),
    "take_off": ("words",),
    "lock": (),
    "restore": (),
    "begin_anew": (),
    "leave": (),
    "show_demonstration": (),
}


def acting() -> bool:
    """Return whether the front desk is at work: a page opened now would not know the outcome."""
    return _one_act.locked()


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((HERE / "words.toml").read_text("utf-8"))


@cache
def _page():
    found = Environment(loader=FileSystemLoader(HERE), autoescape=select_autoescape(default=True))
    return found.get_template("desk.html.j2")


class ToDesk(RequestHandler):
    """Send a reader who is not through the front desk there; the page asked for comes after."""

    async def prepare(self):
        if acting():  # what is being settled just now may open the way
            async with _one_act:
                self.redirect(self.request.uri or "/")
        else:
            self.redirect(f"/kit/desk?then={quote(self.request.path)}")


class FrontDesk(KitHandler):
    """The page for what has to be settled now."""

    def initialize(self, door: Door, desk: Desk):  # type: ignore[override]
        super().initialize(door)
        self.desk = desk

    async def get(self):
        state = await asyncio.to_thread(self.desk.state)
        self.set_header("Cache-Control", "no-store")
        news, self.desk.news = self.desk.news, ("", True)
        self.finish(_page().render(words=_words(), state=state, news=news, **self._facts(state)))

    def _facts(self, state: str) -> dict[str, Any]:
        facts: dict[str, Any] = {
            "then": local(self.get_argument("then", "")),
            "hosted": own.hosted(),
            "can_encrypt": cipher.can_encrypt(),
            "standard": str(folder.journal_path()),
            "example": os.environ.get("KIT_JOURNAL") or EXAMPLE,
        }
        if state != "new":
            where = own.whereabouts()
            facts |= {"kind": where.kind, "path": where.path, "keyed": where.key is not None}
            facts |= {"told": told(where), "warnings": warnings(where)}
            facts["chosen"] = where.path != folder.journal_path()
        if state == "damaged":
            facts["gone"] = where.path is not None and signs.is_gone(where.path)
            backup = self.desk.newest_backup()
            when = backup and backup.at.astimezone()
            facts["backup"] = when and f"{spoken(when.date())}, {when:%H:%M}"
        return facts


class Act(FrontDesk):
    """One act of a form at the front desk."""

    async def post(self, name: str):
        if name not in ACTS:
            raise HTTPError(404)
        sent = self.body()
        asked = {key: str(sent.get(key, "")) for key in ACTS[name]}
        async with _one_act:  # a button pressed twice asks twice
            done = await asyncio.to_thread(getattr(self.desk, name), **asked)
        answer = {"then": local(str(sent.get("then", "")))}
        if name in ("choose", "protect") and done:
            answer["code"] = done
        if said := _words()["done"].get(name):
            self.desk.news = said, True
        if name in ("restore", "begin_anew"):
            answer["aside"] = str(done)
        self.finish(answer)


class Script(KitHandler):
    """What the front desk's page does."""

    def get(self):
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.finish((HERE / "desk.js").read_text("utf-8"))


def local(address: str) -> str:
    """
    Return an address of this kit's own pages, or the start where it is none.

    Examples
    --------
    >>> local("/voila/render/03-expectations.ipynb"), local("//evil.example/x")
    ('/voila/render/03-expectations.ipynb', '/')
    """
    parts = urlsplit(address)
    own_page = not parts.netloc and parts.path.startswith(("/voila/render/", "/kit/lab/"))
    return parts.path if own_page else "/"


def handlers(door: Door, desk: Desk) -> list:
    """Return the front desk's addresses."""
    has = {"door": door, "desk": desk}
    return [
        (r"/kit/desk", FrontDesk, has),
        (r"/kit/desk/(\w+)", Act, has),
        (r"/kit/desk.js", Script, {"door": door}),
    ]
