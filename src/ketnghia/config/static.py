"""Static files hashed by content, modules that import each other included."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedModules(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """An upgrade never meets an old module: imports between modules carry hashes too."""

    support_js_module_import_aggregation = True
