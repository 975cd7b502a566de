from __future__ import annotations

from django.urls import path

from ketnghia.checklists.views import exchanges, tasks, templates

app_name = "checklists"
urlpatterns = [
    path("", tasks.task_list, name="list"),
    path("<int:pk>/", tasks.task_detail, name="task"),
    path("<int:pk>/sua/", tasks.task_edit, name="task_edit"),
    path("<int:pk>/xong/", tasks.task_finish, name="task_finish"),
    path("<int:pk>/khong-can/", tasks.task_skip, name="task_skip"),
    path("<int:pk>/bo/", tasks.task_remove, name="task_remove"),
    path("giao-luu/<int:pk>/", exchanges.for_exchange, name="for_exchange"),
    path("giao-luu/<int:pk>/<int:unit>/chon/", exchanges.choose, name="choose"),
    path("giao-luu/<int:pk>/<int:unit>/them/", exchanges.task_add, name="task_add"),
    path("mau/", templates.template_list, name="templates"),
    path("mau/<int:pk>/", templates.template_detail, name="template"),
    path("mau/<int:pk>/sua/", templates.template_edit, name="template_edit"),
]
