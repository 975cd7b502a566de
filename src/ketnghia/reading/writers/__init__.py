"""One writer for each kind of record: from composed facts to the room's own operation."""

from __future__ import annotations
