"""Facts with their sources, as cards and as BibTeX."""

from helpers.evidence.cards import card_html
from helpers.evidence.facts import Fact, Source, fact, load_facts
from helpers.evidence.references import bibtex

__all__ = ["Fact", "Source", "bibtex", "card_html", "fact", "load_facts"]
