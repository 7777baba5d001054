"""The passphrase: how a journal's key is kept, opened, and written down as a recovery code.

A journal is encrypted with a key that is made from 128 random bits, its secret. The secret is
kept twice: in the key file, wrapped with the passphrase (scrypt, then AES-GCM), and by the person,
as the recovery code. Without either nobody can open the journal: there is no third way.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import Any

from helpers.intake import Problem
from helpers.journal import cipher
from helpers.journal.cipher import KEY_LENGTH

SECRET_LENGTH = 16  # bytes
SHORTEST = 12  # characters: three or four words
FORMAT = "leading-for-improvement/key"

# scrypt as RFC 7914 names it: 128 MiB and about half a second, for each guess of an attacker too.
COST = {"n": 2**17, "r": 8, "p": 1}

# Crockford's base 32: no letter that is read as a digit.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TO_LETTERS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", _LETTERS)
_FROM_LETTERS = str.maketrans(_LETTERS, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V", "-": "", " ": ""})

WRONG = "That passphrase does not open this journal. Try again, or use your recovery code."
WRONG_CODE = "That recovery code does not open this journal. Look for a letter that was misread."


def new_secret() -> bytes:
    """Return the secret of a new journal."""
    return secrets.token_bytes(SECRET_LENGTH)


def key_of(secret: bytes) -> bytes:
    """Return the 32 bytes that encrypt the file (HKDF with SHA-256, RFC 5869)."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    made = HKDF(algorithm=SHA256(), length=KEY_LENGTH, salt=None, info=FORMAT.encode())
    return made.derive(secret)


def recovery_code(secret: bytes) -> str:
    """
    Write a secret as letters and digits that a person can copy by hand.

    Examples
    --------
    >>> recovery_code(bytes(range(16)))
    '000G-40R4-0M30-E209-185G-R38E-1W'
    """
    letters = base64.b32encode(secret).decode().rstrip("=").translate(_TO_LETTERS)
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def read_code(code: str) -> bytes:
    """
    Return the secret behind a recovery code; case, spaces and misread letters do not matter.

    Raises
    ------
    Problem
        Where it is too short or too long, or holds other signs.

    Examples
    --------
    >>> read_code("ooog 40r4 0m30 e2o9 i85g r38e iw") == bytes(range(16))
    True
    """
    letters = code.upper().translate(_READ_AS).translate(_FROM_LETTERS)
    try:
        secret = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except ValueError:
        secret = b""
    if len(secret) != SECRET_LENGTH:
        raise Problem("A recovery code has 26 letters and digits, in groups of four. Copy it all.")
    return secret


def check_new(passphrase: str) -> None:
    """
    Accept a new passphrase, or say what is wrong with it.

    Raises
    ------
    Problem
        Where it is short, or one sign over and over.

    Examples
    --------
    >>> check_new("four plain cold spoons")
    >>> check_new("spoon")
    Traceback (most recent call last):
    ...
    helpers.intake.problem.Problem: Choose at least 12 characters: three or four words that do not belong together are easy to keep in mind.
    """
    if len(passphrase.strip()) < SHORTEST or len(set(passphrase)) < 5:
        raise Problem(
            f"Choose at least {SHORTEST} characters: three or four words that do not belong "
            "together are easy to keep in mind."
        )


def keep(path: Path, secret: bytes, passphrase: str) -> None:
    """
    Write the key file of a journal, in one step: the old one stays until the new one is whole.

    Raises
    ------
    Problem
        Where the passphrase is too weak or the file cannot be written.
    """
    check_new(passphrase)
    file = cipher.key_file(path)
    fresh = file.with_name(file.name + ".part")
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
            json.dump(wrapped(secret, passphrase), out)
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(file)
        cipher.key_files(path)[1].unlink(missing_ok=True)  # an older copy opens it with the old one
    except OSError as error:
        raise Problem(
            f"The passphrase could not be kept at {file} ({error.strerror}). "
            "Nothing changed. Make room there and try again."
        ) from None


def open_with_passphrase(path: Path, passphrase: str) -> bytes:
    """
    Return the secret of a journal.

    Raises
    ------
    Problem
        Where the passphrase is another one, or the key file is missing or damaged.
    """
    for file in cipher.key_files(path):
        with suppress(OSError, ValueError, KeyError, TypeError):
            return unwrapped(json.loads(file.read_text("utf-8")), passphrase)
    raise Problem(
        f"The key file {cipher.key_file(path)} is missing or damaged. Your recovery code opens the "
        "journal without it."
    )


def wrapped(secret: bytes, passphrase: str, cost: dict[str, int] | None = None) -> dict[str, Any]:
    """Return what a key file holds: the secret, sealed with the passphrase."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cost, salt, nonce = cost or COST, secrets.token_bytes(16), secrets.token_bytes(12)
    sealed = AESGCM(_stretched(passphrase, salt, cost)).encrypt(nonce, secret, FORMAT.encode())
    parts = {"salt": salt, "nonce": nonce, "sealed": sealed}
    shown = {name: base64.b64encode(part).decode() for name, part in parts.items()}
    return {"format": FORMAT, "version": 1, "kdf": "scrypt", **cost, **shown}


def unwrapped(kept: dict[str, Any], passphrase: str) -> bytes:
    """Return the secret from what a key file holds; a Problem where the passphrase is another."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if kept["format"] != FORMAT or kept["version"] != 1 or kept["kdf"] != "scrypt":
        raise ValueError("not a key file of this release")
    cost = {name: int(kept[name]) for name in COST}
    if cost["n"] * cost["r"] > 2**22:  # a foreign file must not take all the memory
        raise ValueError("too costly")
    salt, nonce, sealed = (base64.b64decode(kept[name]) for name in ("salt", "nonce", "sealed"))
    try:
        return AESGCM(_stretched(passphrase, salt, cost)).decrypt(nonce, sealed, FORMAT.encode())
    except InvalidTag:
        raise Problem(WRONG) from None


def _stretched(passphrase: str, salt: bytes, cost: dict[str, int]) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    # the same words typed on another keyboard may come in other code points
    same = " ".join(unicodedata.normalize("NFKC", passphrase).split())
    return Scrypt(salt=salt, length=KEY_LENGTH, **cost).derive(same.encode("utf-8"))
