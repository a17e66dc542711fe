from __future__ import annotations

import contextlib
import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artistguard.errors import Damaged, FileProblem, TooLarge
from artistguard.packets import xmp
from artistguard.terms import Choice, Inscription, Origin
from artistguard.vocabularies import own, plus, rights, table
from artistguard.vocabularies.properties import (
    Alternative,
    Ordered,
    Property,
    Rule,
    Structure,
    Unordered,
    Value,
)
from tests.suites import readers
from tests.suites.declarations import LICENCE, NAME, RECORD, WORK, bare, inscription, inscriptions

SAMPLES = sorted((Path(__file__).resolve().parent.parent / "samples" / "xmp").glob("*.xmp"))
CHOICES = list(Choice)
CONSENT = {"DataMining", "reservation", "policy", "LearningOptOutIn"}
DC = "http://purl.org/dc/elements/1.1/"

every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
every_choice = pytest.mark.parametrize("choice", CHOICES)


def keyed(packet: bytes) -> dict[str, Value]:
    return {entry.namespace + entry.name: entry.value for entry in xmp.parse(packet)}


def merged(packet: bytes | None, choice: Choice = Choice.SEARCH_ONLY, **terms: object) -> bytes:
    return xmp.merge(packet, table.properties(inscription(choice, **terms)))


def verdict(packet: bytes) -> table.Verdict:
    return table.verdict(table.from_properties(xmp.parse(packet)))


def packet_of(inside: str, attributes: str = "") -> bytes:
    spaces = (
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/" '
        'xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:q="urn:q:"'
    )
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {spaces} {attributes}>{inside}</rdf:Description></rdf:RDF></x:xmpmeta>'
    ).encode()


def value_of(inside: str, attributes: str = "") -> Value:
    (entry,) = xmp.parse(packet_of(inside, attributes))
    return entry.value


# Reading


def test_there_are_packets_of_several_producers() -> None:
    assert len(SAMPLES) >= 6


@pytest.mark.parametrize(
    ("inside", "value"),
    [
        ("<q:a>text</q:a>", "text"),
        ("<q:a/>", ""),
        ("<q:a>x<!-- c -->y</q:a>", "xy"),
        ("<q:a><![CDATA[<b>&]]></q:a>", "<b>&"),
        ('<q:a rdf:resource="https://a.example/"/>', "https://a.example/"),
        ('<q:a q:scheme="s" rdf:value="v"/>', "v"),
        ("<q:a><rdf:Description><rdf:value>v</rdf:value><q:scheme>s</q:scheme></rdf:Description></q:a>", "v"),
        ('<q:a rdf:parseType="Resource"><rdf:value>v</rdf:value></q:a>', "v"),
        ("<q:a><rdf:Seq><rdf:li>1</rdf:li><rdf:li>2</rdf:li></rdf:Seq></q:a>", Ordered(("1", "2"))),
        ("<q:a><rdf:Bag><rdf:li>1</rdf:li></rdf:Bag></q:a>", Unordered(("1",))),
        ("<q:a><rdf:Bag/></q:a>", Unordered(())),
        ('<q:a><rdf:Alt><rdf:li xml:lang="x-default">d</rdf:li></rdf:Alt></q:a>', Alternative("d")),
        ("<q:a><rdf:Alt/></q:a>", Alternative("")),
        (
            '<q:a><rdf:Alt><rdf:li xml:lang="de">e</rdf:li><rdf:li xml:lang="x-default">d</rdf:li></rdf:Alt></q:a>',
            Alternative("d", (("de", "e"),)),
        ),
        ('<q:a><rdf:Alt><rdf:li xml:lang="fr">f</rdf:li></rdf:Alt></q:a>', Alternative("f")),
        (
            '<q:a rdf:parseType="Resource"><q:b>1</q:b></q:a>',
            Structure((Property("urn:q:", "q", "b", "1"),)),
        ),
        ('<q:a q:b="1"/>', Structure((Property("urn:q:", "q", "b", "1"),))),
        ('<q:a><rdf:Description q:b="1"/></q:a>', Structure((Property("urn:q:", "q", "b", "1"),))),
        (
            '<q:a><rdf:Bag><rdf:li rdf:parseType="Resource"><q:b>1</q:b></rdf:li></rdf:Bag></q:a>',
            Unordered((Structure((Property("urn:q:", "q", "b", "1"),)),)),
        ),
        (
            '<q:a><rdf:Alt><rdf:li rdf:parseType="Resource"><q:b>1</q:b></rdf:li></rdf:Alt></q:a>',
            Ordered((Structure((Property("urn:q:", "q", "b", "1"),)),)),
        ),
    ],
)
def test_every_form_of_a_value_is_read(inside: str, value: Value) -> None:
    assert value_of(inside) == value


