"""Having a proof dated by a time-stamping authority, where one was set; it learns a digest and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from artistguard.claims.bundle import Stamp, stamped_bytes
from artistguard.network.door import Door, Policy
from artistguard.transparency import timestamp
from artistguard.transparency.checkpoint import encode64

if TYPE_CHECKING:
    from artistguard.claims.bundle import Bundle

_SECONDS = 30.0
"""An authority that needs longer is not waited for: the certificate is whole without it."""


def dated(bundle: Bundle, authority: str) -> Bundle:
    """The same proof with a time stamp over it.

    Args:
        bundle: As it was gathered.
        authority: Web address. Plain ``http://`` will do: the answer is signed, and what is asked is a digest.

    Raises:
        RegistryProblem: The authority does not answer, or refuses.
        ProofProblem: Its answer is no time stamp over this proof.
    """
    content = stamped_bytes(bundle)
    request = timestamp.ask(content)
    response = _asked(authority, request.as_bytes())
    timestamp.check_answer(response, request)
    timestamp.check(response, request.message_imprint.message)
    return msgspec.structs.replace(bundle, stamps=(*bundle.stamps, Stamp(authority, encode64(response))))


def _asked(authority: str, request: bytes) -> bytes:
    parts = urlsplit(authority)
    door = Door(f"{parts.scheme}://{parts.netloc}", Policy(total_seconds=_SECONDS, plain_http=True))
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        return door.post(path, request, timestamp.REPLY_BYTES, timestamp.QUERY)
    finally:
        door.close()
