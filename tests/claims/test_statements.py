"""Statements: canonical bytes, drafting, signing one and many, and every way in which one may not hold."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from artistguard.claims.canonical import canonical, decode, digest
from artistguard.claims.drafting import Draft, draft, draft_withdrawal, record_urn, work_urn
from artistguard.claims.enclosure import Enclosure
from artistguard.claims.forms import Fingerprint, SignedStatement, Statement, entry, everything, parse
from artistguard.claims.identifiers import Identifier
from artistguard.claims.signing import STATEMENT_DOMAIN, check_form, sign, sign_batch, verify
from artistguard.errors import ProofProblem, UsageProblem
from artistguard.terms import Choice, Declaration, Origin, Right
from artistguard.transparency.checkpoint import decode64, encode64
from artistguard.transparency.signature import holds
from artistguard.works import Medium
from tests.suites.registry_makers import MADE, declared, drafted, key, seed, sha, withdrawn, work

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


NAMES = st.from_regex(r"\A[a-z0-9][a-z0-9_.-]{0,9}\Z")


@given(TEXT, TEXT, st.dictionaries(NAMES, TEXT, max_size=5), st.sampled_from(Choice))
@settings(derandomize=True, max_examples=150, deadline=None)
def test_canonical_bytes_are_those_of_rfc_8785(mark: str, offer: str, extra: dict[str, str], choice: Choice) -> None:
    statement = msgspec.structs.replace(
        declared("a").statement, mark=mark, offer=offer, extensions=extra, choice=choice, origin=Origin.HUMAN_MADE
    )
    content = canonical(statement)
    assert content == rfc8785.dumps(json.loads(content))
    assert decode(content, Statement, "statement") == statement


@given(st.recursive(st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXT, lambda inner: st.lists(inner) | st.dictionaries(st.from_regex(r"\A[ -~]{1,9}\Z"), inner)))  # fmt: skip  # noqa: E501 - one strategy
@settings(derandomize=True, max_examples=150, deadline=None)
def test_every_value_of_the_profile_has_its_rfc_8785_form(value: object) -> None:
    assert canonical(value) == rfc8785.dumps(value)  # type: ignore[arg-type]


def test_half_a_character_cannot_be_signed() -> None:
    with pytest.raises(UsageProblem):
        canonical({"a": "\ud800"})
    with pytest.raises(UsageProblem):
        drafted("a", contact="\ud83d")


def test_a_drafted_statement_says_all_that_was_declared() -> None:
    signed = declared("a", choice=Choice.ASK, contact="mailto:ada@example.org", iscc="ISCC:X", medium=Medium.TEXT)
    said = signed.statement
    assert isinstance(said, Statement)
    assert (said.act, said.choice, said.medium, said.distinctive) == ("declare", Choice.ASK, Medium.TEXT, True)
    assert said.values == {"iscc": "ISCC:X", "sha256": sha("a")}
    assert said.work == work("a")
    assert said.made == MADE
    verify(signed)


def test_nothing_personal_stands_in_the_entry() -> None:
    declaration = Declaration(
        name="Ada L.", contact="mailto:ada@example.org", licence="https://ada.example/l", policy="https://ada.example/p"
    )
    signed = sign(
        draft(
            seed=seed(1), creator=key().did, work=work("a"), made=MADE, declaration=declaration,
            fingerprints={"sha256": sha("a")}, distinctive=True,
        ),
        key(),
    )  # fmt: skip
    (enclosed,) = signed.enclosures
    assert enclosed.content == {
        "contact": "mailto:ada@example.org", "licence": "https://ada.example/l", "policy": "https://ada.example/p",
    }  # fmt: skip
    assert b"ada" not in entry(signed).lower().replace(b'"statement":', b"")
    assert b"Ada" not in canonical(signed)
    assert isinstance(signed.statement, Statement)
    assert signed.statement.enclosures == {"particulars": digest(enclosed)}


def test_the_entry_stays_when_the_enclosures_are_forgotten() -> None:
    signed = declared("a", contact="https://ada.example")
    bare = msgspec.structs.replace(signed, enclosures=())
    verify(bare)
    assert entry(bare) == entry(signed)
    assert len(signed.enclosures) == 1


def test_the_record_is_known_before_anything_is_written() -> None:
    known = record_urn(seed("x"))
    made = draft(
        seed=seed("x"), creator=key().did, work=work("a"), made=MADE, declaration=Declaration(),
        fingerprints={"sha256": sha("a")}, distinctive=False,
    )  # fmt: skip
    assert made.statement.record == known  # type: ignore[union-attr]
    assert known.startswith("urn:uuid:")
    assert known != work_urn(seed("x")) != record_urn(seed("y"))


def test_long_codes_go_into_an_enclosure_and_are_found_again() -> None:
    signed = declared("a", chromaprint_v1="A" * 9000)
    assert len(entry(signed)) < 1500
    assert everything(signed) == {"sha256": sha("a"), "chromaprint_v1": "A" * 9000}
    verify(signed)


def test_the_seed_cannot_be_learnt_from_what_is_published() -> None:
    made = drafted("a", contact="https://x.example")
    published = canonical(made.statement) + b"".join(map(canonical, made.enclosures))
    assert seed("statement", "a", key().did, "", Choice.SEARCH_ONLY, "", 0).hex().encode() not in published
    nonce, salt = made.statement.nonce, made.enclosures[0].salt
    assert len({nonce, salt}) == 2


def test_the_signature_is_over_domain_and_canonical_bytes() -> None:
    signed = declared("a")
    assert holds(key().public, decode64(signed.signature, "x"), STATEMENT_DOMAIN + canonical(signed.statement))
    assert not holds(key().public, decode64(signed.signature, "x"), canonical(signed.statement))


def test_statements_travel_as_json_and_come_back() -> None:
    signed = declared("a", contact="https://x.example")
    assert parse(canonical(signed)) == signed
    assert parse(msgspec.json.encode(signed)) == signed
    assert parse(json.dumps(json.loads(canonical(signed)), indent=3)) == signed


def test_any_changed_field_breaks_the_signature() -> None:
    signed = declared("a", choice=Choice.ASK, pdq_v1="00" * 32)
    changes: dict[str, object] = {
        "record": work("x"), "work": work("x"), "nonce": "0" * 32, "made": "2026-01-01T00:00:00Z", "mark": "x",
        "choice": Choice.NOTHING, "distinctive": False, "creator": key("bob").did, "medium": Medium.AUDIO,
        "origin": Origin.HUMAN_MADE, "extensions": {"a": "b"}, "right": "text", "mandate": "x",
        "identifiers": (Identifier("isbn", "9780306406157"),), "on_behalf_of": key("bob").did,
        "enclosures": {"x": "0" * 64}, "offer": "https://x.example",
        "fingerprints": (Fingerprint("sha256", sha("b")),),
    }  # fmt: skip
    for name, value in changes.items():
        changed = msgspec.structs.replace(signed, statement=msgspec.structs.replace(signed.statement, **{name: value}))
        with pytest.raises(ProofProblem, match="signature does not fit"):
            verify(changed)
    everyone = {*Statement.__struct_fields__} - {"act", "supersedes"}
    assert set(changes) == everyone  # a new field must be asked here too


def test_another_key_cannot_sign() -> None:
    with pytest.raises(UsageProblem, match="another key"):
        sign(drafted("a"), key("bob"))
    with pytest.raises(UsageProblem, match="another key"):
        sign_batch([drafted("a"), drafted("b", by=key("bob"))], key())


def altered(signed: SignedStatement, **fields: object) -> SignedStatement:
    """Changed and honestly signed again, so that only the rule itself can object."""
    statement = msgspec.structs.replace(signed.statement, **fields)
    return msgspec.structs.replace(
        signed, statement=statement, signature=encode64(key().sign(STATEMENT_DOMAIN + canonical(statement)))
    )


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"fingerprints": (Fingerprint("sha256", "0"), Fingerprint("iscc", "0"))}, "not sorted"),
        ({"fingerprints": (Fingerprint("sha256", "0"), Fingerprint("sha256", "1"))}, "stands twice"),
        ({"fingerprints": (Fingerprint("iscc", "0"),)}, "SHA-256"),
        ({"fingerprints": ()}, "SHA-256"),
        ({"choice": None}, "lacks a choice"),
        ({"supersedes": work("x")}, "first declaration"),
        ({"act": "change"}, "names the record"),
        ({"act": "withdraw"}, "names the record"),
        ({"act": "withdraw", "supersedes": work("x")}, "no choice and no fingerprints"),
        ({"act": "change", "supersedes": "not a urn"}, "record to supersede"),
        ({"act": "change", "supersedes": declared("a").statement.record}, "supersedes itself"),  # type: ignore[union-attr]
        ({"on_behalf_of": "Bob"}, "person to act for"),
        (
            {"identifiers": (Identifier("isbn", "9783161484100"), Identifier("isbn", "9780306406157"))},
            "identifiers are not sorted",
        ),
        ({"identifiers": (Identifier("isbn", "9780306406158"),)}, "9780306406158 is no ISBN"),
        ({"right": "All of it"}, "right"),
        ({"offer": "https://x.example/offer"}, "a licence is offered"),  # with a choice that asks for nothing
        ({"choice": Choice.ASK, "offer": "mailto:a@x.example"}, "a licence is offered"),
        ({"choice": Choice.ASK, "offer": "https://x.example/a b"}, "a licence is offered"),
        ({"creator": "did:web:example.org"}, "not a did:key"),
    ],
)
def test_statements_that_contradict_themselves(fields: dict[str, object], reason: str) -> None:
    with pytest.raises(ProofProblem, match=reason):
        verify(altered(declared("a"), **fields))


def test_an_honest_alteration_would_hold() -> None:
    verify(altered(declared("a"), mark="a mark", extensions={"later": "field"}, right="composition"))


@pytest.mark.parametrize(
    ("find", "put", "reason"),
    [
        ('"act":"declare"', '"act":"sell"', "sell"),
        ('"act":"declare"', '"act":"declare","unknown":"x"', "unknown"),
        ('"distinctive":true', '"distinctive":null', "null"),
        ('"distinctive":true', '"distinctive":1', "bool"),
        ('"medium":"image"', '"medium":"smell"', "smell"),
        ('"choice":"search-only"', '"choice":"maybe"', "maybe"),
        ("artistguard-statement-v1", "artistguard-statement-v9", "v9"),
        ('"record":"urn:uuid:', '"record":"urn:uuid:X', "record"),
        ('"nonce":"', '"nonce":"0', "nonce"),
        ("2026-11-22T11:00:00Z", "2026-11-22T11:00:00+01", "made"),
        ("2026-11-22T11:00:00Z", "2026-11-22T11:00:00Z\\n", "made"),
        ('"signature":"', '"signature":"AAAA', "signature"),
        ("{", "[", "object"),
        ("}", "", "malformed"),
    ],
)
def test_what_is_not_in_the_grammar_is_refused(find: str, put: str, reason: str) -> None:
    text = canonical(declared("a")).decode()
    assert find in text
    with pytest.raises(ProofProblem, match=rf"(?s)not a signed statement.*{reason}"):
        parse(text.replace(find, put))


def test_deeply_nested_json_is_refused_quickly() -> None:
    with pytest.raises(ProofProblem):
        parse("[" * 100_000)
    with pytest.raises(ProofProblem):
        parse(b'{"statement":' * 50_000)
    with pytest.raises(ProofProblem):
        parse(b"\xff\xfe")


def test_signatures_have_one_spelling() -> None:
    signed = declared("a")
    spelled = signed.signature[:-3] + chr(ord(signed.signature[-3]) + 1) + "=="
    with pytest.raises(ProofProblem):
        verify(msgspec.structs.replace(signed, signature=spelled))


def test_enclosures_must_be_those_that_were_signed() -> None:
    signed = declared("a", contact="https://x.example")
    (enclosed,) = signed.enclosures
    for wrong in (
        Enclosure(enclosed.kind, enclosed.salt, {"contact": "https://y.example"}),
        Enclosure(enclosed.kind, "0" * 32, enclosed.content),
        Enclosure("codes", enclosed.salt, enclosed.content),
    ):
        with pytest.raises(ProofProblem, match="not those that were signed"):
            verify(msgspec.structs.replace(signed, enclosures=(wrong,)))
    with pytest.raises(ProofProblem, match="of one kind"):
        verify(msgspec.structs.replace(signed, enclosures=(enclosed, enclosed)))


def test_an_entry_is_never_longer_than_a_log_can_hold() -> None:
    many = [Fingerprint(f"a{number:03}", "é" * 512) for number in range(64)]
    with pytest.raises(ProofProblem, match="longer than 65535"):
        verify(altered(declared("a"), fingerprints=(*many, Fingerprint("sha256", sha("a")))))


def test_withdrawals_and_changes() -> None:
    first = declared("a")
    verify(withdrawn(first))
    assert withdrawn(first).statement.act == "withdraw"
    later = declared("b", supersedes=first.statement.record, choice=Choice.NOTHING)  # type: ignore[union-attr]
    verify(later)
    assert later.statement.act == "change"


@pytest.mark.parametrize(
    "wrong",
    [
        {"work": "urn:x"},
        {"made": "yesterday"},
        {"creator": "did:key:z6Mk0"},
        {"fingerprints": {}},
        {"fingerprints": {"SHA256": "x", "sha256": sha("a")}},
        {"fingerprints": {"sha256": ""}},
        {"supersedes": "x"},
        {"on_behalf_of": "x"},
        {"seed": b"short"},
    ],
)
def test_what_cannot_be_stated_is_a_usage_problem(wrong: dict[str, object]) -> None:
    right: dict[str, object] = {
        "seed": seed(1), "creator": key().did, "work": work("a"), "made": MADE, "declaration": Declaration(),
        "fingerprints": {"sha256": sha("a")}, "distinctive": True,
    }  # fmt: skip
    draft(**right)  # type: ignore[arg-type]
    with pytest.raises(UsageProblem):
        draft(**(right | wrong))  # type: ignore[arg-type]


def test_a_withdrawal_needs_a_seed_too() -> None:
    with pytest.raises(UsageProblem):
        draft_withdrawal(seed=b"", creator=key().did, work=work("a"), supersedes=work("b"), made=MADE)


@pytest.mark.parametrize("count", [1, 2, 3, 7, 8, 50])
def test_one_signature_for_a_batch_and_each_statement_holds_alone(count: int) -> None:
    batch = sign_batch([drafted(str(number)) for number in range(count)], key())
    assert len({signed.signature for signed in batch}) == 1
    for signed in batch:
        verify(parse(canonical(signed)))


def test_a_statement_of_another_batch_does_not_hold() -> None:
    one = sign_batch([drafted(str(number)) for number in range(5)], key())
    other = sign_batch([drafted(str(number)) for number in range(5, 10)], key())
    for wrong in (
        msgspec.structs.replace(one[2], statement=other[2].statement),
        msgspec.structs.replace(one[2], signature=other[2].signature),
        msgspec.structs.replace(one[2], batch=None),
        msgspec.structs.replace(declared("2"), batch=one[2].batch),
        msgspec.structs.replace(one[2], batch=msgspec.structs.replace(one[2].batch, index=3)),
        msgspec.structs.replace(one[2], batch=msgspec.structs.replace(one[2].batch, index=9)),
        msgspec.structs.replace(one[2], batch=msgspec.structs.replace(one[2].batch, size=6)),
        msgspec.structs.replace(one[2], batch=msgspec.structs.replace(one[2].batch, path=())),
    ):
        with pytest.raises(ProofProblem):
            verify(wrong)
        check_form(wrong)  # only the signature shows it


@given(st.integers(0, 5000), st.integers(0, 255))
@settings(derandomize=True, max_examples=300, deadline=None)
def test_no_single_changed_byte_passes_as_another_statement(at: int, value: int) -> None:
    original = declared("a", contact="https://x.example")
    raw = bytearray(canonical(original))
    raw[at % len(raw)] = value
    try:
        found = parse(bytes(raw))
        verify(found)
    except ProofProblem:
        return
    assert found == original


def test_a_claim_names_the_right_that_a_medium_has_in_any_case() -> None:
    usual = {Medium.IMAGE: Right.ARTWORK, Medium.AUDIO: Right.RECORDING, Medium.TEXT: Right.TEXT}
    for medium, right in usual.items():
        assert about(drafted("a", medium=medium)).right == right
    assert about(drafted("a", medium=None)).right == ""


def test_whoever_wants_to_be_asked_offers_her_licence_where_everybody_reads_it() -> None:
    page = "https://ada.example/licence"
    assert about(drafted("a", choice=Choice.ASK, licence=page)).offer == page
    assert about(drafted("a", choice=Choice.NOTHING, licence=page)).offer == ""
    assert about(drafted("a", choice=Choice.ASK, licence="mailto:ada@x.example")).offer == ""
    long = page + "x" * 600
    draft = drafted("a", choice=Choice.ASK, licence=long)
    assert about(draft).offer == ""
    assert draft.enclosures[0].content["licence"] == long


def test_words_and_kinds_of_later_versions_are_kept() -> None:
    later = altered(declared("a"), right="choreography", identifiers=(Identifier("eidr", "10.5240/7791"),))
    verify(later)
    assert parse(canonical(later)) == later


def about(draft: Draft) -> Statement:
    assert isinstance(draft.statement, Statement)
    return draft.statement


def test_what_later_versions_say_in_the_places_for_it_is_kept_and_a_new_type_is_refused() -> None:
    vectors = json.loads((Path(__file__).resolve().parents[1] / "vectors" / "registry.json").read_text("utf-8"))
    for each in vectors["later"].values():
        signed = parse(each["travels"])
        verify(signed)
        assert canonical(signed).decode() == each["travels"]
        assert entry(signed).decode() == each["entry"]
    with pytest.raises(ProofProblem, match="artistguard-dispute-v1"):
        parse(vectors["too late"])
