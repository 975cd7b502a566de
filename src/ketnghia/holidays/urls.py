from __future__ import annotations

from django.urls import path

from ketnghia.holidays import views

app_name = "holidays"
urlpatterns = [
    path("", views.year, name="year"),
    path("sua/", views.day_correct, name="correct"),
    path("<int:pk>/bo/", views.day_withdraw, name="withdraw"),
]