def test_attributes_are_properties() -> None:
    (entry,) = xmp.parse(packet_of("", 'plus:DataMining="DMI-PROHIBITED"'))
    assert (entry.namespace, entry.name, entry.value) == (plus.NAMESPACE, "DataMining", "DMI-PROHIBITED")
    assert entry.label == "plus:DataMining"


def test_another_prefix_is_the_same_property() -> None:
    packet = packet_of('<r:DataMining xmlns:r="http://ns.useplus.org/ldf/xmp/1.0/">DMI-PROHIBITED</r:DataMining>')
    (statement,) = table.from_properties(xmp.parse(packet))
    assert (statement.choice, statement.place) == (Choice.NOTHING, "XMP r:DataMining")


@every_sample
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_reads_alike(sample: Path, encoding: str) -> None:
    text = sample.read_text(encoding="utf-8").rstrip("\0").removeprefix("\ufeff")
    text = re.sub(r"^<\?xml[^>]*\?>\s*", "", text)
    assert xmp.parse(text.encode(encoding)) == xmp.parse(sample.read_bytes())
    assert verdict(merged(text.encode(encoding))) == table.Verdict(Choice.SEARCH_ONLY)


@every_sample
@pytest.mark.parametrize("padding", [b"\0" * 7, b" \n" * 2000, b"\n\0 \0"])
def test_padding_is_passed_over(sample: Path, padding: bytes) -> None:
    assert xmp.parse(sample.read_bytes() + padding) == xmp.parse(sample.read_bytes())


def test_what_follows_the_packet_is_passed_over() -> None:
    assert keyed(merged(None) + b"\n\0rubbish <") == keyed(merged(None))


@pytest.mark.parametrize(
    "blank", [b"", b" \n", b"\0" * 100, b'<?xpacket begin=""?>   <?xpacket end="w"?>', b"\xef\xbb\xbf"]
)
def test_a_blank_packet_says_nothing_and_is_filled(blank: bytes) -> None:
    assert xmp.parse(blank) == ()
    assert keyed(merged(blank)) == keyed(merged(None))


@pytest.mark.parametrize("name", ["xmpmeta", "xapmeta"])
def test_an_empty_wrapper_is_filled(name: str) -> None:
    packet = f'<x:{name} xmlns:x="adobe:ns:meta/"/>'.encode()
    assert xmp.parse(packet) == ()
    assert keyed(merged(packet)) == keyed(merged(None))


@pytest.mark.parametrize(
    "packet",
    [
        b"rubbish",
        b"<x:xmpmeta>",
        b"<html/>",
        b"<a><b/></a>",
        merged(None)[:-200],
        merged(None).replace(b"</rdf:RDF>", b""),
        merged(None).replace("ë".encode(), b"\xeb"),
        b"\xff\xfe<\0",
        b"\xff\xfe\x00\xd8",
        b'<!DOCTYPE r [<!ENTITY a "b">]>' + packet_of("<q:a>&a;</q:a>"),
        packet_of("<q:a>&undeclared;</q:a>"),
        packet_of("<q:a>" + "<rdf:Seq><rdf:li>" * 100 + "</rdf:li></rdf:Seq>" * 100 + "</q:a>"),
        packet_of("<q:a>" * 3000 + "</q:a>" * 3000),
        packet_of("<unbound:a/>"),
    ],
)
def test_a_broken_packet_is_damaged_never_lost(packet: bytes) -> None:
    with pytest.raises(Damaged) as problem:
        xmp.parse(packet)
    assert problem.value.remedy
    with pytest.raises(Damaged):
        merged(packet)


