from __future__ import annotations

from django.urls import path

from ketnghia.exchanges import views

app_name = "exchanges"
urlpatterns = [
    path("", views.exchange_list, name="list"),
    path("moi/", views.exchange_create, name="create"),
    path("<int:pk>/", views.exchange_detail, name="detail"),
    path("viec/<int:pk>/", views.for_duty, name="for_duty"),
    path("viec/<int:pk>/tinh/<int:exchange>/", views.exchange_credit, name="credit"),
    path("van-ban/<int:pk>/", views.for_agreement, name="for_agreement"),
]
