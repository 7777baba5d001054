"""Say the sentence: one true thing not yet said, kept to be met again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from helpers.intake import Problem

Role = Literal["specialist", "leader"]
Stance = Literal["complicit", "unable", "unwilling"]
How = Literal["aloud", "typed"]
ROLES: tuple[Role, ...] = get_args(Role)
STANCES: tuple[Stance, ...] = get_args(Stance)


@dataclass(frozen=True)
class Rehearsal:
    """
    What one person brought to the sentence; every part but `role` may be empty.

    Attributes
    ----------
    role : {"specialist", "leader"}
    stances : tuple of {"complicit", "unable", "unwilling"}
        A specialist's own reading of one moment; more than one can be true.
    example : str
        The moment.
    safe : str
        A leader's answer: what would make it safe to tell me.
    sentence : str
        The one not yet said; may be empty when it was said aloud.
    how : {"aloud", "typed"}
    """

    role: Role
    stances: tuple[Stance, ...] = ()
    example: str = ""
    safe: str = ""
    sentence: str = ""
    how: How = "typed"


def rehearse(
    role: Role,
    *,
    stances: tuple[Stance, ...] = (),
    example: str = "",
    safe: str = "",
    sentence: str = "",
    how: How = "typed",
) -> Rehearsal:
    """
    Keep a rehearsal, once there is something to keep.

    Raises
    ------
    Problem
        If the role or a stance is unknown, or a typed sentence is empty.

    Examples
    --------
    >>> rehearse("leader", sentence="Tell me when I ask for the wrong thing.").sentence
    'Tell me when I ask for the wrong thing.'
    >>> rehearse("specialist", stances=("unable",), how="aloud").how
    'aloud'
    """
    if role not in ROLES:
        raise Problem("Choose first which chair you sit in today: specialist or leader.")
    if unknown := [stance for stance in stances if stance not in STANCES]:
        raise Problem(f"'{unknown[0]}' is not one of {', '.join(STANCES)}. Choose from these.")
    if how == "typed" and not sentence.strip():
        raise Problem("The sentence is still empty. Type it, or choose 'I said it aloud'.")
    # A stance is a specialist's own mark; a leader does not hand it to somebody else.
    own = tuple(stances) if role == "specialist" else ()
    return Rehearsal(role, own, example.strip(), safe.strip(), sentence.strip(), how)
