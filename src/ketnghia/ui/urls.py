from __future__ import annotations

from django.urls import path

from ketnghia.ui import views

app_name = "ui"
urlpatterns = [
    path("", views.shelf, name="shelf"),
    path("nen/", views.theme, name="theme"),
]
