from __future__ import annotations

from django.urls import path

from ketnghia.overview import views

app_name = "overview"
urlpatterns = [
    path("", views.home, name="home"),
    path("quan-he/", views.relation_list, name="relations"),
    path("quan-he/<int:left>/<int:right>/", views.relation_detail, name="relation"),
    path("quan-he/bai/<int:pk>/", views.relation_of_article, name="relation_of_article"),
    path("tim/", views.search, name="search"),
]
