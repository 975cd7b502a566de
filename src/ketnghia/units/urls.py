from __future__ import annotations

from django.urls import path

from ketnghia.units import views

app_name = "units"
urlpatterns = [
    path("", views.unit_tree, name="tree"),
    path("tim/", views.unit_find, name="find"),
    path("ke-thua/", views.succession_record, name="succeed"),
    path("ke-thua/<int:pk>/hoan-tac/", views.succession_undo, name="undo_succession"),
    path("<int:pk>/", views.unit_detail, name="detail"),
]
