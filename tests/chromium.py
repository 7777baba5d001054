"""The browser that the browser tests drive: the system's own, found or installed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "msedge",
)
MAC = ("Google Chrome", "Chromium", "Microsoft Edge")
WINDOWS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
PROGRAM_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")


def chromium() -> str | None:
    """Return the path of a Chromium, Chrome or Edge on this computer, or None."""
    on_path = (shutil.which(name) for name in NAMES)
    return next((str(path) for path in (*on_path, *_usual_places()) if path), None)


def _usual_places() -> list[Path]:
    """List the browsers that macOS and Windows keep off the PATH."""
    if sys.platform == "darwin":
        places = [Path(f"/Applications/{name}.app/Contents/MacOS/{name}") for name in MAC]
    else:
        folders = [Path(os.environ[name]) for name in PROGRAM_FOLDERS if name in os.environ]
        places = [folder / program for folder in folders for program in WINDOWS]
    return [place for place in places if place.is_file()]


def make_sure_of_chromium() -> str | None:
    """Return a browser's path, after installing one where that can be done without asking."""
    if not chromium() and _may_install():
        print("No browser found for the browser tests. Installing Chromium.", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for words in (["update", "-qq"], ["install", "-y", "-qq", "chromium"]):
            subprocess.run(["apt-get", *words], env=quiet, stdout=subprocess.DEVNULL, check=False)
    return chromium()


def _may_install() -> bool:
    """Tell whether this is Debian or its kin, and we may install there."""
    return sys.platform == "linux" and os.geteuid() == 0 and bool(shutil.which("apt-get"))
