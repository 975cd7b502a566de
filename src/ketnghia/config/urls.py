from __future__ import annotations

from django.urls import include, path
from django.views.i18n import set_language

urlpatterns = [
    path("tai-khoan/", include("allauth.urls")),
    path("ngon-ngu/", set_language, name="set_language"),
    path("ui/", include("ketnghia.ui.urls")),
    path("nguoi-dung/", include("ketnghia.accounts.urls")),
    path("tep/", include("ketnghia.documents.urls")),
    path("lich-su/", include("ketnghia.journal.urls")),
    path("don-vi/", include("ketnghia.units.urls")),
    path("nhan-su/", include("ketnghia.people.urls")),
    path("ngay-nghi/", include("ketnghia.holidays.urls")),
    path("van-ban/", include("ketnghia.agreements.urls")),
    path("giao-luu/", include("ketnghia.exchanges.urls")),
    path("giao-luu/", include("ketnghia.rotations.urls")),
    path("giao-luu/qua/", include("ketnghia.gifts.urls")),
    path("hoat-dong/", include("ketnghia.activities.urls")),
    path("chuan-bi/", include("ketnghia.checklists.urls")),
    path("thieu-nhi/", include("ketnghia.children.urls")),
    path("so-ket/", include("ketnghia.reviews.urls")),
    path("khen-thuong/", include("ketnghia.commendations.urls")),
    path("lich/", include("ketnghia.agenda.urls")),
    path("doc-tin/", include("ketnghia.reading.urls")),
    path("", include("ketnghia.overview.urls")),
]
