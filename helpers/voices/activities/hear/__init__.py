"""Hear, carry, answer: six sentences to say, one voice to carry, and what is ours to do."""

from helpers.voices.activities.hear.activity import HearCarryAnswer

__all__ = ["HearCarryAnswer"]
