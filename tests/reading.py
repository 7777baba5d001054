"""How words read: every text in a tree of words, its sentences, and its reading grade."""

import re
from itertools import chain
from statistics import mean


def texts(node):
    """Yield every string in a tree of words."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        inner = node.values() if isinstance(node, dict) else node
        yield from chain.from_iterable(map(texts, inner))


def sentences(said):
    """Return what reads as a sentence, as lists of words: three words or longer."""
    plain = (re.sub(r"<[^>]+>|\]\([^)]*\)|[*#`\[>]", " ", text) for text in said)
    found = (re.split(r"(?<=[.?!:])\s|\n+", text) for text in plain)
    return [words for words in map(str.split, chain.from_iterable(found)) if len(words) > 2]


def acronyms(said):
    """Return the words in capitals, and which of them are spelt out somewhere."""
    whole = " ".join(said)
    found = set(re.findall(r"\b[A-Z]{2,}\b", whole))
    return found, {name for name in found if f"({name})" in whole}


def grade(said):
    """Return the Flesch–Kincaid grade (1975), with a syllable for each group of vowels."""
    told = sentences(said)
    words = [word for sentence in told for word in sentence if re.search("[a-z]", word, re.I)]
    return 0.39 * mean(map(len, told)) + 11.8 * mean(map(syllables, words)) - 15.59


def syllables(word):
    """Count the groups of vowels; a silent e at the end, or before an ending, is none."""
    letters = re.sub("[^a-z]", "", word.lower())
    spoken = re.sub(r"(?<=[^aeiouyl])e(?=(d|s|ments?|ly|ful|less|ness)?$)", "", letters)
    return max(1, len(re.findall("[aeiouy]+", spoken)))
