"""How many children a picture or story shows, and who agreed; for any record, without a name."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.children.forms.portrayals import PortrayalConsentForm, PortrayalForm
from ketnghia.children.models import Consent, Portrayal
from ketnghia.children.operations import agree_to_portrayal, portray, withdraw_portrayal
from ketnghia.children.operations.portrayals import missing
from ketnghia.ui.pages import page


def _subject(request: Request, model: Any, pk: int) -> models.Model:
    """The record, if its own room lets this person change it."""
    ask = getattr(getattr(model, "objects", None), "editable_by", None)
    if ask is None:
        raise Http404
    found: models.Model = get_object_or_404(ask(request.user), pk=pk)
    return found


def _portrayal(request: Request, pk: int) -> Portrayal:
    found = get_object_or_404(Portrayal.objects.select_related("subject_type"), pk=pk)
    _subject(request, found.subject_type.model_class(), found.subject_id)
    return found


def _address(portrayal: Portrayal) -> HttpResponse:
    kind = portrayal.subject_type
    return redirect("children:portrayal", kind.app_label, kind.model, portrayal.subject_id)


@require_http_methods(["GET", "POST"])
def portrayal(request: Request, app: str, model: str, pk: int) -> HttpResponse:
    kind = get_object_or_404(ContentType, app_label=app, model=model)
    subject = _subject(request, kind.model_class(), pk)
    known = Portrayal.objects.of(subject).first()
    listed = list(known.children.all()) if known else []
    form = PortrayalForm(request.POST or None, initial={"number": known.number if known else None})
    if form.carry_out(partial(portray, subject), children=listed, by=request.user):
        messages.success(request, _("Đã ghi số em trong ảnh, bài."))
        return redirect("children:portrayal", app, model, pk)
    context = {
        "subject": subject,
        "portrayal": known,
        "form": form,
        "missing": missing(known) if known else None,
        "consents": known.consents.select_related("recorded_by") if known else [],
    }
    return page(request, "children/portrayal.html", context)


@require_http_methods(["GET", "POST"])
def portrayal_agree(request: Request, pk: int) -> HttpResponse:
    found = _portrayal(request, pk)
    form = PortrayalConsentForm(request.POST or None)
    if form.carry_out(partial(agree_to_portrayal, found), by=request.user):
        messages.success(request, _("Đã ghi đồng ý."))
        return _address(found)
    return page(request, "children/portrayal_agree.html", {"portrayal": found, "form": form})


@require_POST
def portrayal_withdraw(request: Request, pk: int) -> HttpResponse:
    """Take a consent back by its own key."""
    consent = get_object_or_404(Consent.objects.filter(portrayal__isnull=False), pk=pk)
    found = _portrayal(request, consent.portrayal_id or 0)
    try:
        withdraw_portrayal(consent, by=request.user)
        messages.success(request, _("Đã rút đồng ý; không được đăng nữa."))
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
    return _address(found)
