"""A large file, put together from pieces of 1 MiB that are each acknowledged."""

from helpers.intake.kinds import LARGEST_FILE, too_large
from helpers.intake.problem import Problem

PIECE = 1024**2  # bytes; above 10 MB in one message the widget's connection drops silently
AGAIN = "Choose the file again; nothing that you had before is lost."


class Pieces:
    """
    Collects one file at a time; the caller keeps what it had until ``finish`` succeeds.

    Pieces may arrive twice or out of order. Starting again forgets the pieces
    of a file that was never finished.

    Examples
    --------
    >>> pieces = Pieces()
    >>> pieces.start("falls.csv", 5)
    >>> pieces.add(0, b"hello")
    5
    >>> pieces.finish()
    b'hello'
    """

    def __init__(self, limit: int = LARGEST_FILE) -> None:
        self.limit = limit
        self.name = ""
        self.size = 0
        self._pieces: dict[int, bytes] | None = None

    def start(self, name: str, size: int) -> None:
        """
        Expect a file.

        Parameters
        ----------
        name : str
            Its name, for messages.
        size : int
            Its size in bytes.

        Raises
        ------
        Problem
            The file is too large or empty; a file on its way is not disturbed.
        """
        if size > self.limit:
            raise Problem(too_large(name, size, self.limit))
        if size <= 0:
            raise Problem(f"'{name}' is empty. Choose a file that holds a table.")
        self.name, self.size, self._pieces = name, size, {}

    def add(self, index: int, piece: bytes) -> int:
        """
        Take one piece.

        Parameters
        ----------
        index : int
            Its place, counted from 0.
        piece : bytes
            1 MiB, or what is left for the last one.

        Returns
        -------
        int
            Bytes received so far: the acknowledgement.

        Raises
        ------
        Problem
            No file was started, or the piece does not fit the file.
        """
        pieces = self._open()
        expected = min(PIECE, self.size - index * PIECE)
        if index < 0 or len(piece) != expected or pieces.get(index, piece) != piece:
            raise Problem(f"'{self.name}' changed while it was being read. {AGAIN}")
        pieces[index] = bytes(piece)
        return self.received

    @property
    def received(self) -> int:
        """Bytes received so far."""
        return sum(map(len, (self._pieces or {}).values()))

    def missing(self) -> list[int]:
        """Places of the pieces that have not come yet."""
        return [i for i in range(-(-self.size // PIECE)) if i not in self._open()]

    def finish(self) -> bytes:
        """
        Give the whole file, once.

        Raises
        ------
        Problem
            Pieces are missing; those that came are kept.
        """
        pieces = self._open()
        if absent := self.missing():
            total = -(-self.size // PIECE)
            raise Problem(
                f"{len(absent)} of {total} pieces of '{self.name}' did not arrive. {AGAIN}"
            )
        self._pieces = None
        return b"".join(pieces[index] for index in sorted(pieces))

    def _open(self) -> dict[int, bytes]:
        if self._pieces is None:
            raise Problem(f"No file is on its way. {AGAIN}")
        return self._pieces
