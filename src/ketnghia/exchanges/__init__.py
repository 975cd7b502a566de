"""Exchanges (giao lưu): visits, talks, ceremonies, and the gifts that changed hands."""
