from __future__ import annotations

from django.urls import path

from ketnghia.agreements import form_views, views

app_name = "agreements"
urlpatterns = [
    path("", views.agreement_list, name="list"),
    path("moi/", form_views.parties, name="create"),
    path("<int:pk>/ky/", form_views.terms, name="terms"),
    path("<int:pk>/cam-ket/", form_views.promises, name="promises"),
    path("<int:pk>/cam-ket/<int:commitment>/bo/", form_views.promise_remove, name="unpromise"),
    path("<int:pk>/xong/", form_views.finish, name="finish"),
    path("<int:pk>/", views.agreement_detail, name="detail"),
    path("<int:pk>/gia-han/", views.agreement_extend, name="extend"),
    path("<int:pk>/khep-lai/", views.agreement_close, name="close"),
    path("<int:pk>/ky-tiep/", views.agreement_renew, name="renew"),
    path("<int:pk>/tong-ket/", views.agreement_review, name="review"),
    path("don-vi/<int:pk>/", views.for_unit, name="for_unit"),
    path("viec/", views.duty_list, name="duties"),
    path("viec/<int:pk>/", views.duty_detail, name="duty"),
    path("bang-chung/<int:pk>/bo/", views.evidence_remove, name="uncredit"),
    path("ke-thua/<int:pk>/", views.party_inherit, name="inherit"),
]
