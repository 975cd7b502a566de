from __future__ import annotations

from django.urls import path

from ketnghia.gifts import views

app_name = "gifts"
urlpatterns = [
    path("", views.gift_list, name="list"),
    path("moi/", views.gift_create, name="create"),
    path("can-doi/", views.gift_balance, name="balance"),
    path("da-bo/", views.gifts_removed, name="removed"),
    path("da-bo/<int:pk>/", views.gift_bring_back, name="bring_back"),
    path("<int:pk>/", views.gift_detail, name="detail"),
    path("<int:pk>/sua/", views.gift_edit, name="edit"),
    path("<int:pk>/bo/", views.gift_remove, name="remove"),
]
