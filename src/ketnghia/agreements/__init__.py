"""Agreements (văn bản), what they promise (cam kết) and the duties that follow (việc phải làm)."""
