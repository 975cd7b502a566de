"""The rules, one subject a module."""
