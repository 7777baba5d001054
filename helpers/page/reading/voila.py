"""Voilà, narrowed to one reader, one folder of notebooks and our own template."""

from __future__ import annotations

import asyncio
import logging
import signal
import tempfile
from collections.abc import Sequence
from pathlib import Path

from jupyter_core.utils import ensure_async, run_sync
from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.web import HTTPError, RequestHandler
from traitlets.config import Config
from voila.app import Voila

from helpers.page.notebooks import STEPS
from helpers.page.reading import desk, handlers
from helpers.page.reading.desk import Desk
from helpers.page.reading.door import Door, DoorIdentity, GuardedApplication
from helpers.page.reading.kernels import PageKernels

TEMPLATES = Path(__file__).parent / "templates"
HOUR = 3_600_000  # ms; a backup is made once a day where something changed
# Voilà's own addresses that our pages need; its listing, files and open sockets stay shut.
USED = (
    "/api/kernels/",
    "/voila/templates/",
    "/voila/static/",
    "/voila/api/themes/",
    "/voila/labextensions/",
    "/voila/render/",
)


def configuration(notebooks: Path, warm: list[str]) -> Config:
    """Return Voilà's configuration: code gone, our kernels, and a small chosen pool."""
    pools = {name: {"pool_size": 1} for name in warm} | {"default": {"pool_size": 0}}
    config = Config()
    config.Voila.root_dir = str(notebooks)
    config.Voila.ip = "127.0.0.1"
    config.Voila.open_browser = False
    config.Voila.log_level = logging.ERROR
    config.KernelManager.transport_encryption = "auto"  # other accounts here must not listen in
    config.VoilaConfiguration.preheat_kernel = True
    config.VoilaConfiguration.default_pool_size = 0
    config.VoilaConfiguration.multi_kernel_manager_class = PageKernels
    config.VoilaConfiguration.file_allowlist = []
    config.VoilaConfiguration.extension_allowlist = [
        "@jupyter-widgets/jupyterlab-manager",
        "@voila-dashboards/widgets-manager8",
        "anywidget",
    ]
    config.VoilaKernelManager.kernel_pools_config = pools
    config.VoilaKernelManager.fill_delay = 6.0  # first let the page that took a kernel settle
    config.VoilaConfiguration.resources = {"kit_steps": list(STEPS.items())}
    return config


class Home(RequestHandler):
    """The bare address leads to the page the reader was at."""

    def initialize(self, first_page):
        self.first_page = first_page

    def get(self):
        self.redirect(self.first_page())


class Alive(RequestHandler):
    """Whether a page's kernel is still there, so that a page can wake itself."""

    def get(self, kernel_id: str):
        if kernel_id not in self.settings["kernel_manager"]:
            raise HTTPError(404)
        self.finish({})


class ReadingView(Voila):
    """The reading view's server."""

    door: Door
    desk: Desk
    first_page = staticmethod(lambda: "/voila/render/00-start-here.ipynb")
    extra_handlers: Sequence = ()

    def load_config_file(self, *args, **kwargs):
        """Leave a person's own Voilà settings alone: the kit must look the same everywhere."""

    def setup_template_dirs(self):
        super().setup_template_dirs()
        self.template_paths.insert(0, str(TEMPLATES))

    def init_handlers(self):
        theirs = [rule for rule in super().init_handlers() if rule[0].startswith(USED)]
        own = [
            (r"/", Home, {"first_page": self.first_page}),
            (r"/kit/enter", handlers.Enter, {"door": self.door, "first_page": self.first_page}),
            (r"/kit/alive/([\w-]+)", Alive),
        ]
        own += handlers.shared(self.door) + desk.handlers(self.door, self.desk)
        return own + list(self.extra_handlers) + theirs

    def start(self):
        """Serve until stopped. Unlike Voilà's own start, every address stands behind the door."""
        with tempfile.TemporaryDirectory(prefix="kit-") as self.connection_dir:
            self.identity_provider_class = type("Identity", (DoorIdentity,), {"door": self.door})
            settings = self.init_settings()
            handlers.leave_out_advice()
            settings["log_function"] = lambda handler: None  # no address, so no key, in a log
            rules = {"door": self.door, "elsewhere": desk.ToDesk}
            rules["settled"] = staticmethod(
                lambda: self.desk.state() == "open" and not desk.acting()
            )
            guarded = type("Guarded", (GuardedApplication,), rules)
            self.app = guarded(**settings)
            self.app.add_handlers(".*$", self.init_handlers())
            try:
                self.app.listen(self.port, self.ip)
            except OSError:
                raise SystemExit(
                    f"Port {self.port} was taken a moment ago. Run the same command again."
                ) from None
            self.ioloop = IOLoop.current()
            for name in ("SIGTERM", "SIGINT", "SIGHUP"):  # the last: its window was closed
                if hasattr(signal, name):
                    signal.signal(getattr(signal, name), self._handle_signal_stop)
            self.ready()
            daily = PeriodicCallback(lambda: asyncio.to_thread(self.desk.back_up), HOUR)
            daily.start()
            try:
                self.ioloop.start()
            finally:
                self.stop()

    def ready(self):
        """Called once when pages can be asked for."""

    def end_pages(self):
        """End the kernel of every page that somebody opened: what it knows is no longer right."""

        async def end() -> None:
            kernels = self.kernel_manager
            for kernel_id in set(kernels.list_kernel_ids()) - kernels.pooled():
                await ensure_async(kernels.shutdown_kernel(kernel_id, now=True))

        self.ioloop.add_callback(end)

    def stop(self):
        run_sync(self.kernel_manager.shutdown_all)(now=True)
