"""Who signs a document: a post alone in capitals at its foot, and the name some lines below."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ketnghia.reading.engine.layout import columns, is_signed_post
from ketnghia.reading.engine.rules.people import Named
from ketnghia.reading.engine.text import Text

# Between the post and the name stand a stamp, "(đã ký)" and the addressees.
LONGEST_FOOT = 6
FEWEST, MOST = 2, 5
_WORDS = re.compile(r"[^\W\d_]+")


def signers(text: Text) -> Iterator[Named]:
    """Those who sign at the foot of a document."""
    for at, line in enumerate(text.lines):
        posts = columns(text.clean, line.start, line.end)
        for number, post in enumerate(posts):
            if is_signed_post(text.clean[slice(*post)]):
                yield from _below(text, at, number, post)


def _below(text: Text, at: int, number: int, post: tuple[int, int]) -> Iterator[Named]:
    """The name in the same column some lines below; beside addressees it is the last column."""
    for line in text.lines[at + 1 : at + 1 + LONGEST_FOOT]:
        names = columns(text.clean, line.start, line.end)
        name = names[min(number, len(names) - 1)]
        if _is_name(text, text.clean[slice(*name)]):
            yield from _named(text, name, post)
            return


def _is_name(text: Text, words: str) -> bool:
    parts = _WORDS.findall(words)
    is_all = "".join(parts) == "".join(words.split())
    is_known = bool(parts) and parts[0].lower() in text.lexicon.surnames
    return is_all and is_known and FEWEST <= len(parts) <= MOST and words.istitle()


def _named(text: Text, name: tuple[int, int], post: tuple[int, int]) -> Iterator[Named]:
    """The name and the post as words, where both lines are read."""
    first, last = text.word_at(name[0]), text.word_at(name[1] - 1) + 1
    post_first, post_last = text.word_at(post[0]), text.word_at(post[1] - 1) + 1
    is_read = last <= len(text.words) and text.words[first].start == name[0]
    if is_read and text.words[post_first].start == post[0]:
        sentence = next(one for one in text.sentences if one.first <= first < one.last)
        yield Named(first, last, post_first, post_last, "signer", sentence)
