"""The product's settings with quick passwords, plain static files, files in a passing folder."""

from __future__ import annotations

import os
import tempfile

os.environ.setdefault("KETNGHIA_DATA", tempfile.mkdtemp(prefix="ketnghia-test-"))

from ketnghia.config.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Static files come from the rooms; nothing was collected.
MIDDLEWARE = [name for name in MIDDLEWARE if "whitenoise" not in name]  # noqa: F405
# What a page hands to the worker is done at once.
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DATABASES["default"].setdefault("TEST", {})  # noqa: F405
if DATABASES["default"]["ENGINE"].endswith("postgresql"):  # noqa: F405
    # Several test runs may share one server.
    DATABASES["default"]["TEST"]["NAME"] = f"test_ketnghia_{os.getpid()}"  # noqa: F405
