"""Bringing in a bought certificate: every form it is sold in, and everything that may be wrong with it."""

from __future__ import annotations

import io
from contextlib import suppress
from datetime import timedelta

import pytest
from cryptography.x509 import ObjectIdentifier
from cryptography.x509.oid import ExtendedKeyUsageOID

from artistguard.credentials.bringing import LARGEST, bring_in
from artistguard.credentials.certificates import describe, make
from artistguard.credentials.reading import ANYTHING, examine
from artistguard.credentials.values import Standing
from artistguard.errors import IdentityProblem, WrongPassphrase
from tests.suites import attested
from tests.suites.certified import DER, NOW, alone, bought
from tests.suites.mutations import mutations

GOOD = bought()


def refused(content: bytes, key: bytes | None = None, passphrase: str = "") -> str:
    with pytest.raises(IdentityProblem) as problem:
        bring_in(content, key, passphrase, NOW)
    assert problem.value.remedy
    return problem.value.message


# -- every form -------------------------------------------------------------------------------------------------------

FORMS = {
    "certificates and key in one file": (GOOD.pem() + GOOD.secret(), None, ""),
    "key first": (GOOD.secret() + GOOD.pem(), None, ""),
    "certificates the wrong way round": (GOOD.pem(2, 1, 0) + GOOD.secret(), None, ""),
    "mixed up": (GOOD.pem(1, 0, 2), GOOD.secret(), ""),
    "one certificate twice": (GOOD.pem(0, 1, 0, 1), GOOD.secret(), ""),
    "without the root": (GOOD.pem(0, 1), GOOD.secret(), ""),
    "with words around": (b"Bag Attributes\n  friendlyName: zoe\n" + GOOD.pem() + b"\nthe end\n", GOOD.secret(), ""),
    "line ends of Windows": (GOOD.pem().replace(b"\n", b"\r\n"), GOOD.secret().replace(b"\n", b"\r\n"), ""),
    "a locked key": (GOOD.pem(), GOOD.secret("sesame öffne dich"), "sesame öffne dich"),
    "a passphrase that is not needed": (GOOD.pem(), GOOD.secret(), "sesame"),
    "a key in DER": (GOOD.pem(), GOOD.secret(form=DER), ""),
    "PKCS#12": (GOOD.package("sesame"), None, "sesame"),
    "PKCS#12 without a passphrase": (GOOD.package(), None, ""),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_understood(form: str) -> None:
    who = bring_in(*FORMS[form], NOW)
    assert (who.algorithm, who.bought) == ("es256", True)
    told = describe(who.chain)
    assert (told.name, told.issuer, told.bought) == ("Zoë Ünal", "Test CA 1", True)
    assert who.chain.startswith(GOOD.pem(0))
    assert who.chain in GOOD.pem()
    assert who.key == GOOD.secret()
    store = attested.beside(b"words", ANYTHING, attested.job(who=who))
    assert examine(io.BytesIO(b"words"), ANYTHING, store).standing is Standing.VALID


@pytest.mark.parametrize(
    ("kind", "algorithm"),
    [("p256", "es256"), ("p384", "es384"), ("p521", "es512"), ("rsa2048", "ps256"), ("ed25519", "ed25519")],
)
def test_every_kind_of_key_that_c2pa_knows(kind: str, algorithm: str) -> None:
    found = bought(kind)
    who = bring_in(found.pem(), found.secret(), "", NOW)
    assert who.algorithm == algorithm
    signed = attested.beside(b"words", ANYTHING, attested.job(who=who))
    assert attested.manifest(b"words", ANYTHING, signed)["signature_info"]["alg"].lower() == algorithm


@pytest.mark.parametrize("purpose", ["1.3.6.1.5.5.7.3.36", "1.3.6.1.4.1.62558.2.1"], ids=["documents", "claims"])
def test_a_certificate_for_documents_or_claims_will_do_too(purpose: str) -> None:
    found = bought(purposes=[ObjectIdentifier(purpose)])
    assert bring_in(found.pem(), found.secret(), "", NOW).bought


# -- everything that may be wrong -------------------------------------------------------------------------------------


@pytest.mark.parametrize("passphrase", ["", "wrong"], ids=["none", "wrong"])
@pytest.mark.parametrize("form", ["a locked key", "PKCS#12"])
def test_the_passphrase(form: str, passphrase: str) -> None:
    content, key, _ = FORMS[form]
    with pytest.raises(WrongPassphrase) as problem:
        bring_in(content, key, passphrase, NOW)
    assert "passphrase" in problem.value.message.lower()
    assert "recovery" not in problem.value.remedy, "the remedy is about this file"


def test_no_key() -> None:
    assert "no private key" in refused(GOOD.pem())
    assert "no private key" in refused(GOOD.chain[0].public_bytes(DER))
    assert "no private key" in refused(GOOD.package(key=False))
    assert "no private key" in refused(GOOD.pem(), GOOD.pem())


def test_no_certificate() -> None:
    assert "no certificate" in refused(GOOD.secret())
    assert "neither" in refused(b"words about something else")
    assert "neither" in refused(b"")


def test_a_key_of_somebody_else() -> None:
    assert "another certificate" in refused(GOOD.pem(), bought("p384").secret())


def test_a_key_that_cannot_be_read() -> None:
    assert "cannot be read" in refused(GOOD.pem(), b"words")
    broken = b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
    assert "cannot be read" in refused(GOOD.pem(), broken)


def test_one_that_ran_out() -> None:
    old = bought(begins=NOW - timedelta(days=90), ends=NOW - timedelta(days=2))
    assert (NOW - timedelta(days=2)).date().isoformat() in refused(old.pem(), old.secret())


def test_one_that_is_not_valid_yet() -> None:
    early = bought(begins=NOW + timedelta(days=2))
    assert (NOW + timedelta(days=2)).date().isoformat() in refused(early.pem(), early.secret())


def test_one_for_websites() -> None:
    site = bought(purposes=[ExtendedKeyUsageOID.SERVER_AUTH])
    assert "something else" in refused(site.pem(), site.secret())
    bare = bought(purposes=[])
    assert "something else" in refused(bare.pem(), bare.secret())
    silent = bought(signs=False)
    assert "something else" in refused(silent.pem(), silent.secret())


def test_a_chain_that_leads_nowhere() -> None:
    assert "who issued it" in refused(GOOD.pem(0), GOOD.secret())
    assert "who issued it" in refused(GOOD.package(others=False))


def test_one_that_vouches_for_itself() -> None:
    own = alone()
    assert "itself" in refused(own.pem(), own.secret())


@pytest.mark.parametrize("kind", ["rsa1024", "k256"])
def test_a_kind_of_key_that_c2pa_does_not_know(kind: str) -> None:
    weak = bought(kind)
    assert "kind of key" in refused(weak.pem(), weak.secret())


def test_a_file_that_is_too_large() -> None:
    assert "too large" in refused(bytes(LARGEST + 1))
    assert "too large" in refused(GOOD.pem(), bytes(LARGEST + 1))


def test_one_made_here_can_be_brought_in_on_another_computer() -> None:
    mine = make("Zoë", bytes(32), NOW)
    assert describe(bring_in(mine.chain, mine.key, "", NOW).chain).name == "Zoë"


def test_damaged_files_end_in_a_plain_refusal() -> None:
    for form in ("certificates and key in one file", "PKCS#12"):
        content, _, passphrase = FORMS[form]
        for damaged in mutations(content, 60, form):
            with suppress(IdentityProblem):
                bring_in(damaged, None, passphrase, NOW)
