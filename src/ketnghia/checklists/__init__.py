"""Checklists (việc chuẩn bị): what has to be ready before and after an exchange, by whom, when."""
