from __future__ import annotations

from django.urls import path

from ketnghia.people import views

app_name = "people"
urlpatterns = [
    path("", views.person_list, name="list"),
    path("<int:pk>/", views.person_detail, name="detail"),
    path("<int:pk>/sua/", views.person_edit, name="edit"),
    path("<int:pk>/gop/", views.person_merge, name="merge"),
]
