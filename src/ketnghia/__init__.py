"""Kết Nghĩa keeps what youth union units promise each other, and what became of it."""
