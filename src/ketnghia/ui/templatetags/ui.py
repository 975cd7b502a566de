"""The components of the house as template tags; keyword arguments only."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import Context
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import slugify

from ketnghia.ui.menu import Entry, Menu, foot_entries
from ketnghia.ui.panels import insets_at, links_at, panels_at
from ketnghia.ui.theme import theme_of
from ketnghia.ui.thread import FOLD_AFTER, Knot
from ketnghia.vietnamese.text import fold

register = template.Library()

# How the end of a tally says its bound (design.md §8).
TALLY_END = {
    "at_least": "least",
    "over": "least",
    "at_most": "most",
    "about": "about",
    "nearly": "about",
    "exactly": "exact",
}
TALLY_CELLS = 12
STATE_ICON = {
    "late": "i-late",
    "due": "i-clock",
    "met": "i-check",
    "quiet": "i-quiet",
    "ended": "i-ended",
    "next": "i-next",
    "none": "",
}


@register.simple_tag(takes_context=True)
def main_menu(context: Context) -> Menu:
    """The entries of the menu by where they stand, with whether the page belongs to them."""
    return Menu(context["request"].path if "request" in context else "")


@register.simple_tag
def foot_menu() -> list[Entry]:
    """What belongs to the person who is signed in."""
    return foot_entries()


@register.simple_tag(takes_context=True)
def chosen_theme(context: Context) -> str:
    """The theme chosen on this device; blank: as the device says."""
    return theme_of(context.get("request"))


@register.simple_tag
def icon(name: str, *, label: str = "") -> SafeString:
    """A mark of the sprite; with a label when it stands alone."""
    if label:
        return format_html(
            '<svg class="icon" role="img" aria-label="{}"><use href="#{}"></use></svg>', label, name
        )
    return format_html('<svg class="icon" aria-hidden="true"><use href="#{}"></use></svg>', name)


@register.simple_tag
def knot(name: str) -> SafeString:
    """One knot of the thread, by its bare name, such as sign or talks."""
    return format_html(
        '<svg class="knot" data-knot="{0}" aria-hidden="true"><use href="#k-{0}"></use></svg>',
        name.removeprefix("k-"),
    )


@register.simple_tag
def tie_mark(shape: str) -> SafeString:
    """The small strand between two names: taut, slack, cut or off."""
    return format_html(
        '<svg class="tie-mark" aria-hidden="true"><use href="#t-{}"></use></svg>', shape
    )


@register.inclusion_tag("ui/tie.html")
def tie(
    *, left: Any, right: Any, shape: str = "taut", left_url: str = "", right_url: str = ""
) -> dict[str, Any]:
    """Two names and the strand between them; its shape is the state of the relation."""
    return {
        "left": left,
        "right": right,
        "shape": shape,
        "left_url": left_url,
        "right_url": right_url,
    }


@register.inclusion_tag("ui/pair.html")
def pair(
    *, left: Any, right: Any, left_note: Any = "", right_note: Any = "", shape: str = "taut"
) -> dict[str, Any]:
    """The head of a relation's page: two names at full size, tied."""
    return {
        "left": left,
        "right": right,
        "left_note": left_note,
        "right_note": right_note,
        "shape": shape,
    }


@register.inclusion_tag("ui/thread.html")
def thread(*, knots: list[Knot], legend: bool = False, today: str = "") -> dict[str, Any]:
    """The time line; beyond eight knots the oldest fold into one."""
    folded = knots[: len(knots) - FOLD_AFTER + 1] if len(knots) > FOLD_AFTER else []
    shown = knots[len(folded) :]
    return {
        "knots": shown,
        "folded": folded,
        "years": "–".join(_first_and_last([str(k.on.year) for k in folded if k.on])),
        "legend": legend,
        "today": today,
        "shapes": {shape for k in knots for shape in k.shapes},
        "lines": {k.line for k in knots},
    }


@register.inclusion_tag("ui/tally.html")
def tally(*, done: int, bound: str, quantity: int | None, late: bool = False) -> dict[str, Any]:
    """A promise counted in cells; the words beside it are the page's."""
    wanted = quantity or 0
    cells = [
        "over" if place >= wanted else "on" if place < done else "late" if late else ""
        for place in range(max(wanted, done))
    ]
    return {
        "cells": cells if len(cells) <= TALLY_CELLS else [],
        "end": TALLY_END[bound],
        "done": min(done, wanted),
        "quantity": wanted,
    }


@register.simple_block_tag
def state(content: SafeString, **options: str) -> SafeString:
    """A state: an icon and words. `is`: late, due, met, quiet, ended, next, none."""
    kind = options.pop("is", "none")
    mark = options.pop("icon", STATE_ICON[kind])
    _refuse(options)
    return format_html(
        '<span class="state" data-is="{}">{}{}</span>', kind, icon(mark) if mark else "", content
    )


@register.simple_block_tag
def page_head(content: SafeString, *, title: Any, crumbs: Any = (), date: Any = "") -> SafeString:
    """The heading of a page and the one sentence that says what matters."""
    return render_to_string(
        "ui/page_head.html",
        {"content": content, "title": title, "crumbs": crumbs, "date": date},
    )


