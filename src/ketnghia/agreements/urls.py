from __future__ import annotations

from django.urls import path

from ketnghia.agreements import views

app_name = "agreements"
urlpatterns = [
    path("", views.agreement_list, name="list"),
    path("<int:pk>/", views.agreement_detail, name="detail"),
    path("<int:pk>/tong-ket/", views.agreement_review, name="review"),
    path("viec/<int:pk>/", views.duty_detail, name="duty"),
    path("bang-chung/<int:pk>/bo/", views.evidence_remove, name="uncredit"),
    path("ke-thua/<int:pk>/", views.party_inherit, name="inherit"),
]
