"""Bringing in a certificate that somebody sold: whatever order its files are in, and whether it is good for this.

Source: RFC 7468 (PEM); RFC 7292 (PKCS #12); C2PA Technical Specification 2.2, sections "X.509 certificates" (profile of
end-entity certificates) and "Digital signatures" (the algorithms).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import pkcs12

from artistguard.credentials.reading import PURPOSES
from artistguard.credentials.trying import tried
from artistguard.credentials.values import Signatory, Standing
from artistguard.errors import CannotEmbed, IdentityProblem, WrongPassphrase

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes

LARGEST = 1 << 20
"""Bytes of a file with certificates."""

_MARK = b"-----BEGIN "
_KEY_MARK = b"PRIVATE KEY-----"
_LONGEST_CHAIN = 8
_SMALLEST_RSA = 2048
_CURVES = {"secp256r1": "es256", "secp384r1": "es384", "secp521r1": "es512"}
_PURPOSES = frozenset(x509.ObjectIdentifier(PURPOSES[name]) for name in ("mail", "documents", "claims"))
_ASK = "Ask who issued it for a certificate that signs content credentials (C2PA), documents or mail."
_TWO_FILES = "Give the file with the private key too, or one file that holds both (often .p12 or .pfx)."


def bring_in(content: bytes, key: bytes | None, passphrase: str, now: datetime) -> Signatory:
    """A bought certificate, made ready.

    Args:
        content: A file in PEM with certificates in any order, and the key where no other file holds it; or PKCS#12.
        key: A file in PEM or DER with the private key, or None.
        passphrase: Of the file that holds the key; empty where it needs none.
        now: It must be valid then.

    Returns:
        Who signs with it.

    Raises:
        IdentityProblem: It cannot be used; the message says why.
        WrongPassphrase: The passphrase does not open it.
    """
    if max(len(content), len(key or b"")) > LARGEST:
        raise IdentityProblem("This file is too large to be a certificate.", remedy="Choose the right file.")
    private, certificates = _opened(content, key, passphrase)
    chain = _in_order(_own(certificates, private), certificates)
    _check(chain[0], now)
    signatory = Signatory(_pem(chain), _secret(private), _algorithm(private), bought=True)
    _try_out(signatory)
    return signatory


def _opened(content: bytes, key: bytes | None, passphrase: str) -> tuple[PrivateKeyTypes, Sequence[x509.Certificate]]:
    word = passphrase.encode() or None
    if _MARK not in content:
        return _unpacked(content, key, word)
    try:
        certificates = x509.load_pem_x509_certificates(content)
    except ValueError as problem:
        raise IdentityProblem("There is no certificate in this file.", remedy="Choose the right file.") from problem
    return _private(key if key is not None else content, word), certificates


def _unpacked(
    content: bytes, key: bytes | None, word: bytes | None
) -> tuple[PrivateKeyTypes, Sequence[x509.Certificate]]:
    """A file that is not text: a bare certificate, or a package of certificates and key."""
    try:
        bare = x509.load_der_x509_certificate(content)
    except ValueError:
        return _package(content, word)
    if key is None:
        raise IdentityProblem("This file holds a certificate and no private key.", remedy=_TWO_FILES)
    return _private(key, word), (bare,)


def _package(content: bytes, word: bytes | None) -> tuple[PrivateKeyTypes, Sequence[x509.Certificate]]:
    try:
        private, first, others = pkcs12.load_key_and_certificates(content, word)
    except (ValueError, UnsupportedAlgorithm) as problem:
        if "password" in str(problem).lower():
            raise _wrong(word) from problem
        raise IdentityProblem(
            "This is neither a PEM file nor a PKCS#12 package (.p12, .pfx).", remedy="Choose the right file."
        ) from problem
    if private is None:
        raise IdentityProblem("This package holds no private key.", remedy=_TWO_FILES)
    return private, ([first] if first else []) + list(others)


def _private(content: bytes, word: bytes | None) -> PrivateKeyTypes:
    if _MARK in content and _KEY_MARK not in content:
        raise IdentityProblem("There is no private key in this file.", remedy=_TWO_FILES)
    load = serialization.load_pem_private_key if _MARK in content else serialization.load_der_private_key
    try:
        return load(content, None)
    except TypeError as problem:  # it is encrypted
        try:
            return load(content, word)
        except (ValueError, TypeError):
            raise _wrong(word) from problem
    except (ValueError, UnsupportedAlgorithm) as problem:
        raise IdentityProblem(
            "The private key cannot be read.", remedy="Export it again, as PEM or PKCS#12."
        ) from problem


def _wrong(word: bytes | None) -> WrongPassphrase:
    if word is None:
        return WrongPassphrase(
            "The private key is locked with a passphrase.", remedy="Type the passphrase of the file."
        )
    return WrongPassphrase("This passphrase does not open the private key.", remedy="Type the passphrase of the file.")


def _own(certificates: Sequence[x509.Certificate], private: PrivateKeyTypes) -> x509.Certificate:
    """The certificate that the key belongs to."""
    form = (serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    mine = private.public_key().public_bytes(*form)
    for certificate in certificates:
        if certificate.public_key().public_bytes(*form) == mine:
            return certificate
    raise IdentityProblem("The private key belongs to another certificate.", remedy="Choose the two that go together.")


def _in_order(first: x509.Certificate, certificates: Sequence[x509.Certificate]) -> list[x509.Certificate]:
    """The chain from the signer's certificate up as far as it goes; one that leads nowhere is no use to anybody."""
    chain = [first]
    while len(chain) < _LONGEST_CHAIN:
        above = next((each for each in certificates if each not in chain and _issued(each, chain[-1])), None)
        if above is None:
            break
        chain.append(above)
    if _issued(first, first):
        raise IdentityProblem(
            "The certificate vouches for itself, so nobody else does.", remedy="Let ArtistGuard make one, or buy one."
        )
    if len(chain) == 1:
        raise IdentityProblem(
            "The certificate of who issued it is missing.", remedy="Add the issuer's chain to the same file."
        )
    return chain


