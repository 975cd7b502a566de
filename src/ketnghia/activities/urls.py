from __future__ import annotations

from django.urls import path

from ketnghia.activities.views import (
    activities,
    figures,
    indicators,
    joint,
    overlaps,
    panels,
    totals,
)

app_name = "activities"
urlpatterns = [
    path("", activities.activity_list, name="list"),
    path("moi/", activities.activity_create, name="create"),
    path("moi/hieu/", activities.activity_hear, name="hear"),
    path("<int:pk>/", activities.activity_detail, name="detail"),
    path("<int:pk>/sua/", activities.activity_edit, name="edit"),
    path("<int:pk>/them-so/", figures.figure_add, name="figure_add"),
    path("so/<int:pk>/", figures.figure_edit, name="figure_edit"),
    path("so/<int:pk>/bo/", figures.figure_remove, name="figure_remove"),
    path("<int:pk>/cung-lam/", joint.organiser_offer, name="offer"),
    path("cung-lam/<int:pk>/phan/", joint.organiser_divide, name="divide"),
    path("cung-lam/<int:pk>/bo/", joint.organiser_withdraw, name="withdraw"),
    path("cung-lam/<int:pk>/tra-loi/", joint.organiser_reply, name="reply"),
    path("trung/", overlaps.overlap_list, name="overlaps"),
    path("trung/<int:pk>/", overlaps.overlap_answer, name="overlap_answer"),
    path("tong/", totals.totals, name="totals"),
    path("tong/<int:pk>/", totals.total_figures, name="total_figures"),
    path("chi-tieu/", indicators.indicator_list, name="indicators"),
    path("chi-tieu/moi/", indicators.indicator_create, name="indicator_create"),
    path("chi-tieu/<int:pk>/", indicators.indicator_edit, name="indicator_edit"),
    path("chien-dich/", indicators.campaign_list, name="campaigns"),
    path("chien-dich/moi/", indicators.campaign_write, name="campaign_create"),
    path("chien-dich/<int:pk>/", indicators.campaign_write, name="campaign_edit"),
    path("viec/<int:pk>/", panels.for_duty, name="for_duty"),
    path("viec/<int:pk>/tinh/<int:activity>/", panels.activity_credit, name="credit"),
    path("van-ban/<int:pk>/", panels.for_agreement, name="for_agreement"),
]
