from __future__ import annotations

from types import SimpleNamespace

from django.test import Client
from django.urls import reverse


def test_those_who_build_see_every_component(client: Client, cast: SimpleNamespace) -> None:
    cast.quan.is_staff = True
    cast.quan.save()
    client.force_login(cast.quan)

    response = client.get(reverse("ui:shelf"))

    assert response.status_code == 200
    assert 'class="thread"' in response.content.decode()
