"""Files signed with content credentials by the reference implementation, under a certificate made for one test."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

import c2pa
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from artistguard.terms import Declaration
from artistguard.vocabularies import cawg

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

SIGNER = "Test Painter"
SETTINGS = {"version": 1, "builder": {"thumbnail": {"enabled": False}}, "verify": {"verify_after_sign": False}}


@dataclass(frozen=True)
class Identity:
    chain: bytes
    key: bytes


@cache
def identity(name: str = SIGNER) -> Identity:
    """A root of our own and a leaf below it, as C2PA wants them: ES256, digitalSignature, emailProtection."""
    root_key, leaf_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    root = _certificate(f"{name}'s own root", root_key, f"{name}'s own root", root_key, authority=True)
    leaf = _certificate(name, leaf_key, f"{name}'s own root", root_key, authority=False)
    pem = serialization.Encoding.PEM
    key = leaf_key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return Identity(leaf.public_bytes(pem) + root.public_bytes(pem), key)


def embedded(content: bytes, mime: str, declaration: Declaration | None = None, name: str = SIGNER) -> bytes:
    """The file with credentials inside."""
    target = io.BytesIO()
    with _builder(declaration) as builder:
        builder.sign(_signer(name), mime, io.BytesIO(content), target)
    return target.getvalue()


def beside(content: bytes, declaration: Declaration | None = None, name: str = SIGNER) -> bytes:
    """A ``.c2pa`` sidecar for a file of any type."""
    with _builder(declaration) as builder:
        builder.set_no_embed()
        return bytes(builder.sign(_signer(name), "application/octet-stream", io.BytesIO(content), io.BytesIO()))


def pointing(content: bytes, mime: str, address: str) -> bytes:
    """The file with nothing but the address at which its credentials are said to lie."""
    target = io.BytesIO()
    with _builder(None) as builder:
        builder.set_no_embed()
        builder.set_remote_url(address)
        builder.sign(_signer(SIGNER), mime, io.BytesIO(content), target)
    return target.getvalue()


def _builder(declaration: Declaration | None) -> c2pa.Builder:
    assertions = [
        {"label": "c2pa.actions.v2", "data": {"actions": [{
            "action": "c2pa.created",
            "digitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation",
        }]}},
        *({"label": each.label, "data": each.data} for each in cawg.assertions(declaration or Declaration())),
    ]  # fmt: skip
    context = c2pa.Context(settings=c2pa.Settings.from_json(json.dumps(SETTINGS)))
    manifest = {"claim_generator_info": [{"name": "Test Studio", "version": "1"}], "assertions": assertions}
    return c2pa.Builder(json.dumps(manifest), context=context)


def _signer(name: str) -> c2pa.Signer:
    who = identity(name)
    return c2pa.Signer.from_info(
        c2pa.C2paSignerInfo(alg=b"es256", sign_cert=who.chain, private_key=who.key, ta_url=None)
    )


def _certificate(
    subject: str,
    key: EllipticCurvePrivateKey,
    issuer: str,
    signs: EllipticCurvePrivateKey,
    *,
    authority: bool,
) -> x509.Certificate:
    now = datetime.now(UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signs.public_key()), critical=False)
        .add_extension(
            x509.KeyUsage(
                digital_signature=not authority, key_cert_sign=authority, crl_sign=authority, content_commitment=False,
                key_encipherment=False, data_encipherment=False, key_agreement=False, encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
    )  # fmt: skip
    if not authority:
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
    return builder.sign(signs, hashes.SHA256())


def _name(text: str) -> x509.Name:
    return x509.Name(
        [x509.NameAttribute(NameOID.COMMON_NAME, text), x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Test House")]
    )