def test_entities_cannot_blow_up() -> None:
    levels = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
    bomb = f'<!DOCTYPE x [<!ENTITY e0 "ha">{levels}]>'.encode() + packet_of("<q:a>&e12;</q:a>")
    with pytest.raises(Damaged):
        xmp.parse(bomb)


def test_an_external_entity_is_not_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    packet = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'.encode() + packet_of("<q:a>&e;</q:a>")
    with pytest.raises(Damaged):
        xmp.parse(packet)


def test_sizes_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TooLarge):
        xmp.parse(b" " * (xmp.LARGEST + 1))
    monkeypatch.setattr(xmp, "MOST_MARKUP", 1000)
    with pytest.raises(TooLarge):
        xmp.parse(packet_of("<q:a/>" * 1001))


@pytest.mark.parametrize(
    "piece", [b"<?xpacket end=", b"<?xpacket ", b"<?xml ", b"<!--", b"<![CDATA[", b'<a b="', b"&lt;", b"<?"]
)
def test_a_hostile_pattern_is_refused_at_once(piece: bytes) -> None:
    with pytest.raises(FileProblem):
        xmp.parse(piece * (2_000_000 // len(piece)))


def test_a_large_real_packet_is_read() -> None:
    history = "<rdf:li>uuid:0123456789abcdef</rdf:li>" * 20_000
    packet = merged(packet_of(f"<q:a><rdf:Bag>{history}</rdf:Bag></q:a>"))
    value = keyed(packet)["urn:q:a"]
    assert isinstance(value, Unordered)
    assert len(value.items) == 20_000


# Writing


@every_choice
@pytest.mark.parametrize("sample", [None, *SAMPLES], ids=lambda path: path.stem if path else "none")
def test_every_choice_is_read_back(sample: Path | None, choice: Choice) -> None:
    packet = merged(sample.read_bytes() if sample else None, choice)
    assert verdict(packet) == table.Verdict(choice)
    binding = table.binding_of(xmp.parse(packet))
    assert (binding.record, binding.work) == (RECORD, WORK)


@every_choice
@pytest.mark.parametrize("sample", [None, *SAMPLES], ids=lambda path: path.stem if path else "none")
def test_merging_again_changes_no_byte(sample: Path | None, choice: Choice) -> None:
    once = merged(sample.read_bytes() if sample else None, choice)
    assert merged(once, choice) == once


def test_a_new_packet_has_the_wrapper_readers_look_for() -> None:
    packet = merged(None)
    assert packet.startswith(b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta ')
    assert packet.endswith(b'</x:xmpmeta>\n<?xpacket end="w"?>')
    assert len(packet) < 3000


@every_sample
def test_a_merged_packet_has_one_writable_wrapper(sample: Path) -> None:
    packet = merged(sample.read_bytes())
    assert packet.count(b"<?xpacket begin=") == packet.count(b'<?xpacket end="w"?>') == 1
    assert b"<?xml " not in packet
    assert b"\0" not in packet


@every_sample
@every_choice
def test_everything_foreign_stays(sample: Path, choice: Choice) -> None:
    before, after = keyed(sample.read_bytes()), keyed(merged(sample.read_bytes(), choice))
    for key, value in before.items():
        consent = key.rsplit("/", 1)[-1] in CONSENT
        blank = isinstance(value, Alternative) and not value.text.strip()
        if not consent and not blank:
            assert after[key] == value, key


@every_sample
def test_all_comes_back_when_our_words_are_taken_out_again(sample: Path) -> None:
    """What was set over is the creator's new choice; all else is as it was."""
    before, after = keyed(sample.read_bytes()), keyed(xmp.merge(merged(sample.read_bytes(), Choice.ASK), ()))
    assert not any(key.startswith(own.NAMESPACE) for key in after)
    kept = {key: value for key, value in before.items() if key.rsplit("/", 1)[-1] not in CONSENT}
    kept = {
        key: value for key, value in kept.items() if not (isinstance(value, Alternative) and not value.text.strip())
    }
    assert after == kept


@every_sample
def test_comments_cdata_and_line_ends_stay(sample: Path) -> None:
    before, after = sample.read_text(encoding="utf-8"), merged(sample.read_bytes()).decode()
    for odd in ("<!-- agency delivery -->", "<![CDATA[a < b & c]]>", "ag:scheme", "xmptk="):
        assert (odd in before) <= (odd in after)


def test_an_attribute_with_a_line_end_keeps_it() -> None:
    packet = merged(packet_of("", 'q:note="one&#xA;two&#x9;three"'))
    assert keyed(packet)["urn:q:note"] == "one\ntwo\tthree"
    assert keyed(merged(packet, Choice.NOTHING))["urn:q:note"] == "one\ntwo\tthree"


def test_a_foreign_value_in_a_qualifier_or_language_stays() -> None:
    packet = (Path(SAMPLES[0]).parent / "agency.xmp").read_bytes()
    assert b"<ag:scheme>asset</ag:scheme>" in merged(packet, Choice.ASK)


def test_a_foreign_consent_value_is_replaced_wherever_it_stands() -> None:
    twice = packet_of(
        "<plus:DataMining>DMI-ALLOWED</plus:DataMining><plus:DataMining>DMI-UNSPECIFIED</plus:DataMining>",
        'plus:DataMining="DMI-ALLOWED"',
    )
    packet = merged(twice, Choice.NOTHING)
    assert packet.count(b"DMI-") == 1
    assert verdict(packet) == table.Verdict(Choice.NOTHING)


def test_new_properties_are_about_the_same_thing() -> None:
    packet = (Path(SAMPLES[0]).parent / "attributes.xmp").read_bytes()
    assert set(re.findall(rb'rdf:about="([^"]*)"', merged(packet))) == {b"uuid:3f6c0d3a-7d55-4b6e-9d0b-1b0f4f2f7c11"}


# What is ours and what is theirs


def test_the_creators_words_are_never_replaced() -> None:
    theirs = packet_of(
        '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">Mine.</rdf:li></rdf:Alt></dc:rights>'
        "<dc:creator><rdf:Seq><rdf:li>Somebody Else</rdf:li></rdf:Seq></dc:creator>",
        'xmpRights:WebStatement="https://theirs.example/"',
    )
    for choice in CHOICES:
        found = keyed(merged(theirs, choice))
        assert found[DC + "rights"] == Alternative("Mine.")
        assert found[DC + "creator"] == Ordered(("Somebody Else",))
        assert found[rights.XMP_RIGHTS + "WebStatement"] == "https://theirs.example/"


def test_our_sentences_follow_the_choice() -> None:
    packet = None
    for choice in [*CHOICES, *reversed(CHOICES)]:
        packet = merged(packet, choice)
        told = inscription(choice).declaration
        assert keyed(packet)[DC + "rights"] == Alternative(rights.rights(told).copyright)
        assert keyed(packet)[rights.XMP_RIGHTS + "UsageTerms"] == Alternative(rights.rights(told).terms)


def test_the_licensor_of_ask_goes_with_ask() -> None:
    asked = merged(None, Choice.ASK)
    assert plus.NAMESPACE + "Licensor" in keyed(asked)
    after = keyed(merged(asked, Choice.NOTHING))
    assert plus.NAMESPACE + "Licensor" not in after
    assert plus.NAMESPACE + "OtherConstraints" not in after


def test_the_agencys_licensor_stays_with_every_choice() -> None:
    agency = (Path(SAMPLES[0]).parent / "agency.xmp").read_bytes()
    theirs = keyed(agency)
    packet = agency
    for choice in [Choice.ASK, Choice.NOTHING, Choice.ASK, Choice.SEARCH_ONLY]:
        packet = merged(packet, choice)
        for name in ("Licensor", "OtherConstraints"):
            assert keyed(packet)[plus.NAMESPACE + name] == theirs[plus.NAMESPACE + name]
        assert verdict(packet) == table.Verdict(choice)


def test_a_licensor_that_was_edited_since_is_theirs() -> None:
    asked = merged(None, Choice.ASK)
    edited = asked.replace(b"LicensorName>Zo\xc3\xab", b"LicensorName>Agent of Zo\xc3\xab")
    assert edited != asked
    assert b"Agent of Zo" in merged(edited, Choice.NOTHING)


def test_a_licensor_that_was_there_before_is_theirs_even_if_it_says_the_same() -> None:
    only = tuple(entry for entry in table.properties(inscription(Choice.ASK)) if entry.name == "Licensor")
    before = re.sub(rb"<ag:written>.*?</ag:written>", b"", xmp.merge(None, only))
    asked = merged(before, Choice.ASK)
    assert plus.NAMESPACE + "Licensor" in keyed(merged(asked, Choice.NOTHING))


def test_a_change_of_name_renews_what_is_ours() -> None:
    packet = merged(merged(None, Choice.ASK), Choice.ASK, name="Z. Pseudonym", licence="", contact="new@artist.example")
    assert NAME.encode() not in packet
    assert LICENCE.encode() not in packet
    assert verdict(packet) == table.Verdict(Choice.ASK)


def test_what_is_no_longer_said_goes() -> None:
    full = merged(None, Choice.ASK, origin=Origin.HUMAN_MADE)
    after = keyed(xmp.merge(full, table.properties(Inscription(bare(), RECORD, WORK))))
    assert set(after) == {
        entry.namespace + entry.name for entry in table.properties(Inscription(bare(), RECORD, WORK))
    } | {own.NAMESPACE + own.WRITTEN}


def test_a_translation_beside_our_sentence_makes_it_theirs() -> None:
    packet = merged(None)
    ours = rights.rights(inscription().declaration).copyright.encode()
    item = b'<rdf:li xml:lang="x-default">' + ours + b"</rdf:li>"
    translated = packet.replace(item, item + b'<rdf:li xml:lang="de">Keine KI.</rdf:li>')
    assert translated != packet
    assert keyed(merged(translated, Choice.ALLOW))[DC + "rights"] == Alternative(ours.decode(), (("de", "Keine KI."),))


def test_our_sentences_are_known_without_the_notes() -> None:
    stripped = re.sub(rb"<ag:[a-z]+.*</ag:written>", b"", merged(None, Choice.ASK))
    assert b"<ag:" not in stripped
    after = merged(stripped, Choice.NOTHING)
    assert keyed(after)[DC + "rights"] == Alternative(rights.rights(inscription(Choice.NOTHING).declaration).copyright)
    assert plus.NAMESPACE + "OtherConstraints" not in keyed(after)
    assert verdict(after) == table.Verdict(Choice.NOTHING)


@pytest.mark.parametrize("blank", ["", "   ", "&#xA;"])
def test_a_blank_field_is_filled(blank: str) -> None:
    theirs = packet_of(
        f'<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{blank}</rdf:li></rdf:Alt></dc:rights>'
        f"<dc:creator><rdf:Seq><rdf:li>{blank}</rdf:li></rdf:Seq></dc:creator>"
    )
    assert keyed(merged(theirs))[DC + "creator"] == Ordered((NAME,))
    assert b"search excepted" in merged(theirs)


def test_what_is_given_is_theirs_from_then_on() -> None:
    given = Property(DC, "dc", "title", Alternative("From another place"), Rule.GIVE)
    packet = xmp.merge(None, [given, *table.properties(inscription())])
    assert keyed(merged(packet, Choice.ASK))[DC + "title"] == Alternative("From another place")
    assert xmp.merge(packet, [given, *table.properties(inscription())]) == packet
    other = Property(DC, "dc", "title", Alternative("Other"), Rule.GIVE)
    assert keyed(xmp.merge(packet, [other]))[DC + "title"] == Alternative("From another place")


def test_a_description_emptied_by_us_goes_and_others_stay() -> None:
    packet = xmp.merge(merged(packet_of("<q:a>1</q:a>")), ())
    assert keyed(packet) == {"urn:q:a": "1"}
    assert packet.count(b"<rdf:Description") == 1


# Laws

texts = st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x2FFF), max_size=12).map(rights.clean)
names = st.from_regex(r"\A[A-Za-z][A-Za-z0-9_]{0,8}\Z")


def values(depth: int = 2) -> st.SearchStrategy[Value]:
    flat: st.SearchStrategy[Value] = texts | st.builds(Alternative, texts)
    if depth == 0:
        return flat
    fields = st.lists(entries(depth - 1), min_size=1, max_size=3, unique_by=lambda entry: entry.name)
    structure = st.builds(Structure, fields.map(tuple))
    items = st.lists(texts, max_size=3).map(tuple) | st.lists(structure, min_size=1, max_size=2).map(tuple)
    return flat | structure | st.builds(Ordered, items) | st.builds(Unordered, items)


def entries(depth: int = 2) -> st.SearchStrategy[Property]:
    return st.builds(
        Property, st.sampled_from(["urn:one:", "http://two.example/ns/"]).map(str), st.just("p"), names, values(depth)
    ).map(
        lambda drawn: Property(drawn.namespace, "one" if "one" in drawn.namespace else "two", drawn.name, drawn.value)
    )


foreign = st.lists(entries(), max_size=6, unique_by=lambda entry: entry.namespace + entry.name)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(foreign)
def test_whatever_is_written_is_read_back(properties: list[Property]) -> None:
    found = keyed(xmp.merge(None, properties))
    found.pop(own.NAMESPACE + own.WRITTEN, None)
    assert found == {entry.namespace + entry.name: entry.value for entry in properties}


@settings(max_examples=150, derandomize=True, deadline=None)
@given(foreign, inscriptions, inscriptions)
def test_foreign_properties_survive_any_inscriptions(
    properties: list[Property], first: Inscription, second: Inscription
) -> None:
    before = re.sub(rb"<ag:written>.*?</ag:written>", b"", xmp.merge(None, properties))
    once = xmp.merge(before, table.properties(first))
    assert xmp.merge(once, table.properties(first)) == once
    twice = xmp.merge(once, table.properties(second))
    assert xmp.merge(twice, table.properties(second)) == twice
    assert keyed(before).items() <= keyed(twice).items()
    assert verdict(twice) == table.Verdict(second.declaration.choice)


@settings(max_examples=100, derandomize=True, deadline=None)
@given(st.lists(inscriptions, min_size=1, max_size=4))
def test_only_the_last_inscription_counts(told: list[Inscription]) -> None:
    packet = None
    for each in told:
        packet = xmp.merge(packet, table.properties(each))
    assert packet is not None
    assert keyed(packet) == keyed(xmp.merge(None, table.properties(told[-1])))


@settings(max_examples=100, derandomize=True, deadline=None)
@given(st.lists(entries(), min_size=1, max_size=4, unique_by=lambda entry: entry.namespace + entry.name))
def test_fill_never_overwrites(properties: list[Property]) -> None:
    theirs = re.sub(rb"<ag:written>.*?</ag:written>", b"", xmp.merge(None, properties))
    ours = [Property(entry.namespace, entry.prefix, entry.name, "ours", Rule.FILL) for entry in properties]
    after = keyed(xmp.merge(theirs, ours))
    for entry in properties:
        speaks = any(letter.isalnum() for letter in repr(_words(entry.value)))
        if speaks:
            assert after[entry.namespace + entry.name] == entry.value


def _words(value: Value) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, Alternative):
        return [value.text]
    parts = [entry.value for entry in value.fields] if isinstance(value, Structure) else list(value.items)
    return [word for part in parts for word in _words(part) if word]


