from __future__ import annotations

from django.urls import path

from ketnghia.accounts import views

app_name = "accounts"
urlpatterns = [
    path("", views.profile, name="profile"),
    path("loi-moi/<str:secret>/", views.accept_invitation, name="accept"),
]
