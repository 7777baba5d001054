"""Which port the kit answers on."""

from __future__ import annotations

import contextlib
import os
import socket

PORT = 8866
PORTS_TO_TRY = 50


def free_port(wanted: int) -> int:
    """Return the first port from ``wanted`` on that nobody on this computer is using."""
    for port in range(wanted, wanted + PORTS_TO_TRY):
        with contextlib.closing(socket.socket()) as probe:
            if os.name == "posix":  # a port just left by an earlier kit counts as free
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise SystemExit(
        f"Ports {wanted} to {wanted + PORTS_TO_TRY - 1} are all in use. "
        "Close other programs, or choose another with --port."
    )