@every_sample
def test_mutated_packets_end_in_our_errors(sample: Path) -> None:
    content = sample.read_bytes()
    for place in range(0, len(content), 7):
        for mutated in (content[:place], content[:place] + bytes([content[place] ^ 0x21]) + content[place + 1 :]):
            with contextlib.suppress(FileProblem):
                xmp.parse(merged(mutated))


# Readers that are not ours


@every_choice
@pytest.mark.parametrize("sample", [None, *SAMPLES], ids=lambda path: path.stem if path else "none")
def test_exiftool_reads_it(sample: Path | None, choice: Choice, tmp_path: Path) -> None:
    path = tmp_path / "packet.xmp"
    path.write_bytes(merged(sample.read_bytes() if sample else None, choice))
    found = readers.exiftool(path)
    # Since it knows the vocabulary it leaves the address before the code away.
    assert found["XMP-plus:DataMining"] in {plus.uri(choice), plus.uri(choice).rsplit("/", 1)[-1]}
    assert str(found["XMP-tdm:Reservation"]) == ("0" if choice is Choice.ALLOW else "1")
    assert found["XMP-xmpRights:WebStatement"]
    assert found["XMP-xmpRights:UsageTerms"]
    (pairs,) = (value for key, value in found.items() if key.endswith(":LearningOptOutIn"))
    assert int(pairs["Values"][0]) == 0
    assert choice.value in {value for key, value in found.items() if key.endswith(":Choice")}


