from __future__ import annotations

from django.urls import path

from ketnghia.children.views import consents, lists, names, portrayals, register

app_name = "children"
urlpatterns = [
    path("", lists.list_list, name="list"),
    path("so/", register.register, name="register"),
    path("da-bao/<int:pk>/", register.handover_told, name="handover_told"),
    path("don-vi/<int:pk>/", register.for_unit, name="for_unit"),
    path("nguoi-giu/<int:pk>/", register.keepers, name="keepers"),
    path("nguoi-giu/<int:pk>/thoi/", register.keeper_end, name="keeper_end"),
    path("lap/<str:app>/<str:model>/<int:pk>/", lists.list_create, name="create"),
    path("trong-anh/<str:app>/<str:model>/<int:pk>/", portrayals.portrayal, name="portrayal"),
    path("trong-anh/<int:pk>/dong-y/", portrayals.portrayal_agree, name="portrayal_agree"),
    path("trong-anh/<int:pk>/rut/", portrayals.portrayal_withdraw, name="portrayal_withdraw"),
    path("<int:pk>/", lists.list_detail, name="detail"),
    path("<int:pk>/mo/", lists.list_open, name="open"),
    path("<int:pk>/dong/", lists.list_close, name="close"),
    path("<int:pk>/ngay-xoa/", lists.erase_day, name="erase_day"),
    path("<int:pk>/xoa/", lists.list_erase, name="erase"),
    path("<int:pk>/ten/", names.names, name="names"),
    path("<int:pk>/ten/them/", names.names_add, name="names_add"),
    path("<int:pk>/ten/tai/", names.names_export, name="names_export"),
    path("<int:pk>/dong-y/", consents.consents, name="consents"),
    path("<int:pk>/giao/", consents.handover, name="handover"),
    path("<int:pk>/em/<int:place>/", names.child_edit, name="child_edit"),
    path("<int:pk>/em/<int:place>/bo/", names.child_leave, name="child_leave"),
    path("<int:pk>/em/<int:place>/rut/", consents.consent_withdraw, name="withdraw"),
    path("<int:pk>/em/<int:place>/tep/", consents.paper_attach, name="paper_attach"),
    path("<int:pk>/tep/<int:document>/", consents.paper, name="paper"),
    path("<int:pk>/tep/<int:document>/bo/", consents.paper_remove, name="paper_remove"),
]
