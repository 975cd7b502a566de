"""Gifts and support (quà, hỗ trợ): what one unit gave another, and the balance of it."""
