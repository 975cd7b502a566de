from __future__ import annotations

from django.urls import path

from ketnghia.reading import views

app_name = "reading"
urlpatterns = [
    path("", views.article_list, name="list"),
    path("tep/", views.take_files_in, name="take_files"),
    path("dan/", views.take_text_in, name="take_text"),
    path("dot/<int:pk>/", views.batch_detail, name="batch"),
    path("bai/<int:pk>/", views.desk, name="desk"),
    path("bai/<int:pk>/quyet/", views.decide, name="decide"),
    path("bai/<int:pk>/chac-chan/", views.accept_sure, name="accept_sure"),
    path("bai/<int:pk>/cach-ghi/<int:proposal>/", views.choose, name="choose"),
    path("bai/<int:pk>/ghi/", views.write_down, name="write"),
    path("bai/<int:pk>/hoan-tac/", views.undo_writing, name="undo"),
    path("bai/<int:pk>/them/<str:kind>/", views.field_add, name="field_add"),
    path("bai/<int:pk>/de-lai/", views.set_aside, name="set_aside"),
    path("bai/<int:pk>/lay-lai/", views.take_up, name="take_up"),
    path("bai/<int:pk>/doc-lai/", views.read_again, name="read_again"),
    path("nguon/van-ban/<int:pk>/", views.for_agreement, name="for_agreement"),
    path("nguon/giao-luu/<int:pk>/", views.for_exchange, name="for_exchange"),
    path("nguon/hoat-dong/<int:pk>/", views.for_activity, name="for_activity"),
    path("nguon/qua/<int:pk>/", views.for_gift, name="for_gift"),
    path("nguon/nhan-su/<int:pk>/", views.for_person, name="for_person"),
    path("dieu/<int:pk>/", views.field_correct, name="field_correct"),
]
