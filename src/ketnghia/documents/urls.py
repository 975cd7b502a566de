from __future__ import annotations

from django.urls import path, re_path

from ketnghia.documents import views

app_name = "documents"
urlpatterns = [
    path("<int:pk>/", views.document_download, name="download"),
    path("<int:pk>/bo/", views.document_remove, name="remove"),
    path("anh/<int:pk>/sua/", views.photo_edit, name="photo_edit"),
    path("anh/<int:pk>/bo/", views.photo_remove, name="photo_remove"),
    re_path(r"^anh/(?P<pk>\d+)/(?P<size>nho|lon)\.jpg$", views.photo_show, name="photo"),
    path("anh/<str:app>/<str:model>/<int:pk>/", views.photo_add, name="photo_add"),
    path("<str:app>/<str:model>/<int:pk>/", views.document_attach, name="attach"),
]
