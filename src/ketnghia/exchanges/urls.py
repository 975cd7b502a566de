from __future__ import annotations

from django.urls import path

from ketnghia.exchanges.views import exchanges, panels

app_name = "exchanges"
urlpatterns = [
    path("", exchanges.exchange_list, name="list"),
    path("moi/", exchanges.exchange_create, name="create"),
    path("<int:pk>/", exchanges.exchange_detail, name="detail"),
    path("viec/<int:pk>/", panels.for_duty, name="for_duty"),
    path("viec/<int:pk>/tinh/<int:exchange>/", panels.exchange_credit, name="credit"),
    path("van-ban/<int:pk>/", panels.for_agreement, name="for_agreement"),
]
