"""What the front desk knows and does; the handlers beside it only carry it to the browser."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Literal

from helpers.intake import Problem
from helpers.journal import Journal, Locked, backups, cipher, folder, own, rescue, signs
from helpers.journal import passphrase as doors
from helpers.journal.own import Undecided, Whereabouts
from helpers.journal.trouble import Damaged
from helpers.page.reading.desk import session
from helpers.page.reading.desk.named import named

State = Literal["new", "locked", "damaged", "open"]
SAME = "The two passphrases differ. Type the same one twice."
SETTLED = "This is settled already. Load the page again."


class Desk:
    """The front desk of one running kit."""

    def __init__(self) -> None:
        self._changed: Callable[[], None] = lambda: None
        own.ask_first()
        session.sweep()
        self._session: Path | None = None
        self._key_of_damaged: bytes | None = None
        self.news = "", True  # what the next page says of the last act, and whether it went well

    def when_changed(self, act: Callable[[], None]) -> None:
        """Call ``act`` when open pages hold a key, or a place, that is no longer right."""
        self._changed = act

    def state(self) -> State:
        """Say what stands between the reader and the pages; the file is looked over each time."""
        try:
            own.mine().store.check()
        except Undecided:
            return "new"
        except Locked:
            # the passphrase was right, and still the file does not open: it is damaged
            return "damaged" if self._key_of_damaged else "locked"
        except Damaged:
            return "damaged"
        except Problem:
            return "open"  # the pages themselves say what is wrong
        return "open"

    def refusal(self) -> str:
        """Return why the kit should not open at all, such as a file of another program; or ''."""
        try:
            own.mine()
        except (Undecided, Locked, Damaged):
            return ""
        except Problem as problem:
            return str(problem)
        return ""

    def choose(self, whose: str, file: str = "", words: str = "", again: str = "") -> str:
        """
        Settle where words go; return the recovery code, or '' where there is no passphrase.

        Parameters
        ----------
        whose
            ``"own"``, ``"shared"`` or ``"hosted"``.
        file, words, again
            A file, and a passphrase typed twice. On a computer of one's own both may be empty;
            elsewhere nothing is kept without them.
        """
        if self.state() != "new":  # another window was quicker, or this computer keeps nothing
            raise Problem(SETTLED)
        if whose not in ("own", "shared", "hosted"):
            raise Problem("Say whose computer this is. Then the pages open.")
        code = ""
        if words or again or file:
            code = self._with_passphrase(whose, file, words, again)
        elif whose == "own":
            own.use(None)
            Journal.open()
        else:
            self._begin_session()
        self._changed()
        return code

    def unlock(self, words: str) -> None:
        """Open the journal with its passphrase."""
        where = own.whereabouts()
        assert where.path
        self._take(where, doors.unlock(where.path, words))

    def recover(self, code: str, words: str, again: str) -> None:
        """Open the journal with its recovery code, and set a new passphrase."""
        _same(words, again)
        where = own.whereabouts()
        assert where.path
        self._take(where, doors.unlock_with_code(where.path, code, words))

    def _take(self, where: Whereabouts, key: bytes) -> None:
        assert where.path
        try:
            Journal.open(where.path, key=key)
        except (Locked, Damaged):
            self._key_of_damaged = key
            return
        own.use(Whereabouts(where.kind, where.path, key))
        self._changed()
        self.back_up()

    def protect(self, words: str, again: str) -> str:
        """Set a passphrase on the open journal; return the recovery code."""
        _same(words, again)
        where = own.whereabouts()
        assert where.path
        key, code = doors.protect(where.path, words)
        own.use(Whereabouts(where.kind, where.path, key))
        self._changed()
        return code

    def change(self, old: str, words: str, again: str) -> None:
        """Set another passphrase."""
        _same(words, again)
        where = own.whereabouts()
        assert where.path
        doors.change(where.path, old, words)

    def take_off(self, words: str) -> None:
        """Make the journal readable without a passphrase again."""
        where = own.whereabouts()
        assert where.path
        doors.take_off(where.path, words)
        own.use(Whereabouts(where.kind, where.path))
        self._changed()

    def lock(self) -> None:
        """Forget the key, here and in every page."""
        where = own.whereabouts()
        own.use(Whereabouts(where.kind, where.path) if where.kind != "own" else None)
        self._changed()

    def newest_backup(self) -> backups.Backup | None:
        """Return the newest backup that is whole, or None."""
        where = own.whereabouts()
        return backups.newest_good(where.path, self._key_of_damaged) if where.path else None

    def restore(self) -> Path:
        """Set the damaged journal aside and put the newest good backup in its place."""
        where, backup = self._in_trouble("damaged"), self.newest_backup()
        if backup is None or where.path is None:
            raise Problem("There is no backup that is whole. You can begin an empty journal.")
        aside = rescue.put_back(where.path, backup)
        self._after_rescue(where)
        return aside

    def begin_anew(self) -> Path:
        """
        Set the journal aside, damaged or locked for good, and begin an empty one.

        It has the same passphrase where that was given, and none where it is lost.
        """
        where = self._in_trouble("damaged", "locked")
        assert where.path
        aside = rescue.set_aside(where.path, with_key=self._key_of_damaged is None)
        Journal.open(where.path, key=self._key_of_damaged, anew=True)
        self._after_rescue(where)
        return aside

    def leave(self) -> None:
        """Turn from a locked file that was chosen on the first page back to that page."""
        self._in_trouble("locked")
        own.use(None)

    def _in_trouble(self, *states: State) -> Whereabouts:
        """Return where the journal is that does not open; nothing is set aside that is in order."""
        if self.state() not in states:
            raise Problem(SETTLED)
        return own.whereabouts()

    def _after_rescue(self, where: Whereabouts) -> None:
        assert where.path
        # a backup made before the passphrase was set has none
        key = None if cipher.is_plain(where.path) else self._key_of_damaged
        own.use(Whereabouts(where.kind, where.path, key))
        self._key_of_damaged = None
        self._changed()

    def show_demonstration(self) -> None:
        """Open the kit's own example, made anew, in a file of its own."""
        from helpers.journal import demonstration

        file = self._folder() / "demonstration.sqlite3"
        file.unlink(missing_ok=True)
        key = secrets.token_bytes(cipher.KEY_LENGTH) if cipher.can_encrypt() else None
        demonstration.make(file, key=key)  # what is typed on a projector ends with the kit
        own.use(Whereabouts("demonstration", file, key))

    def back_up(self) -> None:
        """Make today's backup where it is due; a page must open even where that fails."""
        with suppress(Problem):
            if self.state() == "open" and own.whereabouts().kind in ("own", "file"):
                backups.make_if_due(own.mine().store)

    def close(self) -> None:
        """End what was only for this session."""
        if self._session:
            shutil.rmtree(self._session, ignore_errors=True)
        own.use(None)

    def _with_passphrase(self, whose: str, file: str, words: str, again: str) -> str:
        path = folder.journal_path() if whose == "own" and not file else named(file)
        if signs.is_locked(path):  # the reader's own, from another day
            own.use(Whereabouts("file", path))
            try:
                self.unlock(words)
            except Problem as problem:  # the next page is the locked one: it also takes the code
                self.news = str(problem), False
            return ""
        _same(words, again)
        earlier = path.exists() and path.stat().st_size  # theirs, without a passphrase so far
        key, code = (doors.protect if earlier else doors.begin)(path, words)
        standard = path == folder.journal_path() and whose == "own"
        own.use(Whereabouts("own" if standard else "file", path, key))
        return code

    def _begin_session(self) -> None:
        if not cipher.can_encrypt():
            own.use(Whereabouts("memory", None))
            return
        file = self._folder() / folder.FILE_NAME
        key = secrets.token_bytes(cipher.KEY_LENGTH)  # never written: it ends with the kit
        Journal.open(file, key=key)
        own.use(Whereabouts("session", file, key))

    def _folder(self) -> Path:
        self._session = self._session or session.begin()
        return self._session


def _same(words: str, again: str) -> None:
    if words != again:
        raise Problem(SAME)