def _issued(issuer: x509.Certificate, certificate: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True


def _check(certificate: x509.Certificate, now: datetime) -> None:
    """What the C2PA asks of a signer's certificate, as far as words help; trying it out finds the rest."""
    if now > certificate.not_valid_after_utc:
        ended = certificate.not_valid_after_utc.date().isoformat()
        raise IdentityProblem(f"The certificate ran out on {ended}.", remedy="Renew it with who issued it.")
    if now < certificate.not_valid_before_utc:
        begins = certificate.not_valid_before_utc.date().isoformat()
        raise IdentityProblem(f"The certificate is valid from {begins} on only.", remedy="Import it again then.")
    if not _signs(certificate) or not _suits(certificate):
        raise IdentityProblem("The certificate is made for something else, such as a website.", remedy=_ASK)


def _signs(certificate: x509.Certificate) -> bool:
    try:
        return certificate.extensions.get_extension_for_class(x509.KeyUsage).value.digital_signature
    except (x509.ExtensionNotFound, ValueError):
        return False


def _suits(certificate: x509.Certificate) -> bool:
    try:
        purposes = set(certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value)
    except (x509.ExtensionNotFound, ValueError):
        return False
    return bool(purposes & _PURPOSES)


def _algorithm(key: PrivateKeyTypes) -> str:
    if isinstance(key, ec.EllipticCurvePrivateKey) and key.curve.name in _CURVES:
        return _CURVES[key.curve.name]
    if isinstance(key, Ed25519PrivateKey):
        return "ed25519"
    if isinstance(key, rsa.RSAPrivateKey) and key.key_size >= _SMALLEST_RSA:
        return "ps256"
    raise IdentityProblem("Content credentials cannot be signed with this kind of key.", remedy=_ASK)


def _try_out(signatory: Signatory) -> None:
    """Sign a few bytes with it and read them back: what the reference implementation refuses is no use to anybody."""
    try:
        standing = tried(signatory).standing
    except CannotEmbed as problem:
        raise IdentityProblem("Content credentials cannot be signed with this certificate.", remedy=_ASK) from problem
    if standing is not Standing.VALID:
        raise IdentityProblem("What is signed with this certificate does not hold.", remedy=_ASK)


def _pem(chain: Sequence[x509.Certificate]) -> bytes:
    return b"".join(each.public_bytes(serialization.Encoding.PEM) for each in chain)


def _secret(key: PrivateKeyTypes) -> bytes:
    form = serialization.PrivateFormat.PKCS8
    return key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
