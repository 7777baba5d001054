"""Names with a title, such as "Mrs Smith", told from roles such as "Mr Chairman"."""

from __future__ import annotations

import re
from collections.abc import Iterator


def listed(words: str) -> frozenset[str]:
    """Return the words of a list that is easy to read and to add to."""
    return frozenset(words.split())


_TITLE = r"(?:Mr|Mrs|MRS|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lady|Lord|Sister|Nurse|Matron|Rev|Reverend|Cllr)"
# Between a title and its name: spaces, a tab from a pasted table, or one end of a line.
_SPACE = r"(?:[ \u00a0]{0,3}(?:\r?\n|\t)[ \u00a0]{0,3}|[ \u00a0]{1,3})"
_TITLES = re.compile(rf"(?<![\w-]){_TITLE}\b\.?(?: (?:and|&) {_TITLE}\b\.?)?{_SPACE}")
_LOWER = re.compile(rf"(?<![\w-])(?:mrs|mr)\b\.?{_SPACE}")  # as typed in a hurry
# In capitals only before a name in capitals: there are MR scanners. MS is left to the illness.
_CAPITALS = re.compile(rf"(?<![\w-])(?:MR|MISS|DR|PROF|PROFESSOR)\b\.?{_SPACE}")
# A line that ends in "I asked the Dr" ends in no half of a name, nor does one in a list of titles.
_ARTICLE = re.compile(r"(?:^|\W)(?:the|a|our|my|this)[ \u00a0]{1,3}$", re.I)
_A_TITLE = re.compile(rf"{_TITLE}\b")
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
# What looks like a name behind one title, and is a program, a phrase or a company. With a first
# name, as in "Dr Jane Foster", it is taken for a person all the same.
_NO_NAMES = {
    "ms": listed("teams office word excel outlook forms powerpoint project sharepoint windows"),
    "miss": listed("out"),
    "prof": listed("development practice standards conduct body bodies"),
    "dr": listed("foster congo"),
    "mr": listed("scan scans scanner scanners scanning imaging image images"),
}
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
    found = [each for form in (_TITLES, _LOWER, _CAPITALS) for each in form.finditer(text)]
    last = 0
    for title in sorted(found, key=re.Match.start):
        end = _name_end(text, title)
        if end and title.start() >= last:
            yield title.start(), end
            last = end


def _name_end(text: str, title: re.Match) -> int:
    """Return where the name after a title ends; 0 where none follows."""
    if "\n" in title[0] and not _goes_on_below(text, title):
        return 0
    hurried, shouted = title.re is _LOWER, title.re is _CAPITALS
    never = _NEVER_FIRST | (_WORK if _WORKS.match(title[0]) else frozenset())
    never |= _NO_NAMES.get(title[0].split()[0].rstrip(".").lower(), frozenset())
    at, end, taken = title.end(), 0, 0
    while taken < (1 if hurried else _LONGEST) and (word := _WORD.match(text, at)):
        name = _POSSESSIVE.sub("", word[0])
        if taken or name not in _PARTICLES:
            if not _may_be_a_name(name, never, hurried) or (shouted and not name.isupper()):
                break
            taken, never = taken + 1, _NEVER_LATER
        if len(name) > 1 and name not in _PARTICLES:  # an initial alone tells nobody's name
            end = at + len(name)
        join = _JOIN.match(text, at + len(name))
        if not join or (join[0][0] == "." and len(name) > 1):
            break
        at = join.end()
    return end


def _goes_on_below(text: str, title: re.Match) -> bool:
    """Whether the name may stand on the next line."""
    before = text[max(0, title.start() - 8) : title.start()]
    role = _WORKS.match(title[0]) or _ARTICLE.search(before)
    return not role and not _A_TITLE.match(text, title.end())


def _may_be_a_name(word: str, never: frozenset[str], hurried: bool) -> bool:
    if len(word) == 1:
        return word.isupper() and (word != "I" or never is not _NEVER_LATER)
    return word.lower() not in never and (hurried or word[0].isupper())