@every_sample
def test_exiftool_sees_all_that_it_saw_before(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "packet.xmp"
    path.write_bytes(sample.read_bytes())
    before = readers.exiftool(path, "-XMP:all")
    path.write_bytes(merged(sample.read_bytes(), Choice.ASK))
    after = readers.exiftool(path, "-XMP:all")
    for key, value in before.items():
        if key.startswith("XMP-") and not key.endswith((":DataMining", ":Reservation")) and str(value).strip():
            assert after[key] == value, key


@every_choice
@pytest.mark.parametrize("sample", [None, *SAMPLES], ids=lambda path: path.stem if path else "none")
def test_the_adobe_toolkit_reads_it(sample: Path | None, choice: Choice, tmp_path: Path) -> None:
    path = tmp_path / "packet.xmp"
    path.write_bytes(merged(sample.read_bytes() if sample else None, choice))
    found = readers.exiv2(path)
    assert found["Xmp.plus.DataMining"] == plus.uri(choice)
    assert found["Xmp.tdm.reservation"] == ("0" if choice is Choice.ALLOW else "1")
    assert [value for key, value in found.items() if key.endswith(".choice")] == [choice.value]
    assert [value for key, value in found.items() if key.endswith(".record")] == [RECORD]


@pytest.mark.parametrize("sample", [path for path in SAMPLES if path.stem != "bare"], ids=lambda path: path.stem)
def test_the_adobe_toolkit_sees_all_that_it_saw_before(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "packet.xmp"
    path.write_bytes(sample.read_bytes())
    before = readers.exiv2(path)
    path.write_bytes(merged(sample.read_bytes(), Choice.ASK))
    after = readers.exiv2(path)
    assert before
    for key, value in before.items():
        if not key.endswith((".DataMining", ".reservation")):
            assert after[key] == value, key


def test_after_another_program_wrote_the_packet_ours_is_still_ours(tmp_path: Path) -> None:
    path = tmp_path / "packet.xmp"
    path.write_bytes(merged(None, Choice.ASK))
    command = [
        readers.exiftool_program(),
        "-q",
        "-overwrite_original",
        "-XMP-dc:Title=Later",
        "-XMP:Rating=2",
        str(path),
    ]
    subprocess.run(command, check=True)
    after = keyed(merged(path.read_bytes(), Choice.NOTHING))
    assert plus.NAMESPACE + "Licensor" not in after
    assert after[DC + "title"] == Alternative("Later")
    assert after[DC + "rights"] == Alternative(rights.rights(inscription(Choice.NOTHING).declaration).copyright)
    assert verdict(merged(path.read_bytes(), Choice.NOTHING)) == table.Verdict(Choice.NOTHING)


def test_after_the_adobe_toolkit_wrote_the_packet_ours_is_still_ours(tmp_path: Path) -> None:
    path = tmp_path / "packet.xmp"
    path.write_bytes(merged(None, Choice.ASK))
    subprocess.run(["exiv2", "-M", "set Xmp.xmp.Rating 2", str(path)], check=True)
    packet = merged(path.read_bytes(), Choice.NOTHING)
    assert plus.NAMESPACE + "Licensor" not in keyed(packet)
    assert keyed(packet)["http://ns.adobe.com/xap/1.0/Rating"] == "2"
    assert verdict(packet) == table.Verdict(Choice.NOTHING)
