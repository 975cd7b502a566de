from __future__ import annotations

from django.urls import path

from ketnghia.agenda.views import days, feeds

app_name = "agenda"
urlpatterns = [
    path("", days.month, name="month"),
    path("tuan/", days.week, name="week"),
    path("danh-sach/", days.coming, name="coming"),
    path("nguon/", feeds.feeds, name="feeds"),
    path("nguon/<int:pk>/dia-chi/", feeds.feed_address, name="feed_address"),
    path("nguon/<int:pk>/cap-lai/", feeds.feed_reissue, name="feed_reissue"),
    path("nguon/<int:pk>/thu-hoi/", feeds.feed_revoke, name="feed_revoke"),
    path("nguon/<str:secret>.ics", feeds.feed, name="feed"),
    path("giao-luu/<int:pk>.ics", feeds.exchange, name="exchange"),
]
