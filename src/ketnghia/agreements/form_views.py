"""The agreement form in four steps; what is typed is a draft from the first step on."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.agreements.drafting import draft, promise, set_terms, sign
from ketnghia.agreements.forms import PartiesForm, PromiseForm, TermsForm
from ketnghia.agreements.hearing import heard
from ketnghia.agreements.models import Agreement, Commitment
from ketnghia.agreements.understanding import Understood
from ketnghia.ui.pages import page
from ketnghia.units.models import Unit


def steps(agreement: Agreement | None) -> list[tuple[str, str]]:
    """The four steps with their addresses, once there is a draft to go back to."""
    names = [_("Các bên"), _("Ký"), _("Cam kết"), _("Xong")]
    if agreement is None:
        return [(name, "") for name in names]
    urls = [
        reverse(f"agreements:{n}", args=[agreement.pk]) for n in ("terms", "promises", "finish")
    ]
    return list(zip(names, ["", *urls], strict=True))


def _draft_of(request: Request, pk: int) -> Agreement:
    mine = Agreement.objects.editable_by(request.user).filter(signed_on=None)
    return get_object_or_404(mine.with_parts(), pk=pk)


@require_http_methods(["GET", "POST"])
def parties(request: Request) -> HttpResponse:
    own = get_object_or_404(Unit.objects.run_by(request.user).filter(seats__user=request.user)[:1])
    initial = {"first": own.pk, "second": request.GET.get("second")}
    form = PartiesForm(request.POST or None, initial=initial)

    def begin(*, kind: str, **units: Unit | None) -> Agreement:
        return draft([unit for unit in units.values() if unit], kind=kind, by=request.user)

    if form.carry_out(begin):
        return redirect("agreements:terms", form.result.pk)
    return page(request, "agreements/form_parties.html", {"form": form, "steps": steps(None)})


@require_http_methods(["GET", "POST"])
def terms(request: Request, pk: int) -> HttpResponse:
    agreement = _draft_of(request, pk)
    initial = {
        "title": agreement.title,
        "signed_on": agreement.planned_signing,
        "signed_at": agreement.signed_at,
        "signed_on_note": agreement.signed_on_note,
        "starts_on": agreement.starts_on,
        "ends_on": agreement.ends_on,
        "frame": agreement.frame,
    }
    form = TermsForm(request.POST or None, initial=initial, agreement=agreement, by=request.user)
    if form.carry_out(lambda **typed: set_terms(agreement, **typed)):
        return redirect("agreements:promises", pk)
    context = {"form": form, "agreement": agreement, "steps": steps(agreement)}
    return page(request, "agreements/form_terms.html", context)


@require_http_methods(["GET", "POST"])
def promises(request: Request, pk: int) -> HttpResponse:
    """Read a typed sentence, or add the promise as its fields say."""
    agreement = _draft_of(request, pk)
    sentence = request.POST.get("wording", "").strip()
    is_adding = "add" in request.POST
    read = heard(sentence, agreement) if sentence and not is_adding else None
    form = PromiseForm(request.POST if is_adding else None, initial=read, agreement=agreement)
    if is_adding and form.carry_out(lambda **typed: promise(agreement, **typed)):
        messages.success(request, _("Đã thêm cam kết."))
        return redirect("agreements:promises", pk)
    context = _promise_context(agreement, form, sentence, read)
    return page(request, "agreements/form_promises.html", context, "heard")


def _promise_context(
    agreement: Agreement, form: PromiseForm, sentence: str, read: dict[str, Any] | None
) -> dict[str, Any]:
    return {
        "form": form,
        "agreement": agreement,
        "steps": steps(agreement),
        "sentence": sentence,
        "is_heard": read is not None or form.is_bound,
        "said": marked(sentence, read["read"]) if read else "",
        "doubts": read["read"].doubts if read else (),
        "added": agreement.commitments.prefetch_related("branches"),
    }


def marked(sentence: str, read: Understood) -> SafeString:
    """The sentence as typed, with the words understood underlined and numbered."""
    pieces: list[tuple[str, SafeString]] = []
    last = 0
    for number, (start, end) in enumerate(read.spans, start=1):
        mark = format_html("<mark>{}</mark><sup>{}</sup>", sentence[start:end], number)
        pieces.append((sentence[last:start], mark))
        last = end
    return format_html("{}{}", format_html_join("", "{}{}", pieces), sentence[last:])


@require_POST
def promise_remove(request: Request, pk: int, commitment: int) -> HttpResponse:
    agreement = _draft_of(request, pk)
    get_object_or_404(Commitment, agreement=agreement, pk=commitment).delete()
    messages.success(request, _("Đã bỏ cam kết."))
    return redirect("agreements:promises", pk)


@require_http_methods(["GET", "POST"])
def finish(request: Request, pk: int) -> HttpResponse:
    agreement = _draft_of(request, pk)
    if request.method == "POST":
        try:
            sign(agreement, by=request.user)
        except ValidationError as refusal:
            messages.error(request, refusal.messages[0])
            return redirect("agreements:terms", pk)
        messages.success(request, _("Đã ghi văn bản. Các việc phải làm đã mở."))
        return redirect(agreement)
    added = agreement.commitments.prefetch_related("branches")
    context = {"agreement": agreement, "steps": steps(agreement), "added": added}
    return page(request, "agreements/form_finish.html", context)
