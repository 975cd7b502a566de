"""The article inside a saved page: its title, date, paragraphs, pictures and captions in order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from ketnghia.reading.engine.data import table
from ketnghia.reading.engine.datelines import dated, stamped
from ketnghia.reading.engine.taming import tame
from ketnghia.reading.engine.zones import NUMBERED, Zone

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# The largest real article page seen has 900 kB; more than this is not read.
LONGEST_SOURCE = 4_000_000
_SPACE = re.compile(r"\s+")
_CLASS = re.compile(r"[^a-z0-9]+")
_DATA_DAY = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{8,40})\"")
# A page part holds little of the text; what holds most of it is the article, whatever its class.
MOST_OF_PAGE = 0.5
LONG_PARAGRAPH = 40
MANY_LINKS = 0.5


@dataclass(frozen=True)
class Block:
    """A line of the page as a person sees it, and what the page says it is."""

    text: str
    zone: Zone | None = None


def visible(source: str) -> list[Block]:
    """The lines of the article on a page, title first."""
    source = source[:LONGEST_SOURCE]
    root = _parse(source)
    if root is None:
        return []
    meta = _published_by_meta(root) or _published_by_data(source)
    title = _title(root)
    _drop_parts(root)
    body = root.find("body") if root.find("body") is not None else root
    article = _article(body)
    blocks = list(_blocks(article))
    return _with_head(title, _date_shown(body, article, meta), blocks)


def _parse(source: str) -> HtmlElement | None:
    from lxml import etree, html  # noqa: PLC0415 - half of the start-up time of plain text

    source = tame(re.sub(r"^\s*<\?xml[^>]*\?>", "", source))
    if not source.strip():
        return None
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(source, parser=parser)
    except (etree.ParserError, ValueError):
        return None


def _published_by_meta(root: HtmlElement) -> date | None:
    """The day in the head of the page, where no line shows it."""
    metas = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(): meta
        for meta in reversed(root.xpath("//meta[@content]"))
    }
    told = [metas[name].get("content") for name in table("chrome")["published"] if name in metas]
    for path in ("//*[@itemprop='datePublished']", "//h1/following::time", "//time"):
        told += root.xpath(f"{path}/@datetime")[:1]
    return next((day for value in told if (day := stamped(str(value)))), None)


def _published_by_data(source: str) -> date | None:
    """The day in the data that a page carries for search engines."""
    found = _DATA_DAY.search(source)
    return stamped(found[1]) if found else None


def _title(root: HtmlElement) -> str:
    for path in ("//h1", "//meta[@property='og:title']/@content", "//head/title"):
        for found in root.xpath(path):
            words = _squeeze(found if isinstance(found, str) else found.text_content())
            if len(words.split()) > 2:  # noqa: PLR2004
                return words
    return ""


def _squeeze(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


# ---------------------------------------------------------------- what is not the article


def _drop_parts(root: HtmlElement) -> None:
    whole = len(root.text_content()) or 1
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        if (
            element.tag in _tags("unseen")
            or _is_hidden(element)
            or (_is_part(element) and len(element.text_content()) < whole * MOST_OF_PAGE)
        ):
            element.drop_tree()


def _is_hidden(element: HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or element.get("hidden") is not None


def _is_part(element: HtmlElement) -> bool:
    if element.tag in {"html", "body", "article", "main", "p", "h1"}:
        return False
    named = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return bool(named.strip()) and any(part in _parts() for part in _named_parts(named))


def _named_parts(named: str) -> Iterator[str]:
    """Every part of a class: box-related_news has box, related, news, related-news."""
    for name in named.split():
        words = _CLASS.split(name)
        yield "-".join(words)
        yield from words
        yield from ("-".join(pair) for pair in pairwise(words))


@cache
def _tags(name: str) -> frozenset[str]:
    return frozenset(table("chrome")["tags"][name])


@cache
def _parts() -> frozenset[str]:
    return frozenset(table("chrome")["page_parts"])


# ---------------------------------------------------------------- where the article is


def _article(body: HtmlElement) -> HtmlElement:
    """The element that holds most of the running text, without much linked text."""
    weights: dict[HtmlElement, float] = defaultdict(float)
    for element in body.iter():
        if not isinstance(element.tag, str):
            continue
        own = _own_text(element)
        if own < LONG_PARAGRAPH:
            continue
        share, paragraph = float(own), _paragraph(element)
        for above in list(paragraph.iterancestors())[:3]:
            weights[above] += share
            share /= 2
        if paragraph.tag not in {"p", "li", "td"}:
            weights[paragraph] += own
    if not weights:
        return body
    return max(weights, key=lambda element: weights[element])


def _paragraph(element: HtmlElement) -> HtmlElement:
    """The block that words stand in, however many spans are between."""
    while element.tag not in _tags("blocks") and element.getparent() is not None:
        element = element.getparent()
    return element


def _own_text(element: HtmlElement) -> int:
    """Signs of an element's own words: not in links, not in blocks inside it."""
    if element.tag in {"a", "html", "head"}:
        return 0
    own = len((element.text or "").strip())
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _tags("blocks") | {"a"}:
            own += len((child.text or "").strip())
        own += len((child.tail or "").strip())
    return own


