"""Words and arithmetic of promises; no database."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Counted(models.TextChoices):
    """What a promise counts (domain.md §3.2, §3.3)."""

    EXCHANGE = "exchange", _("hoạt động giao lưu")
    MEETING = "meeting", _("cuộc gặp gỡ, hội đàm")
    DELEGATION = "delegation", _("đoàn thăm, làm việc")
    PROJECT = "project", _("công trình thanh niên")
    WELFARE = "welfare", _("hoạt động an sinh xã hội")
    VOLUNTEER = "volunteer", _("hoạt động tình nguyện")
    TRAINING = "training", _("lớp tập huấn, đào tạo")
    PROPAGANDA = "propaganda", _("hoạt động tuyên truyền, giáo dục")
    SUPPORT = "support", _("hoạt động hỗ trợ, giúp đỡ")
    ACTIVITY = "activity", _("hoạt động")


class Rhythm(models.TextChoices):
    """How often a promise falls due."""

    EACH_YEAR = "each_year", _("mỗi năm")
    ONCE_BY = "once_by", _("một lần, trước ngày")
    OVER_TERM = "over_term", _("trong cả thời hạn")


class Who(models.TextChoices):
    """Who owes it: each side for itself, all together, or one side alone."""

    EACH_SIDE = "each_side", _("mỗi bên")
    JOINTLY = "jointly", _("hai bên cùng làm")
    ONE_SIDE = "one_side", _("riêng một bên")


class Where(models.TextChoices):
    """Where it has to happen to count."""

    ANYWHERE = "anywhere", _("ở đâu cũng được")
    FRIEND = "friend", _("tại đơn vị bạn")


class Area(models.TextChoices):
    """Content areas seen in real papers (domain.md §3.2)."""

    TRADITION = "tradition", _("Tuyên truyền, giáo dục truyền thống, hữu nghị")
    EXPERIENCE = "experience", _("Trao đổi kinh nghiệm công tác Đoàn, Hội, Đội")
    VOLUNTEERING = "volunteering", _("Tình nguyện, an sinh xã hội")
    PROJECTS = "projects", _("Công trình thanh niên")
    BORDER = "border", _("Biên giới, an ninh trật tự")
    ECONOMY = "economy", _("Kinh tế, khởi nghiệp, doanh nhân trẻ")
    TRAINING = "training", _("Đào tạo, tập huấn")
    STUDENTS = "students", _("Du học sinh")
    CULTURE = "culture", _("Văn hóa, thể thao")
    CHILDREN = "children", _("Thiếu nhi")
    HEALTH = "health", _("Nghề nghiệp, y tế")
    ENVIRONMENT = "environment", _("Môi trường")
    OTHER = "other", _("Nội dung khác")
