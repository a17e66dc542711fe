"""Chains of two certificates as C2PA wants them: an issuer of one's own, and the signer's below it.

Source: C2PA Technical Specification 2.2, section "X.509 certificates" (profile of end-entity certificates); RFC 5280,
sections 4.1.2 and 4.2.1.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

if TYPE_CHECKING:
    from datetime import datetime

    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

LONGEST_NAME = 64
"""Bytes of a name in UTF-8. Source: RFC 5280, appendix A, ub-common-name (64 characters; counted so by some)."""
_BEFORE = timedelta(days=1)
"""A clock that is a little late does not make a certificate look as if it came from the future."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody with a certificate.

    Attributes:
        name: At most LONGEST_NAME bytes.
        key: Private.
        organisation: Empty for a person.
    """

    name: str
    key: EllipticCurvePrivateKey | Ed25519PrivateKey
    organisation: str = ""

    @property
    def _subject(self) -> x509.Name:
        words = ((NameOID.ORGANIZATION_NAME, self.organisation), (NameOID.COMMON_NAME, self.name))
        return x509.Name([x509.NameAttribute(kind, word) for kind, word in words if word])

    @property
    def secret(self) -> bytes:
        """The key in PEM, PKCS#8, not encrypted."""
        form = serialization.PrivateFormat.PKCS8
        return self.key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())

    def certified_by(self, issuer: Holder, now: datetime, life: timedelta) -> bytes:
        """The chain in PEM: this one's certificate, then the issuer's.

        Args:
            issuer: Who signs both.
            now: Both are valid from a day before this on.
            life: For how long.
        """
        mail = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION])
        leaf = self._certificate(issuer, now, life, authority=False).add_extension(mail, critical=False)
        root = issuer._certificate(issuer, now, life, authority=True)
        return b"".join(issuer._signed(each) for each in (leaf, root))

    def _certificate(
        self, issuer: Holder, now: datetime, life: timedelta, *, authority: bool
    ) -> x509.CertificateBuilder:
        mine, theirs = self.key.public_key(), issuer.key.public_key()
        return (
            x509.CertificateBuilder()
            .subject_name(self._subject)
            .issuer_name(issuer._subject)
            .public_key(mine)
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - _BEFORE)
            .not_valid_after(now - _BEFORE + life)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(mine), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(theirs), critical=False)
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
            .add_extension(_usage(authority=authority), critical=True)
        )

    def _signed(self, builder: x509.CertificateBuilder) -> bytes:
        # Ed25519 has its own digest (RFC 8410).
        digest = None if isinstance(self.key, Ed25519PrivateKey) else hashes.SHA256()
        return builder.sign(self.key, digest).public_bytes(serialization.Encoding.PEM)


def _usage(*, authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
