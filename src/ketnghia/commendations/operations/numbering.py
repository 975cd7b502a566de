"""Numbers of certificates: one after another in the register of a unit and year, never twice."""

from __future__ import annotations

from itertools import count, islice

from django.db import transaction

from ketnghia.commendations.models import Award, Book
from ketnghia.units.models import Unit


@transaction.atomic
def next_certificates(unit: Unit, year: int, number: int) -> list[str]:
    """The next free numbers; whoever asks at the same time waits and gets the ones after."""
    made, _is_new = Book.objects.get_or_create(unit=unit, year=year)
    book = Book.objects.select_for_update().get(pk=made.pk)
    written = Award.objects.filter(issuer=unit, year=year).exclude(certificate="")
    taken = set(written.values_list("certificate", flat=True))
    free = (str(place) for place in count(book.last_number + 1) if str(place) not in taken)
    found = list(islice(free, number))
    if found:
        book.last_number = int(found[-1])
        book.save(update_fields=["last_number"])
    return found
