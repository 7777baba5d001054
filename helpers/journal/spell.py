"""A typing spell: which saves are one thought still being typed, and which are a new version.

A save goes to the disk each second or so, so keeping each as its own version would bury the
history under half-typed words. Within one spell a save takes the place of the one before it:

- both come from the same page, for the same wording of the question;
- the spell began at most a minute ago, so no text that stood for longer is ever replaced;
- nobody has noted yet what came of it, where it is a prediction;
- for words: the new text only adds to the old or mends it: it is no shorter, and the part
  of the old text that is gone is at most 20 characters and at most half of it. Deleting a
  sentence starts a new version.

Everything else becomes a version of its own and stays for good.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import takewhile

SPELL = timedelta(seconds=60)
MENDED = 20  # characters: a word or two put right


def same_spell(began: datetime, now: datetime) -> bool:
    """
    Say whether a spell that began then is still going on now.

    Examples
    --------
    >>> from datetime import UTC
    >>> noon = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
    >>> same_spell(noon, noon + timedelta(seconds=60)), same_spell(noon, noon - SPELL)
    (True, False)
    """
    return timedelta(0) <= now - began <= SPELL  # a clock put back starts a new spell


def carries_on(old: str, new: str) -> bool:
    """
    Say whether the new text is the old one, added to or mended.

    Examples
    --------
    >>> carries_on("Please thnk them", "Please thank them from me")
    True
    >>> carries_on("Please thank the whole team from me.", "Why has it doubled? Send me a plan.")
    False
    >>> carries_on("Thank you", "Thank")
    False
    """
    if len(new) < len(old):
        return False
    start = _shared_start(old, new)
    end = _shared_start(old[start:][::-1], new[start:][::-1])
    return len(old) - start - end <= min(MENDED, len(old) // 2)


def _shared_start(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
