from __future__ import annotations

from django.urls import path

from ketnghia.rotations import views

app_name = "rotations"
urlpatterns = [
    path("luan-phien/", views.rotation_list, name="list"),
    path("luan-phien/<int:pk>/", views.rotation_detail, name="detail"),
    path("luan-phien/van-ban/<int:pk>/", views.paper_order, name="paper_order"),
    path("luan-phien/chuoi/<int:pk>/", views.series_order, name="series_order"),
    path("luan-phien/<int:pk>/sua/", views.rotation_edit, name="edit"),
    path("luan-phien/<int:pk>/bo/", views.rotation_close, name="close"),
    path("luan-phien/<int:pk>/bo-luot/", views.turn_skip, name="turn_skip"),
    path("luan-phien/<int:pk>/doi-luot/", views.turn_swap, name="turn_swap"),
    path("luan-phien/<int:pk>/cuoc/<int:exchange>/", views.turn_count, name="turn_count"),
    path("luan-phien/rut/<int:pk>/", views.decision_withdraw, name="decision_withdraw"),
    path("van-ban/<int:pk>/luot/", views.for_agreement, name="for_agreement"),
]
