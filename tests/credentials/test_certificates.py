"""The certificate that a creator makes for herself."""

from __future__ import annotations

import hmac
import subprocess
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID
from hypothesis import given, settings
from hypothesis import strategies as some

from artistguard.credentials.certificates import MADE_BY_HOLDER, describe, make
from artistguard.errors import IdentityProblem
from tests.suites.certified import bought

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
SEED = bytes(range(32))


def chain(name: str = "Zoë Ünal") -> list[x509.Certificate]:
    return x509.load_pem_x509_certificates(make(name, SEED, NOW).chain)


def test_the_chain_is_what_c2pa_asks_for() -> None:
    leaf, root = chain()
    leaf.verify_directly_issued_by(root)
    root.verify_directly_issued_by(root)
    assert leaf.version is x509.Version.v3
    assert not leaf.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    usage = leaf.extensions.get_extension_for_class(x509.KeyUsage)
    assert usage.critical
    assert usage.value.digital_signature
    assert not usage.value.key_cert_sign
    (purpose,) = leaf.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert purpose == ExtendedKeyUsageOID.EMAIL_PROTECTION
    above = root.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value.digest
    assert leaf.extensions.get_extension_for_class(x509.AuthorityKeyIdentifier).value.key_identifier == above


def test_openssl_finds_it_sound(tmp_path: Path) -> None:
    pem = make("Zoë Ünal", SEED, datetime.now(UTC)).chain.split(b"-----BEGIN")[1:]
    for name, part in zip(("leaf", "root"), pem, strict=True):
        (tmp_path / name).write_bytes(b"-----BEGIN" + part)
    asked = ["openssl", "verify", "-purpose", "smimesign", "-CAfile", tmp_path / "root", tmp_path / "leaf"]
    assert subprocess.run(asked, check=True, capture_output=True, text=True).stdout.endswith("leaf: OK\n")


def test_nothing_but_the_name_is_in_it() -> None:
    leaf, root = chain()
    assert [(each.rfc4514_attribute_name, each.value) for each in leaf.subject] == [("CN", "Zoë Ünal")]
    assert [(each.rfc4514_attribute_name, each.value) for each in root.subject] == [("CN", MADE_BY_HOLDER)]
    assert {each.oid._name for each in leaf.extensions} == {
        "subjectKeyIdentifier",
        "authorityKeyIdentifier",
        "basicConstraints",
        "keyUsage",
        "extendedKeyUsage",
    }


def test_the_same_seed_gives_the_same_key_under_another_root() -> None:
    one, two = make("Zoë", SEED, NOW), make("Zoë", SEED, NOW)
    assert one.key == two.key
    assert one.chain != two.chain
    assert make("Zoë", bytes(32), NOW).key != one.key
    key = serialization.load_pem_private_key(one.key, None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    assert key.curve.name == "secp256r1"
    assert one.algorithm == "es256"
    assert not one.bought


def test_the_key_of_a_seed_never_changes() -> None:
    # Whoever loses the certificate makes it again, and it is the same key: HKDF-Expand by hand, then FIPS 186-5 A.2.1.
    info, block, stream = b"artistguard-credentials-p256-v1", b"", b""
    for count in (1, 2):
        block = hmac.digest(SEED, block + info + bytes([count]), "sha256")
        stream += block
    order = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
    key = serialization.load_pem_private_key(make("Zoë", SEED, NOW).key, None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    assert key.private_numbers().private_value == int.from_bytes(stream[:48]) % (order - 1) + 1
    assert f"{key.private_numbers().private_value:064x}".startswith("0075f08cd50e8d90")


@settings(max_examples=40, deadline=None)
@given(name=some.text(max_size=90))
def test_any_name_makes_a_certificate(name: str) -> None:
    found = describe(make(name, SEED, NOW).chain)
    assert 1 <= len(found.name) <= 64
    assert "\n" not in found.name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("", "A creator"),
        ("   ", "A creator"),
        ("Zoë\nÜnal\x07", "Zoë Ünal"),
        ("a" * 80, "a" * 64),
        ("\u202eeoZ", "eoZ"),
    ],
)
def test_names_are_cleaned(name: str, shown: str) -> None:
    assert describe(make(name, SEED, NOW).chain).name == shown


def test_it_lasts_for_twenty_years_from_the_day_before() -> None:
    found = describe(make("Zoë", SEED, NOW).chain)
    assert found.begins == NOW - timedelta(days=1)
    assert found.ends - found.begins == timedelta(days=7300)
    assert (found.issuer, found.bought) == (MADE_BY_HOLDER, False)


def test_the_fingerprint_is_that_of_openssl(tmp_path: Path) -> None:
    file = tmp_path / "chain.pem"
    file.write_bytes(make("Zoë", SEED, NOW).chain)
    asked = ["openssl", "x509", "-in", file, "-noout", "-fingerprint", "-sha256"]
    told = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    assert told.strip().rpartition("=")[2].replace(":", "").lower() == describe(file.read_bytes()).fingerprint


def test_a_bought_one_is_described_as_such() -> None:
    found = describe(bought().pem())
    assert (found.name, found.issuer, found.bought) == ("Zoë Ünal", "Test CA 1", True)


@pytest.mark.parametrize(
    "words", ["", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"]
)
def test_what_is_no_certificate_is_told(words: str) -> None:
    with pytest.raises(IdentityProblem):
        describe(words.encode())
