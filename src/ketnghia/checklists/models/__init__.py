"""Templates a unit keeps, and the lists of work that exchanges started with."""

from __future__ import annotations

from ketnghia.checklists.models.checklists import Checklist, Task, TaskQuerySet
from ketnghia.checklists.models.templates import Step, Template, TemplateQuerySet

__all__ = ["Checklist", "Step", "Task", "TaskQuerySet", "Template", "TemplateQuerySet"]