def _date_shown(body: HtmlElement, article: HtmlElement, meta: date | None) -> str:
    """The line of date above the article; the day in the head of the page where none fits it."""
    shown = list(_dates_above(body, article))
    if meta:
        words = f"{meta:%d/%m/%Y}"
        inside = _squeeze(article.text_content())
        shows = (line for day, line in shown if day == meta)
        return next(shows, "" if words in inside else words)
    return shown[-1][1] if shown else ""


def _dates_above(body: HtmlElement, article: HtmlElement) -> Iterator[tuple[date, str]]:
    """Short lines with a date above the article, in order: a clock first, then the article's."""
    for element in body.iter():
        if element is article:
            break
        if isinstance(element.tag, str) and len(element) <= 2:  # noqa: PLR2004
            words = _squeeze(element.text_content())
            found = dated(words) if len(words) < 3 * LONG_PARAGRAPH else None
            if found:
                yield found.day, words


# ---------------------------------------------------------------- its lines


def _blocks(article: HtmlElement) -> Iterator[Block]:
    """Lines in order. The walk is a loop: a hostile page may nest very deep."""
    pending: list[str] = []
    zone: Zone | None = None

    def flush() -> Iterator[Block]:
        words = _squeeze("".join(pending))
        pending.clear()
        if words:
            yield Block(words, zone)

    for event, element in _events(article):
        if event == "open" and element.tag == "img":
            yield from flush()
            yield from _picture(element)
        elif element.tag in _tags("blocks"):
            yield from flush()
            zone = _zone_of(element) if event == "open" else None
        if event == "open":
            if element.tag == "li" and not _has_bullet(element):
                pending.append("- ")
            pending.append(element.text or "")
        else:
            pending.append(element.tail or "")
    yield from flush()


def _has_bullet(element: HtmlElement) -> bool:
    """Whether an item of a list shows a sign or a number of its own."""
    return NUMBERED.match(_squeeze(element.text_content())) is not None


def _events(article: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    from lxml import etree  # noqa: PLC0415

    for event, element in etree.iterwalk(article, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        if event == "end" and element is article:
            break
        yield ("open" if event == "start" else "close"), element


def _picture(element: HtmlElement) -> Iterator[Block]:
    source = element.get("data-src") or element.get("src") or ""
    try:
        name = unquote(urlsplit(source).path).rsplit("/", 1)[-1]
    except ValueError:
        return
    if re.search(r"\.(?:jpe?g|png|webp|gif)$", name, re.IGNORECASE) and " " not in name:
        yield Block(name, Zone.FILE)


def _zone_of(element: HtmlElement) -> Zone | None:
    if element.tag == "figcaption":
        return Zone.CAPTION
    if element.tag in {"h2", "h3", "h4", "h5", "h6"}:
        return Zone.HEADING
    named = set(_named_parts(f"{element.get('class') or ''}".lower()))
    if named & {
        "caption",
        "cap",
        "photo-caption",
        "imgcaption",
        "desc-img",
        "chuthich",
        "pcaption",
    }:
        return Zone.CAPTION
    if named & {"author", "byline", "tac-gia", "tacgia", "source", "nguon", "pen-name"}:
        return Zone.BYLINE
    return None


def _with_head(title: str, date: str, blocks: list[Block]) -> list[Block]:
    """Title and date first, and not again inside."""
    rest = [block for block in blocks if block.text not in {title, date}]
    shown = [Block(title, Zone.TITLE)] if title else []
    if date:
        shown.append(Block(date, Zone.DATELINE))
    return shown + rest
