"""Names with a title, such as "Mrs Smith", told from roles such as "Mr Chairman"."""

from __future__ import annotations

import re
from collections.abc import Iterator


def listed(words: str) -> frozenset[str]:
    """Return the words of a list that is easy to read and to add to."""
    return frozenset(words.split())


_TITLE = r"(?:Mr|Mrs|MRS|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lady|Lord|Sister|Nurse|Matron|Rev|Reverend|Cllr)"
_TITLES = re.compile(rf"(?<![\w-]){_TITLE}\b\.?(?: (?:and|&) {_TITLE}\b\.?)?[ \u00a0]{{1,3}}")
_LOWER = re.compile(r"(?<![\w-])(?:mrs|mr)\b\.?[ \u00a0]{1,3}")  # as typed in a hurry
_WORKS = re.compile(r"Sister|Nurse|Matron")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_JOIN = re.compile(r"[ \u00a0]{1,2}|\.[ \u00a0]?(?=[^\W\d_])")
_POSSESSIVE = re.compile(r"['’](?:s|S)$")
_LONGEST = 3  # words of a name that are taken, besides its particles

_PARTICLES = listed(
    "van von der den de del della di da dos la le al el bin ibn ben ap ab mac ter ten"
)

# Words that may follow a title and are no name: what somebody is, not what they are called.
_ROLES = listed(
    """
    chair chairman chairwoman chairperson president speaker mayor minister secretary justice judge
    deputy vice registrar
    """
)
_WORK = listed(  # after Sister, Nurse and Matron only: there is a Mrs Ward
    """
    general director manager managers lead leads leader consultant consultants practitioner
    practitioners specialist specialists associate associates educator educators advisor adviser
    officer officers ward wards unit team teams charge staff staffing hospital hospitals led first
    bank call company trust act sensitive education training recruitment retention workforce week
    day shift shifts numbers ratio ratios home station prescriber prescribers endoscopist researcher
    student students
    """
)
_NAMES_AND_MONTHS = listed("april may june august")
_DAYS = _NAMES_AND_MONTHS | listed(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march july september
    october november december
    """
)
_SMALL = listed(
    """
    am an and are as at but by can did do does for from had has have he her him his how if in is
    it me my no not of on or said says she so that the their then they this to was we were what
    when where who why will with you your
    """
)
_NEVER_FIRST = _ROLES | _SMALL | (_DAYS - _NAMES_AND_MONTHS)
_NEVER_LATER = _ROLES | _SMALL | _DAYS | _WORK


def titled(text: str) -> Iterator[tuple[int, int]]:
    """
    Yield where each name with a title begins and ends, the title included.

    Examples
    --------
    >>> text = "Dr O'Neill asked the Dr on call, then Mr Chairman."
    >>> [text[start:end] for start, end in titled(text)]
    ["Dr O'Neill"]
    """
    found = [*_TITLES.finditer(text), *_LOWER.finditer(text)]
    last = 0
    for title in sorted(found, key=re.Match.start):
        end = _name_end(text, title)
        if end and title.start() >= last:
            yield title.start(), end
            last = end


def _name_end(text: str, title: re.Match) -> int:
    """Return where the name after a title ends; 0 where none follows."""
    hurried = title.re is _LOWER
    never = _NEVER_FIRST | (_WORK if _WORKS.match(title[0]) else frozenset())
    at, end, taken = title.end(), 0, 0
    while taken < (1 if hurried else _LONGEST) and (word := _WORD.match(text, at)):
        name = _POSSESSIVE.sub("", word[0])
        if taken or name not in _PARTICLES:
            if not _may_be_a_name(name, never, hurried):
                break
            taken, never = taken + 1, _NEVER_LATER
        if len(name) > 1 and name not in _PARTICLES:  # an initial alone tells nobody's name
            end = at + len(name)
        join = _JOIN.match(text, at + len(name))
        if not join or (join[0][0] == "." and len(name) > 1):
            break
        at = join.end()
    return end


def _may_be_a_name(word: str, never: frozenset[str], hurried: bool) -> bool:
    if len(word) == 1:
        return word.isupper() and (word != "I" or never is not _NEVER_LATER)
    return word.lower() not in never and (hurried or word[0].isupper())
