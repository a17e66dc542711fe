"""The user's own state: files changed durably, a way back, works, what waits for a registry, receipts, keys.

`open_store` opens it; the life of one file is told in `journal`.
"""

from __future__ import annotations

from artistguard.store.opening import Mended, Store, open_store

__all__ = ["Mended", "Store", "open_store"]
