"""What came in from a file, as one sentence for whoever brought it."""

from __future__ import annotations

from dataclasses import dataclass, field

COUNTED = {
    "entries": ("new answer", "new answers"),
    "versions": ("version", "versions"),
    "outcomes": ("outcome", "outcomes"),
    "tags": ("tag", "tags"),
    "commitments": ("promise", "promises"),
    "reviews": ("look back", "looks back"),
    "questions": ("question", "questions"),
}


@dataclass(frozen=True)
class BroughtIn:
    """
    What an import added to a journal. As text it is one sentence for the reader.

    Attributes
    ----------
    entries
        How many answers were not here at all.
    versions
        How many versions of answers came, those of new answers among them.
    preserved
        How many things this release does not know and keeps for the next export.
    notes
        Further sentences for the reader, such as that the file is of a newer release.

    Examples
    --------
    >>> str(BroughtIn(entries=1, versions=4, questions=1))
    'Added from the file: 1 new answer, 4 versions and 1 question. Nothing of yours was overwritten.'
    >>> str(BroughtIn())
    'No new answer, promise or question was in the file: all of them are here already.'
    """

    entries: int = 0
    versions: int = 0
    outcomes: int = 0
    tags: int = 0
    commitments: int = 0
    reviews: int = 0
    questions: int = 0
    preserved: int = 0
    notes: tuple[str, ...] = field(default=(), kw_only=True)

    def __str__(self) -> str:
        counts = [(getattr(self, name), words) for name, words in COUNTED.items()]
        said = [f"{count:,} {words[count != 1]}" for count, words in counts if count]
        if not said:
            return (
                "No new answer, promise or question was in the file: all of them are here already."
            )
        listed = " and ".join([", ".join(said[:-1]), said[-1]] if said[1:] else said)
        return f"Added from the file: {listed}. Nothing of yours was overwritten."