@register.simple_block_tag
def section(
    content: SafeString,
    *,
    title: Any,
    hang: bool = False,
    note: Any = "",
    id: str = "",  # noqa: A002
) -> SafeString:
    """A part of a page under one hairline; its head may hang in the margin."""
    return render_to_string(
        "ui/section.html",
        {
            "content": content,
            "title": title,
            "hang": hang,
            "note": note,
            "id": id or slugify(fold(str(title))),
        },
    )


@register.simple_block_tag
def actions(content: SafeString) -> SafeString:
    return format_html('<div class="actions">{}</div>', content)


@register.inclusion_tag("ui/draft_note.html")
def draft_note() -> dict[str, Any]:
    """Where a form with `data-draft` says when its draft was kept, and that it was brought back."""
    return {}


@register.simple_block_tag
def facts(content: SafeString) -> SafeString:
    """Label and value pairs beside a paper; write `<div><dt>…</dt><dd>…</dd></div>` inside."""
    return format_html('<dl class="facts">{}</dl>', content)


@register.simple_block_tag
def notice(content: SafeString, *, kind: str = "ask") -> SafeString:
    """One question or message. Kinds: ask, late, undo, offline."""
    return format_html('<div class="notice" data-is="{}">{}</div>', kind, content)


@register.simple_block_tag
def nothing(content: SafeString, *, action_url: str = "", action: Any = "") -> SafeString:
    """What is not there, and the first step."""
    return render_to_string(
        "ui/empty.html", {"content": content, "action_url": action_url, "action": action}
    )


@register.inclusion_tag("ui/steps.html")
def steps(*, items: Any, current: int) -> dict[str, Any]:
    """The steps of a long form; `items` are (label, url or "")."""
    return {"items": items, "current": current}


@register.inclusion_tag("ui/field.html")
def field(
    bound: Any, *, hint: Any = "", label: Any = "", is_filter: bool = False
) -> dict[str, Any]:
    """One field of a form with its label, hint and errors."""
    widget = bound.field.widget
    kind = getattr(widget, "input_type", "")
    hint = hint or bound.help_text
    described = " ".join(
        f"{bound.auto_id}-{part}"
        for part in ("hint" * bool(hint), "error" * bool(bound.errors))
        if part
    )
    if described:
        widget.attrs["aria-describedby"] = described
    if bound.errors:
        widget.attrs["aria-invalid"] = "true"
    if kind not in {"checkbox", "radio", "file", "hidden"} and not bound.use_fieldset:
        widget.attrs["class"] = f"{widget.attrs.get('class', '')} input".strip()
    return {
        "field": bound,
        "hint": hint,
        "label": label or bound.label,
        "kind": kind,
        "described": described,
        "is_optional": not is_filter and not bound.field.required,
    }


@register.inclusion_tag("ui/form_errors.html")
def form_errors(form: Any) -> dict[str, Any]:
    """What was refused: about the whole in words, about a field as a link to it."""
    hidden = [error for field in form.hidden_fields() for error in field.errors]
    return {
        "errors": [*form.non_field_errors(), *hidden],
        "wrong": [field for field in form.visible_fields() if field.errors],
    }


@register.inclusion_tag("ui/listing_tools.html")
def listing_tools(listing: Any) -> dict[str, Any]:
    """Search, filters and export of a list."""
    return {"listing": listing}


@register.simple_block_tag
def listing_table(content: SafeString, *, listing: Any, caption: Any = "") -> SafeString:
    """The table of a list with heads that sort; write its rows inside."""
    return render_to_string(
        "ui/listing_table.html", {"content": content, "listing": listing, "caption": caption}
    )


@register.inclusion_tag("ui/pager.html")
def pager(listing: Any) -> dict[str, Any]:
    return {"listing": listing}


@register.inclusion_tag("ui/panels.html")
def panels(place: str, subject: Any) -> dict[str, Any]:
    """What rooms above hang at this place about this record."""
    return {
        "panels": [
            {
                "panel": panel,
                "url": reverse(panel.url_name, args=[subject.pk]),
                "id": f"panel-{slugify(panel.url_name.replace(':', '-'))}",
            }
            for panel in panels_at(place)
        ]
    }


@register.inclusion_tag("ui/links.html")
def links(place: str, subject: Any = None) -> dict[str, Any]:
    """Where rooms above lead from this record, or from a page about no single one."""
    about = [subject.pk] if subject else []
    return {"links": [(link, reverse(link.url_name, args=about)) for link in links_at(place)]}


@register.simple_tag(takes_context=True)
def insets(context: template.Context, place: str, subject: Any) -> SafeString:
    """What rooms above draw at this place about this record."""
    told = [(inset, inset.tell(subject)) for inset in insets_at(place)]
    page: Any = context.flatten()
    return SafeString(
        "".join(
            render_to_string(inset.template, {**page, **known})
            for inset, known in told
            if known is not None
        )
    )


def _first_and_last(years: list[str]) -> list[str]:
    return list(dict.fromkeys([*years[:1], *years[-1:]]))


def _refuse(options: dict[str, Any]) -> None:
    if options:
        raise TypeError(f"unknown: {', '.join(options)}")
