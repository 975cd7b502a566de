"""Form widgets of the house."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse


class Finder(forms.Select):
    """Choose one record by typing part of its name, without marks.

    `url_name` serves options as `<li data-value=… >`. Without a script it is a plain text box whose
    words are looked up when the form is sent; see `FinderField`.
    """

    template_name = "ui/finder.html"

    def __init__(self, url_name: str, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.url_name = url_name

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = forms.Widget.get_context(self, name, value, attrs)
        context["widget"]["url"] = reverse(self.url_name)
        context["widget"]["label"] = self._label_of(value)
        context["widget"]["words"] = "" if self._key(value) else (value or "")
        context["widget"]["value"] = self._key(value)
        context["widget"]["choices_found"] = self.candidates
        # Attribute names with a dash cannot be read in a template.
        context["widget"]["described"] = context["widget"]["attrs"].get("aria-describedby", "")
        context["widget"]["is_invalid"] = "aria-invalid" in context["widget"]["attrs"]
        return context

    candidates: list[Any] = []

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:  # noqa: ARG002
        """The chosen key; where none was chosen, the words typed."""
        return data.get(name) or data.get(f"{name}-words") or None

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:  # noqa: ARG002
        return name not in data and f"{name}-words" not in data

    def _key(self, value: Any) -> str:
        value = getattr(value, "value", value)
        return str(value) if value is not None and str(value).isdigit() else ""

    def _label_of(self, value: Any) -> str:
        key = self._key(value)
        if not key:
            return str(value or "")
        choices: Any = self.choices
        record = choices.queryset.filter(pk=key).first()
        return str(record or "")


class FinderField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A record chosen with `Finder`; typed words that name exactly one record are enough."""

    def __init__(self, queryset: Any, *, url_name: str, **options: Any) -> None:
        options.setdefault("widget", Finder(url_name))
        super().__init__(queryset, **options)

    def to_python(self, value: Any) -> Any:
        if not value or str(value).isdigit():
            return super().to_python(value)
        found = list(self.queryset.search(str(value))[:6])  # type: ignore[union-attr]
        if len(found) == 1:
            return found[0]
        self.widget.candidates = found
        raise forms.ValidationError(self._unclear(str(value), len(found)), code="unclear")

    def _unclear(self, words: str, number: int) -> str:
        from django.utils.translation import gettext as _  # noqa: PLC0415 - asked at the moment

        if number:
            return _("Có nhiều tên khớp với “%(words)s”. Chọn một trong các tên dưới đây.") % {
                "words": words
            }
        return _("Không tìm thấy “%(words)s”. Gõ một phần của tên, không dấu cũng được.") % {
            "words": words
        }
