from __future__ import annotations

from django.urls import path

from ketnghia.units import views

app_name = "units"
urlpatterns = [
    path("", views.unit_tree, name="tree"),
    path("tim/", views.unit_find, name="find"),
    path("ke-thua/", views.succession_record, name="succeed"),
    path("ke-thua/<int:pk>/hoan-tac/", views.succession_undo, name="undo_succession"),
    path("lap/", views.unit_found, name="found"),
    path("ten/<int:pk>/bo/", views.name_remove, name="remove_name"),
    path("quyen/<int:pk>/ket-thuc/", views.seat_end, name="end_seat"),
    path("<int:pk>/sua/", views.unit_edit, name="edit"),
    path("<int:pk>/moi/", views.seat_offer, name="offer_seat"),
    path("<int:pk>/quyen/", views.seat_list, name="seats"),
    path("<int:pk>/", views.unit_detail, name="detail"),
]
