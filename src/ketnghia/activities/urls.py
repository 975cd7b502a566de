from __future__ import annotations

from django.urls import path

from ketnghia.activities import views

app_name = "activities"
urlpatterns = [
    path("", views.activity_list, name="list"),
    path("moi/", views.activity_create, name="create"),
    path("<int:pk>/", views.activity_detail, name="detail"),
    path("viec/<int:pk>/", views.for_duty, name="for_duty"),
    path("viec/<int:pk>/tinh/<int:activity>/", views.activity_credit, name="credit"),
]
