"""Certificates for signing content credentials: made here for the creator herself, or brought in from who sold them.

Source: C2PA Technical Specification 2.2, sections "X.509 certificates" and "Digital signatures" (the algorithms);
FIPS 186-5, appendix A.2.1 (a key from more random bits than it has); RFC 5869 (HKDF).
"""

from __future__ import annotations

import unicodedata
from datetime import timedelta
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from cryptography.x509.oid import NameOID

from artistguard.credentials.chains import LONGEST_NAME, Holder
from artistguard.credentials.values import Certificate, Signatory
from artistguard.errors import IdentityProblem
from artistguard.vocabularies.rights import clean

if TYPE_CHECKING:
    from datetime import datetime

MADE_BY_HOLDER = "Made by its holder with ArtistGuard"
"""Name of the issuer of every certificate that is made here: nobody vouches for the name of its holder."""

_TURNING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""Source: Unicode Standard Annex 9, table 4 (explicit formatting)."""
_LIFE = timedelta(days=20 * 365)
_INFO = b"artistguard-credentials-p256-v1"
_SCALAR_BYTES = 48
"""Half as much again as the key has, so that no key is likelier than another."""
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""Of the group of P-256. Source: NIST SP 800-186, section 3.2.1.3."""


def make(name: str, seed: bytes, now: datetime) -> Signatory:
    """A certificate of the creator's own.

    The key of its issuer is thrown away, so nobody can make a second one that leads to the same issuer.

    Args:
        name: As she wants to be named; nothing else about her goes in.
        seed: 32 secret bytes; the same ones give the same key.
        now: From a day before this on it is valid, for twenty years.

    Returns:
        Herself as signatory, with ES256.
    """
    holder = Holder(_cleaned(name) or "A creator", _private_key(seed))
    issuer = Holder(MADE_BY_HOLDER, ec.generate_private_key(ec.SECP256R1()))
    return Signatory(holder.certified_by(issuer, now, _LIFE), holder.secret)


def again(chain: bytes, seed: bytes) -> Signatory:
    """The signatory of a certificate that `make` made before.

    Args:
        chain: PEM, as `make` gave it.
        seed: The same as then.
    """
    return Signatory(chain, Holder("", _private_key(seed)).secret)


def _cleaned(name: str) -> str:
    """One line, without the signs that let a name be shown as another by turning its letters round."""
    kept = "".join(letter for letter in name if unicodedata.bidirectional(letter) not in _TURNING)
    return clean(kept).encode()[:LONGEST_NAME].decode(errors="ignore").strip()


def _private_key(seed: bytes) -> ec.EllipticCurvePrivateKey:
    wide = HKDFExpand(hashes.SHA256(), _SCALAR_BYTES, _INFO).derive(seed)
    return ec.derive_private_key(int.from_bytes(wide) % (_ORDER - 1) + 1, ec.SECP256R1())


def describe(chain: bytes) -> Certificate:
    """What the first certificate of a chain says of itself.

    Args:
        chain: PEM, the signer's own first.

    Raises:
        IdentityProblem: It is none.
    """
    try:
        first = x509.load_pem_x509_certificates(chain)[0]
        issuer = _name(first.issuer)
    except ValueError as problem:
        raise IdentityProblem("The certificate cannot be read.", remedy="Import it again.") from problem
    return Certificate(
        name=_name(first.subject),
        issuer=issuer,
        begins=first.not_valid_before_utc,
        ends=first.not_valid_after_utc,
        bought=issuer != MADE_BY_HOLDER,
        fingerprint=first.fingerprint(hashes.SHA256()).hex(),
    )


def _name(of: x509.Name) -> str:
    """The name of a person or a house."""
    found = (of.get_attributes_for_oid(kind) for kind in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME))
    return next((clean(str(each[0].value)) for each in found if each), "")
