"""Exchanges (giao lưu): visits, talks, ceremonies; who hosted, who came and what was agreed."""
