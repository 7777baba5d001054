"""Kernels that end when their page is gone, and never under a reader."""

from __future__ import annotations

import time

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
    """End a kernel only when it is in no pool and no page has been connected for a while."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self._last_seen: dict[str, float] = {}
        self._connected_once: set[str] = set()
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
