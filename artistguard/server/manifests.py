"""A small C2PA manifest for a work that was registered without one: what is stated about it, signed by the registry.

It says what the registry knows and no more: the digest of the file as its creator stated it, the soft binding, and what
AI may do. Nobody vouches for the certificate, so programs show the signer as unknown; the proof stays the signed
statement and its receipt.

Source: C2PA 2.2, sections "Data hash", "Soft binding", "Actions" (a claim begins with an opened or created asset) and
"X.509 certificates" (the profile of end-entity certificates); RFC 5280.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import threading
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import c2pa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from artistguard import __version__
from artistguard.credentials.chains import LONGEST_NAME, Holder
from artistguard.errors import Refused
from artistguard.fingerprints.iscc_seq import ALGORITHM, sequence_of
from artistguard.fingerprints.values import SHA256
from artistguard.terms import Declaration
from artistguard.vocabularies import cawg

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artistguard.ledger.bulk.exports import Stated
    from artistguard.ledger.ledger import Ledger

MEDIA_TYPE = "application/c2pa"
_SIDECAR = b"\0"
"""Stands where the asset would be: the digest of the real one is given, and nothing of this is hashed or kept."""

_DOMAIN = b"artistguard-c2pa-key-v1\0"
_LEAF, _ROOT = b"leaf", b"root"
_LIFE = timedelta(days=3650)
_PARENT = "parent"


class Issuer:
    """Issues manifests in the name of a registry.

    Its keys come from the log's key, so that every server of the registry has the same, and nothing more is to be kept.

    Args:
        ledger: Of the registry.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._turn = threading.Lock()
        self._credential: tuple[bytes, bytes] | None = None

    def issue(self, said: Stated, label: str) -> bytes:
        """Make a manifest.

        Args:
            said: What holds for a work, with the statement about the file in question.
            label: Of the manifest, ``urn:c2pa:…``.

        Returns:
            A manifest store with this one manifest.

        Raises:
            Refused: The statement names no file.
        """
        if SHA256 not in said.values:
            raise Refused("this statement names no file")
        chain, key = self._held()
        signer = c2pa.Signer.from_info(c2pa.C2paSignerInfo(b"ed25519", chain, key, None))
        with signer, c2pa.Builder(json.dumps(self._definition(said, label))) as builder:
            builder.set_no_embed()
            made: bytes = builder.sign(signer, MEDIA_TYPE, io.BytesIO(_SIDECAR), io.BytesIO())
            return made

    def _definition(self, said: Stated, label: str) -> dict[str, Any]:
        origin = self._ledger.key.name
        return {
            "claim_version": 2,
            "claim_generator_info": [{"name": "artistguard", "version": __version__}],
            "title": f"As stated in the consent registry {origin}, entry {said.claim.index}; it has not seen the file",
            "label": label,
            "ingredients": [
                {
                    "title": "The file as registered",
                    "format": "application/octet-stream",
                    "relationship": "parentOf",
                    "label": _PARENT,
                }
            ],
            "assertions": _assertions(said),
        }

    def _held(self) -> tuple[bytes, bytes]:
        with self._turn:
            if self._credential is None:
                origin, now = self._ledger.key.name, datetime.fromisoformat(self._ledger.now())
                signer = _holder(origin, "manifests", self._key(_LEAF))
                chain = signer.certified_by(_holder(origin, "root", self._key(_ROOT)), now, _LIFE)
                self._credential = chain, signer.secret
            return self._credential

    def _key(self, purpose: bytes) -> Ed25519PrivateKey:
        # A signature that is never shown is as secret as the key that made it, and the same each time (RFC 8032).
        secret = self._ledger.attest(_DOMAIN + purpose)
        return Ed25519PrivateKey.from_private_bytes(hashlib.sha256(_DOMAIN + secret.encode()).digest())


def _assertions(said: Stated) -> list[dict[str, Any]]:
    values, published = said.values, said.published
    terms = Declaration(said.choice, contact=published.get("contact", ""), licence=published.get("licence", ""))
    opened = {"actions": [{"action": "c2pa.opened", "parameters": {"ingredientIds": [_PARENT]}}]}
    mining = [{"label": each.label, "data": each.data} for each in cawg.assertions(terms)]
    return [{"label": "c2pa.actions.v2", "data": opened}, *mining, *_soft(values), _hard(values)]


def _soft(values: Mapping[str, str]) -> list[dict[str, Any]]:
    sequence = sequence_of(values)
    if not sequence:
        return []
    blocks = [{"scope": {}, "value": base64.b64encode(sequence).decode()}]
    return [{"label": "c2pa.soft-binding", "data": {"alg": ALGORITHM, "blocks": blocks}}]


def _hard(values: Mapping[str, str]) -> dict[str, Any]:
    digest = list(bytes.fromhex(values[SHA256]))
    whole = {"exclusions": [], "name": "the whole file", "alg": "sha256", "hash": digest, "pad": []}
    return {"label": "c2pa.hash.data", "data": whole}


def _holder(origin: str, role: str, key: Ed25519PrivateKey) -> Holder:
    return Holder(f"{origin[: LONGEST_NAME - 1 - len(role)]} {role}", key, "Consent registry")
