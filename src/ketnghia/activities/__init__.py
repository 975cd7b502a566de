"""Activities (hoạt động) and their honest figures (số liệu)."""
