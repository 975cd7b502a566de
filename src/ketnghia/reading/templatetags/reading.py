"""How articles and what was found in them look."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ketnghia.reading.forms.fields import FORMS
from ketnghia.reading.models import Article, Field
from ketnghia.ui.templatetags.ui import icon

register = template.Library()

TONES = {
    Article.State.WAITING: ("none", "i-clock"),
    Article.State.READING: ("none", "i-clock"),
    Article.State.READ: ("due", "i-ask"),
    Article.State.FAILED: ("late", "i-x"),
    Article.State.ACCEPTED: ("met", "i-check"),
    Article.State.ASIDE: ("ended", "i-ended"),
}


@register.simple_tag
def article_state(article: Article) -> SafeString:
    """How far an article is, with its mark."""
    tone, mark = TONES[Article.State(article.state)]
    words = article.get_state_display()
    return format_html('<span class="state" data-is="{}">{}{}</span>', tone, icon(mark), words)


DECIDED = {
    Field.Decision.OPEN: ("", ""),
    Field.Decision.ACCEPTED: ("met", "i-check"),
    Field.Decision.CORRECTED: ("met", "i-pen"),
    Field.Decision.REFUSED: ("ended", "i-x"),
}


@register.simple_tag
def decision_mark(field: Field) -> SafeString:
    """What was decided about a finding, as a mark with its words for who cannot see it."""
    tone, mark = DECIDED[Field.Decision(field.decision)]
    if not mark:
        return SafeString("")
    words = field.get_decision_display()
    return format_html('<span class="state" data-is="{}">{}</span>', tone, icon(mark, label=words))


@register.filter
def may_be_corrected(field: Field) -> bool:
    """Whether there is a form for it: photos are only looked at."""
    return field.kind in FORMS


@register.simple_tag
def kinds_to_add() -> list[tuple[str, str]]:
    """What a person may add by hand."""
    return [(kind, str(Field.Kind(kind).label)) for kind in FORMS]
