"""Certificates as somebody sells them: a root, one between, and a customer's, in every form that customers get."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cryptography.hazmat.primitives.asymmetric.types import CertificateIssuerPrivateKeyTypes as Key

PEM = serialization.Encoding.PEM
DER = serialization.Encoding.DER
NOW = datetime.now(UTC)
MAIL = (ExtendedKeyUsageOID.EMAIL_PROTECTION,)


@dataclass(frozen=True)
class Bought:
    """What a customer gets."""

    key: Key
    chain: tuple[x509.Certificate, ...]

    def pem(self, *order: int) -> bytes:
        """The certificates of the chain, 0 the customer's own, in any order."""
        wanted = order or range(len(self.chain))
        return b"".join(self.chain[number].public_bytes(PEM) for number in wanted)

    def secret(self, passphrase: str = "", form: serialization.Encoding = PEM) -> bytes:
        """The private key, locked where there is a passphrase."""
        lock = serialization.BestAvailableEncryption(passphrase.encode()) if passphrase else None
        return self.key.private_bytes(form, serialization.PrivateFormat.PKCS8, lock or serialization.NoEncryption())

    def package(self, passphrase: str = "", *, others: bool = True, key: bool = True) -> bytes:
        """PKCS#12, as browsers and shops give it."""
        lock = serialization.BestAvailableEncryption(passphrase.encode()) if passphrase else None
        return pkcs12.serialize_key_and_certificates(
            b"mine",
            self.key if key else None,  # type: ignore[arg-type]
            self.chain[0],
            self.chain[1:] if others else None,
            lock or serialization.NoEncryption(),
        )


@cache
def keys(kind: str) -> Key:
    """A private key; making RSA ones takes time, so each kind is made once."""
    match kind:
        case "ed25519":
            return ed25519.Ed25519PrivateKey.generate()
        case "rsa2048" | "rsa1024":
            return rsa.generate_private_key(65537, int(kind[3:]))
        case _:
            curves = {"p256": ec.SECP256R1(), "p384": ec.SECP384R1(), "p521": ec.SECP521R1(), "k256": ec.SECP256K1()}
            return ec.generate_private_key(curves[kind])


def bought(
    kind: str = "p256",
    purposes: Sequence[x509.ObjectIdentifier] = MAIL,
    begins: datetime = NOW - timedelta(days=1),
    ends: datetime = NOW + timedelta(days=365),
    *,
    signs: bool = True,
) -> Bought:
    """A certificate below one between below a root."""
    root, between, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1()), keys(kind)
    long = (NOW - timedelta(days=400), NOW + timedelta(days=4000))
    chain = (
        _leaf("Zoë Ünal", key, "Test CA 1", between, (begins, ends), purposes, signs=signs),
        _authority("Test CA 1", between, "Test Root", root, long),
        _authority("Test Root", root, "Test Root", root, long),
    )
    return Bought(key, chain)


def alone(kind: str = "p256") -> Bought:
    """A certificate that vouches for itself."""
    key = keys(kind)
    return Bought(key, (_leaf("Zoë", key, "Zoë", key, (NOW - timedelta(days=1), NOW + timedelta(days=9)), MAIL),))


def _leaf(
    name: str,
    key: Key,
    issuer: str,
    signer: Key,
    term: tuple[datetime, datetime],
    purposes: Sequence[x509.ObjectIdentifier],
    *,
    signs: bool = True,
) -> x509.Certificate:
    builder = _bare(name, key, issuer, signer, term)
    builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    builder = builder.add_extension(_usage(signs=signs), critical=True)
    if purposes:
        builder = builder.add_extension(x509.ExtendedKeyUsage(purposes), critical=False)
    return _signed(builder, signer)


def _authority(name: str, key: Key, issuer: str, signer: Key, term: tuple[datetime, datetime]) -> x509.Certificate:
    builder = _bare(name, key, issuer, signer, term)
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    return _signed(builder.add_extension(_usage(issues=True), critical=True), signer)


def _bare(name: str, key: Key, issuer: str, signer: Key, term: tuple[datetime, datetime]) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(_named(name))
        .issuer_name(_named(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(term[0])
        .not_valid_after(term[1])
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False)
    )


def _signed(builder: x509.CertificateBuilder, signer: Key) -> x509.Certificate:
    return builder.sign(signer, None if isinstance(signer, ed25519.Ed25519PrivateKey) else hashes.SHA256())


def _usage(*, signs: bool = False, issues: bool = False) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=signs,
        content_commitment=False,
        key_encipherment=not signs and not issues,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=issues,
        crl_sign=issues,
        encipher_only=False,
        decipher_only=False,
    )


def _named(text: str) -> x509.Name:
    return x509.Name(
        [x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Test Trust"), x509.NameAttribute(NameOID.COMMON_NAME, text)]
    )
