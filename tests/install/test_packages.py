import sys
import threading
import time

import pytest

from helpers.install import Place, Stop, packages, prepare
from helpers.install.alone import alone, taken
from helpers.install.progress import Progress, follow


@pytest.fixture
def place(tmp_path):
    """A place that was never made; its installer is a harmless program."""
    for name in ("pyproject.toml", "requirements.txt"):
        (tmp_path / name).write_text("numpy==2.4\n")
    return Place(tmp_path, ".venv", ("requirements.txt",))


def installer(monkeypatch, program):
    monkeypatch.setattr(packages, "_ways", lambda place: [[sys.executable, "-c", program]])


def test_a_place_is_made_once_and_then_left_alone(place, monkeypatch, capsys):
    installer(monkeypatch, "print('done')")
    prepare(place)
    assert "Ready." in capsys.readouterr().out
    prepare(place)
    assert capsys.readouterr().out == ""


def test_a_failed_installation_leaves_no_stamp(place, monkeypatch):
    installer(monkeypatch, "raise SystemExit('Failed to establish a new connection')")
    with pytest.raises(Stop, match="internet could not be reached"):
        prepare(place)
    assert place.unfinished.exists()
    assert not place.stamp.exists()


def test_an_interrupted_installation_goes_on_next_time(place, monkeypatch, capsys):
    monkeypatch.setattr(packages, "_install", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        prepare(place)
    monkeypatch.undo()
    installer(monkeypatch, "print('done')")
    prepare(place)
    assert place.stamp.exists()


def test_pip_is_tried_when_uv_fails(place, monkeypatch):
    ways = [[sys.executable, "-c", "raise SystemExit(1)"], [sys.executable, "-c", "pass"]]
    monkeypatch.setattr(packages, "_ways", lambda place: ways)
    prepare(place)
    assert place.stamp.exists()


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        (
            "<urllib3.NewConnectionError: [Errno -3] Temporary failure in name resolution",
            "internet",
        ),
        ("error: Failed to fetch: `x`  Caused by: dns error", "internet"),
        ("SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]'", "not trusted"),
        ("ERROR: [Errno 28] No space left on device", "disk is full"),
        ("PermissionError: [WinError 5] Access is denied: 'x.pyd'", "could not be written"),
        ("ERROR: No matching distribution found for numpy==2.4", "does not exist for this Python"),
    ],
)
def test_a_failure_is_explained_in_plain_words(place, printed, said):
    assert said in packages.explain(printed, place)


def test_an_unknown_failure_leaves_its_details(place):
    place.folder.mkdir()
    assert "kit-log.txt" in packages.explain("a riddle", place)
    assert (place.folder / "kit-log.txt").read_text() == "a riddle"


def test_a_second_window_waits_for_the_first(tmp_path, capsys):
    lock = tmp_path / "lock"
    order = []

    def second():
        with alone(lock):
            order.append("second")

    with alone(lock):
        waiting = threading.Thread(target=second)
        waiting.start()
        while "Waiting for it" not in capsys.readouterr().out:
            time.sleep(0.01)
        order.append("first")
    waiting.join()
    assert order == ["first", "second"]


def test_a_lock_is_free_again_after_its_holder_is_gone(tmp_path):
    with alone(tmp_path / "lock"):
        pass
    with (tmp_path / "lock").open("a") as held:
        assert taken(held)


def test_a_quiet_command_is_followed_and_its_words_kept_for_a_failure(tmp_path, capsys):
    with (tmp_path / "lock").open("a") as lock:
        loud = [sys.executable, "-c", "print('why'); raise SystemExit(1)"]
        assert follow(loud, "Fetching", 0, Progress(), lock) == "why"
        assert follow([sys.executable, "-c", "print(1)"], "Fetching", 0, Progress(), lock) == ""
    assert "why" not in capsys.readouterr().out
