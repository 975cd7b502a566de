from __future__ import annotations

from django.urls import path

from ketnghia.journal import views

app_name = "journal"
urlpatterns = [path("<str:app>/<str:model>/<int:pk>/", views.record_history, name="record")]
