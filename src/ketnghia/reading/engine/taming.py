"""Tags with thousands of attributes made small: the parser compares every one with every other."""

from __future__ import annotations

import re

# A tag of a real page has at most 40 attributes; their values may hold many words.
MOST_SEPARATORS = 300
# What no person reads, and what may look like a tag in it.
_UNREAD = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL
)
# Never fails once begun, so that every sign is looked at once. Quotes only open a value.
_TAG = re.compile(r"""<([a-zA-Z][\w:-]*)((?:[^>"'=]++|=\s*+"[^"]*+"?|=\s*+'[^']*+'?|["'=])*+)>?""")
_SEPARATOR = re.compile(r"[\s/\"'=]")
_KEPT = re.compile(
    r"""\b(?:class|id|src|data-src|style|content|property|datetime)="""
    r"""(?:"[^"<>]{0,400}"|'[^'<>]{0,400}')"""
)
MOST_KEPT = 8


def tame(source: str) -> str:
    """The page without what no person reads, and every tag with few attributes."""
    return _TAG.sub(_small, _UNREAD.sub(" ", source))


def _small(tag: re.Match[str]) -> str:
    if len(tag[2]) < MOST_SEPARATORS or len(_SEPARATOR.findall(tag[2])) < MOST_SEPARATORS:
        return tag[0]
    kept = [found[0] for found, _ in zip(_KEPT.finditer(tag[2]), range(MOST_KEPT), strict=False)]
    return f"<{' '.join([tag[1], *dict.fromkeys(kept)])}>"
