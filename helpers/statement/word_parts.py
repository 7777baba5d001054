"""What must be known of a Word file before it is read: it is small, whole, and holds no trap."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Any

from helpers.intake import Problem

LARGEST = 20 * 1024**2  # bytes; a long article with pictures is about 5 MB
LARGEST_PART = 15 * 1024**2  # bytes, unpacked; a book of 300 pages is about 8 MB
MOST_PARTS = 5_000
KEPT = "Nothing you had before is lost."


def read_parts(data: bytes, name: str) -> tuple[Any, Any | None]:
    """
    Return the text of a Word file and its comments, as trees; None where there are no comments.

    Raises
    ------
    Problem
        The file is empty, too large, broken, locked, of another kind, or holds macros.
    """
    check_size(len(data), name)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Problem(
            f"'{name}' is an old Word file, or locked with a password. "
            f"Save it as .docx without a password, and choose that. {KEPT}"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _trees(archive, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise Problem(_broken(name)) from error
    except (KeyError, ValueError, OSError) as error:  # a name, a size or a place that lies
        raise Problem(_broken(name)) from error


def check_size(size: int, name: str) -> None:
    """
    Refuse a file that is empty or too large to be a draft; ``size`` is in bytes.

    Raises
    ------
    Problem
        It is.
    """
    if size <= 0:
        raise Problem(f"'{name}' is empty. Choose the file that your co-writer sent. {KEPT}")
    if size > LARGEST:
        raise Problem(
            f"'{name}' is {size / 1024**2:,.0f} MB; the limit is {LARGEST // 1024**2} MB. "
            f"Ask for a copy without pictures. {KEPT}"
        )


def _trees(archive: zipfile.ZipFile, name: str) -> tuple[Any, Any | None]:
    names = archive.namelist()
    if len(names) > MOST_PARTS:
        raise Problem(_broken(name))
    kinds = _unpacked(archive, "[Content_Types].xml", name)
    if b"macroEnabled" in kinds or any(part.lower().endswith("vbaproject.bin") for part in names):
        raise Problem(
            f"'{name}' holds macros: small programs. Save it as a plain .docx, "
            f"and choose that. {KEPT}"
        )
    texts = [part for part in names if re.fullmatch(r"word/document\d*\.xml", part)]
    if not texts:
        raise Problem(f"'{name}' is not a Word file. Choose a .docx or a .md file. {KEPT}")
    notes = "word/comments.xml"
    comments = _tree(_unpacked(archive, notes, name), name) if notes in names else None
    return _tree(_unpacked(archive, texts[0], name), name), comments


def _unpacked(archive: zipfile.ZipFile, part: str, name: str) -> bytes:
    with archive.open(part) as stream:
        data = stream.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART:
        raise Problem(
            f"'{name}' unpacks to far more than a draft holds. "
            f"Ask your co-writer to copy the text into a new file. {KEPT}"
        )
    return data


def _tree(data: bytes, name: str) -> Any:
    from lxml import etree

    # no entity is followed, nothing is fetched; nesting and sizes have the parser's own limits
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Problem(_broken(name)) from error
    if root.getroottree().docinfo.doctype:  # Word never writes one
        raise Problem(_broken(name))
    return root


def _broken(name: str) -> str:
    return (
        f"'{name}' is damaged, or is no Word file. Open it in Word, save it again as .docx, "
        f"and choose that. {KEPT}"
    )
