"""Kernels that end when their page is gone, and never under a reader."""

from __future__ import annotations

import asyncio
import time
from functools import partial

from jupyter_core.utils import ensure_async
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado.ioloop import PeriodicCallback

GRACE = 60  # seconds: a reload, or a lid closed for a moment, must find its kernel again
OPENING = 300  # seconds: a page may take long to open on a slow computer
LOOK_EVERY = 10


class WithoutHistory(AsyncMappingKernelManager):
    """Start kernels that write down neither what was run nor when: that tells what somebody read."""

    async def start_kernel(self, *args, **kwargs):  # type: ignore[override]
        """Start a kernel."""
        kwargs.setdefault("extra_arguments", ["--HistoryManager.enabled=False"])
        return await super().start_kernel(*args, **kwargs)


class PageKernels(WithoutHistory):
    """
    End a kernel only when it is in no pool and no page has been connected for a while.

    Of the pages kept warm, hand out only those that are being made, and whose kernel still lives.
    """

    fill_delay: float  # these two are Voilà's, which builds its own class on this one
    _pools: dict[str, list[asyncio.Task]]

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self._last_seen: dict[str, float] = {}
        self._connected_once: set[str] = set()
        # Voilà counts a page that it will only begin in some seconds, and the reader would wait
        self._refill, self.fill_if_needed = self.fill_if_needed, self._fill  # type: ignore[has-type]
        self._begins: dict[str, float] = {}
        self.get_pool_size = self.warm
        self._watch = PeriodicCallback(self.end_deserted, LOOK_EVERY * 1000)
        self._watch.start()

    def notify_connect(self, kernel_id):
        """Note that a page came, however short its stay."""
        super().notify_connect(kernel_id)
        self._connected_once.add(kernel_id)

    def pooled(self) -> set[str]:
        """Kernels kept warm for a page that nobody has opened yet."""
        waiting = [task for pool in getattr(self, "_pools", {}).values() for task in pool]
        ready = [task for task in waiting if task.done() and not task.exception()]
        return {task.result()["kernel_id"] for task in ready}

    async def start_kernel(self, *args, **kwargs):  # type: ignore[override]
        """Start a kernel, and hear of it if it dies."""
        kernel_id = await super().start_kernel(*args, **kwargs)
        for event in ("restart", "dead"):
            self.add_restart_callback(kernel_id, partial(self._fell, kernel_id), event)
        return kernel_id

    def warm(self, notebook: str) -> int:
        """Return how many pages of this notebook are made, or being made."""
        begun = time.monotonic() >= self._begins.get(notebook, 0)
        pool = getattr(self, "_pools", {}).get(notebook, [])
        return len([task for task in pool if begun or task.done()])

    def _fill(self, delay: float | None = None, notebook_name: str = "", **kwargs) -> None:
        wait = self.fill_delay if delay is None else delay
        self._begins[notebook_name] = time.monotonic() + wait
        self._refill(delay=delay, notebook_name=notebook_name, **kwargs)

    def _fell(self, kernel_id: str) -> None:
        """Make a warm page anew: its kernel started again, and knows nothing of what it shows."""
        if kernel_id not in self.pooled():
            return
        notebook = next(
            name
            for name, pool in self._pools.items()
            if any(task.done() and task.result()["kernel_id"] == kernel_id for task in pool)
        )

        async def again() -> None:
            await ensure_async(self.shutdown_kernel(kernel_id, now=True))
            self.fill_if_needed(delay=0, notebook_name=notebook)

        asyncio.get_running_loop().create_task(again())

    async def end_deserted(self, now: float | None = None):
        """Shut down every kernel whose page has been gone for longer than the grace time."""
        now = time.monotonic() if now is None else now
        pooled = self.pooled()
        for kernel_id in list(self.list_kernel_ids()):
            connected = self._kernel_connections.get(kernel_id, 0) > 0
            patience = GRACE if kernel_id in self._connected_once else OPENING
            if kernel_id in pooled or connected:
                self._last_seen[kernel_id] = now
            elif now - self._last_seen.setdefault(kernel_id, now) > patience:
                self._last_seen.pop(kernel_id, None)
                await ensure_async(self.shutdown_kernel(kernel_id, now=True))
