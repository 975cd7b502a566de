"""Children's data (thiếu nhi): names only with purpose and consent, erased by their day."""
