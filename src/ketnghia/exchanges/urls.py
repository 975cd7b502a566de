from __future__ import annotations

from django.urls import path

from ketnghia.exchanges.views import (
    delegations,
    exchanges,
    minutes,
    panels,
    practices,
    programme,
    sites,
    steps,
)

app_name = "exchanges"
urlpatterns = [
    path("", exchanges.exchange_list, name="list"),
    path("tim/", exchanges.exchange_find, name="find"),
    path("moi/", exchanges.exchange_create, name="create"),
    path("<int:pk>/", exchanges.exchange_detail, name="detail"),
    path("<int:pk>/sua/", steps.exchange_edit, name="edit"),
    path("<int:pk>/chot/", steps.exchange_confirm, name="confirm"),
    path("<int:pk>/da-to-chuc/", steps.exchange_hold, name="hold"),
    path("<int:pk>/ket-qua/", steps.exchange_report, name="report"),
    path("<int:pk>/huy/", steps.exchange_cancel, name="cancel"),
    path("<int:pk>/lui-lai/", steps.exchange_take_back, name="take_back"),
    path("<int:pk>/them-don-vi/", delegations.side_add, name="side_add"),
    path("doan/<int:pk>/", delegations.delegation, name="delegation"),
    path("doan/<int:pk>/bo/", delegations.side_remove, name="side_remove"),
    path("doan/<int:pk>/dan-danh-sach/", delegations.list_paste, name="list_paste"),
    path("thanh-vien/<int:pk>/bo/", delegations.member_remove, name="member_remove"),
    path("<int:pk>/chuong-trinh/", programme.programme, name="programme"),
    path("chuong-trinh/<int:pk>/bo/", programme.programme_remove, name="programme_remove"),
    path("<int:pk>/bien-ban/", minutes.minutes, name="minutes"),
    path("dieu-thong-nhat/<int:pk>/cam-ket/", minutes.point_promise, name="point_promise"),
    path("<int:pk>/viec-sau-chuyen/", minutes.follow_up_add, name="follow_up_add"),
    path("viec-sau-chuyen/<int:pk>/xong/", minutes.follow_up_finish, name="follow_up_finish"),
    path("dia-diem/", sites.site_list, name="sites"),
    path("dia-diem/tim/", sites.site_find, name="site_find"),
    path("dia-diem/moi/", sites.site_create, name="site_create"),
    path("dia-diem/<int:pk>/", sites.site_detail, name="site"),
    path("dia-diem/<int:pk>/sua/", sites.site_edit, name="site_edit"),
    path("mo-hinh/", practices.practice_list, name="practices"),
    path("mo-hinh/moi/", practices.practice_create, name="practice_create"),
    path("mo-hinh/<int:pk>/", practices.practice_detail, name="practice"),
    path("mo-hinh/<int:pk>/sua/", practices.practice_edit, name="practice_edit"),
    path("mo-hinh/<int:pk>/hoc-theo/", practices.adoption_add, name="adoption_add"),
    path("hoc-theo/<int:pk>/", practices.adoption_tell, name="adoption_tell"),
    path("viec/<int:pk>/", panels.for_duty, name="for_duty"),
    path("viec/<int:pk>/tinh/<int:exchange>/", panels.exchange_credit, name="credit"),
    path("van-ban/<int:pk>/", panels.for_agreement, name="for_agreement"),
]
