from __future__ import annotations

from django.urls import path

from ketnghia.documents import views

app_name = "documents"
urlpatterns = [
    path("<int:pk>/", views.document_download, name="download"),
    path("<int:pk>/bo/", views.document_remove, name="remove"),
    path("<str:app>/<str:model>/<int:pk>/", views.document_attach, name="attach"),
]
