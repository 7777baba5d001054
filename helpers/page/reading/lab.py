"""JupyterLab beside the reading view: the same notebooks, for those who want to see how it works."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import quote

from tornado.httpclient import AsyncHTTPClient
from tornado.web import RequestHandler

from helpers.intake import Problem
from helpers.journal import own
from helpers.page.notebooks import NOTEBOOKS, START
from helpers.page.reading import handlers
from helpers.page.reading.door import Door, DoorIdentity
from helpers.page.reading.kernels import WithoutHistory
from helpers.page.reading.port import PORT, free_port

PATIENCE = 60  # seconds for JupyterLab to start on a slow computer

WAITING = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Opening JupyterLab</title><link rel="stylesheet" href="/kit/look.css"></head>
<body class="kit-page"><main class="kit-waiting"><h1>Opening the workshop behind this page…</h1>
<p>JupyterLab starts once. It takes about ten seconds.</p><progress></progress></main>
<script>const go = () => fetch(location.href, {headers: {"X-Kit": "page"}})
  .then(r => r.json()).then(r => r.url ? location.replace(r.url)
    : r.problem ? document.querySelector("main").textContent = r.problem : setTimeout(go, 500));
go();</script></body></html>"""


class LabBeside:
    """A second local process that starts at the first click and ends with the kit."""

    def __init__(self, door: Door):
        self.door, self.port = door, 0
        self._process: subprocess.Popen | None = None
        self._started = 0.0

    def handlers(self) -> list:
        return [(r"/kit/lab/(.*)", ToLab, {"beside": self})]

    def start(self) -> None:
        """Start JupyterLab if it is not running. The key goes through a pipe, not a command line."""
        if self._process and self._process.poll() is None:
            return
        self.port, self._started = free_port(PORT + 100), time.monotonic()
        command = [sys.executable, "-m", "helpers.page.reading.lab"]
        # a person's own Jupyter settings stay theirs: the kit must work the same everywhere
        own = os.environ | {"JUPYTER_CONFIG_DIR": str(_settings_folder())}
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, text=True, env=own)
        assert self._process.stdin
        note = {"port": self.port, "cookie": self.door.cookie, "secret": self.door.secret}
        self._process.stdin.write(json.dumps(note) + "\n")
        self.tell()  # kept open: when the kit dies, the pipe closes and Lab ends

    def tell(self) -> None:
        """Tell a running JupyterLab where the reader's words are kept now, and the key."""
        if self._process and self._process.stdin and self._process.poll() is None:
            with contextlib.suppress(BrokenPipeError, Problem):  # it ends, or nothing is settled
                self._process.stdin.write(json.dumps(own.whereabouts().told()) + "\n")
                self._process.stdin.flush()

    @property
    def ended(self) -> bool:
        """Whether JupyterLab has stopped, or did not come up in time."""
        stopped = self._process is not None and self._process.poll() is not None
        return stopped or time.monotonic() - self._started > PATIENCE

    async def answers(self) -> bool:
        """Whether JupyterLab is up."""
        if self._process is None or self._process.poll() is not None:
            return False  # whoever answers there now is not ours
        try:
            await AsyncHTTPClient().fetch(f"http://127.0.0.1:{self.port}/api", request_timeout=2)
        except Exception:  # any failure means the same: not yet
            return False
        return True

    def address(self, host: str, notebook: str) -> str:
        """Return the notebook's address under the name the reader came by, where their cookie is."""
        # "doc" is JupyterLab's simple layout: one document, no panels
        return f"http://{host}:{self.port}/doc/tree/{quote(notebook or START)}"

    def stop(self) -> None:
        if self._process and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()


class ToLab(RequestHandler):
    """Show a waiting page, start JupyterLab, and go to the same notebook there."""

    def initialize(self, beside: LabBeside):
        self.beside = beside

    async def get(self, notebook: str):
        if self.request.headers.get("X-Kit") != "page":
            self.beside.start()
            self.finish(WAITING)
        elif await self.beside.answers():
            self.finish({"url": self.beside.address(self.request.host_name, notebook)})
        elif self.beside.ended:
            self.finish({"problem": "JupyterLab could not start. The window of the kit says why."})
        else:
            self.finish({})


def configuration(port: int, door: Door):
    """Return JupyterLab's configuration: this computer only, quiet, code folded, no pop-ups."""
    from jupyterlab.labapp import LabApp  # noqa: F401  (its classes must exist to be configured)
    from traitlets.config import Config

    own = Path(__file__).parent / "lab_settings"
    config = Config()
    config.ServerApp.ip = "127.0.0.1"
    config.ServerApp.port = port
    config.ServerApp.port_retries = 0
    config.ServerApp.open_browser = False
    config.ServerApp.root_dir = str(NOTEBOOKS)
    config.ServerApp.log_level = config.LabApp.log_level = "ERROR"
    config.ServerApp.allow_root = True  # containers and class rooms; it still answers only here
    config.KernelManager.transport_encryption = "auto"
    config.ServerApp.kernel_manager_class = WithoutHistory
    config.ServerApp.identity_provider_class = type("Identity", (DoorIdentity,), {"door": door})
    config.ServerApp.terminals_enabled = False
    config.LabApp.app_settings_dir = str(own)
    config.LabApp.user_settings_dir = str(_settings_folder() / "settings")
    config.LabApp.workspaces_dir = str(_settings_folder() / "workspaces")
    config.LabApp.extension_manager = "readonly"
    config.FileContentsManager.pre_save_hook = forget_outputs
    config.MappingKernelManager.cull_idle_timeout = 3600
    config.MappingKernelManager.cull_connected = False
    return config


def forget_outputs(model, **_more) -> None:
    """Words live in the journal: a notebook is saved without outputs and without widget state."""
    if model["type"] != "notebook" or not model["content"]:
        return
    model["content"]["metadata"].pop("widgets", None)
    for cell in model["content"]["cells"]:
        kept = "keep_output" in cell["metadata"].get("tags", [])
        if cell["cell_type"] == "code" and not kept:
            cell["outputs"], cell["execution_count"] = [], None


def _settings_folder() -> Path:
    import platformdirs

    return Path(platformdirs.user_config_dir("leading-for-improvement", appauthor=False)) / "lab"


def main() -> None:
    """Run JupyterLab with the key read from the pipe, until that pipe closes."""
    from jupyterlab.labapp import LabApp

    logging.captureWarnings(True)
    handlers.leave_out_advice()
    note = json.loads(sys.stdin.readline())
    door = Door(note["port"], note["secret"])
    door.cookie = note["cookie"]
    app = LabApp.initialize_server(argv=[], config=configuration(note["port"], door))
    app.web_app.add_handlers(r".*$", handlers.shared(door))
    app.web_app.settings |= {"log_function": lambda handler: None}
    app.log.addFilter(lambda record: "received signal" not in str(record.msg))
    threading.Thread(target=_stop_with_the_kit, args=(app,), daemon=True).start()
    app.start()


def _stop_with_the_kit(app) -> None:
    for number, told in enumerate(sys.stdin):  # ends when the kit has ended, however it ended
        own.receive(json.loads(told))
        if number:  # told anew: a key that a kernel holds may be no longer right
            app.io_loop.add_callback(app.kernel_manager.shutdown_all, now=True)
    app.io_loop.add_callback(app.stop)


if __name__ == "__main__":
    main()
