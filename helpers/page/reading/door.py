"""Who may come in: one reader, on this computer, with the key that was handed over once."""

from __future__ import annotations

import hmac
import secrets
from urllib.parse import urlsplit

from jupyter_server.auth.identity import IdentityProvider, User
from tornado.httputil import HTTPServerRequest, parse_cookie
from tornado.web import Application, RequestHandler
from traitlets import default

OWN_NAMES = {"127.0.0.1", "localhost"}


class Door:
    """
    The key to one running kit.

    A one-time key, opened by the browser, is exchanged for a cookie.
    After that, the cookie alone lets a request in.
    """

    def __init__(self, port: int, secret: str | None = None):
        self.cookie = f"kit-door-{port}"
        self.secret = secret or secrets.token_urlsafe(32)
        self._unused_keys: set[str] = set()

    def cut_key(self) -> str:
        """Return a new one-time key."""
        key = secrets.token_urlsafe(24)
        self._unused_keys.add(key)
        return key

    def use_key(self, key: str) -> bool:
        """Spend a one-time key; a key that was never cut, or was used, opens nothing."""
        if key in self._unused_keys:
            self._unused_keys.remove(key)
            return True
        return False

    def knows(self, request: HTTPServerRequest) -> bool:
        """Whether the request carries the cookie of this running kit."""
        carried = parse_cookie(request.headers.get("Cookie", "")).get(self.cookie, "")
        return hmac.compare_digest(carried.encode(), self.secret.encode())


def asks_this_computer(request: HTTPServerRequest) -> bool:
    """Whether the request names this computer as its host (a foreign name may be a trap)."""
    try:
        return urlsplit(f"//{request.headers.get('Host', '')}").hostname in OWN_NAMES
    except ValueError:  # no host at all, such as "[::1"
        return False


class Refused(RequestHandler):
    """The page somebody sees who comes without a key."""

    def prepare(self):
        self.set_status(403)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(
            "This page opens only from the kit itself. Go to the window where you started it "
            "and press Enter for a fresh link, or start it again: python3 kit.py open\n"
        )


class GuardedApplication(Application):
    """An application that answers nobody without the right host and the cookie."""

    door: Door
    open_paths = ("/kit/enter",)
    pages = ("/voila/render/", "/kit/lab/")

    # Whether the reader may see pages, and who answers them until then.
    settled = staticmethod(lambda: True)
    elsewhere: type[RequestHandler] = Refused

    def find_handler(self, request, **kwargs):
        own = asks_this_computer(request)
        if not (own and (request.path in self.open_paths or self.door.knows(request))):
            return self.get_handler_delegate(request, Refused)
        if request.path.startswith(self.pages) and not self.settled():
            return self.get_handler_delegate(request, self.elsewhere)
        return super().find_handler(request, **kwargs)


class DoorIdentity(IdentityProvider):
    """Tell Jupyter's own handlers that the person with the cookie is the reader."""

    door: Door

    @default("token")
    def _no_token(self) -> str:
        return ""  # the cookie is the only key; no other is made, or printed

    @property
    def auth_enabled(self) -> bool:
        return True

    def get_user(self, handler):
        known = self.door.knows(handler.request) and asks_this_computer(handler.request)
        return User(username="reader", display_name="Reader") if known else None

    def get_handlers(self):
        return []
