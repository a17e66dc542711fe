from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from lxml import etree

from artistguard.errors import CannotEmbed, Damaged, TooLarge
from artistguard.packets.elements import Document, attribute, content

DOCUMENT = b"""<?xml version="1.0" encoding='utf-8'?>
<!DOCTYPE a>
<!-- kept --><a  xmlns='urn:a' xmlns:b="urn:b"
   b:x = 'one"two' >
  <one>1 &amp; <![CDATA[<2>]]></one>
  <b:two y="a&gt;b"/>

  <!-- last -->
</a >
<?kept?>
"""


def test_elements_know_where_they_stand() -> None:
    document = Document(DOCUMENT)
    one, two = document.root.children
    assert document.content[one.start : one.end] == b"<one>1 &amp; <![CDATA[<2>]]></one>"
    assert (one.namespace, one.name, one.prefix, one.text) == ("urn:a", "one", "", "1 & <2>")
    assert document.content[two.start : two.end] == b'<b:two y="a&gt;b"/>'
    assert (two.namespace, two.prefix, two.empty_tag, two.attributes) == ("urn:b", "b", True, {"y": "a>b"})
    assert document.root.attributes == {"{urn:b}x": 'one"two'}
    assert document.root.prefix_for("urn:b") == "b"
    assert document.root.prefix_for("urn:a") == ""
    assert document.root.prefix_for("urn:c") is None
    assert document.content[document.root.close :].startswith(b"</a >")


def test_no_edit_gives_the_same_bytes() -> None:
    assert Document(DOCUMENT).edited([]) == DOCUMENT


def test_appended_children_line_up_and_come_off_again() -> None:
    document = Document(DOCUMENT)
    longer = document.edited(document.appended(document.root, ["<three/>", "<four>ö</four>"]))
    assert b"<!-- last -->\n  <three/>\n  <four>\xc3\xb6</four>\n</a >" in longer
    again = Document(longer)
    assert again.edited([again.without(one) for one in again.root.children[2:]]) == DOCUMENT


@pytest.mark.parametrize(
    "written", [b"<a/>", b"<a></a>", b"<a>\n</a>", b"<a  />", b"<x:a xmlns:x='u'/>", b"<a>text</a>"]
)
def test_children_can_be_appended_to_any_element(written: bytes) -> None:
    document = Document(written)
    longer = document.edited(document.appended(document.root, ["<b/>"]))
    assert [one.name for one in Document(longer).root.children] == ["b"]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "cp1252"])
def test_the_encoding_stays(codec: str) -> None:
    original = f'<?xml version="1.0" encoding="{codec.removesuffix("-sig")}"?><a>ö</a>'.encode(codec)
    document = Document(original)
    written = document.edited(document.appended(document.root, ["<b>鰯ö</b>"]))
    root = etree.fromstring(written)
    assert root.text == "ö"
    assert root[0].text == "鰯ö"


def test_an_attribute_is_replaced_or_added() -> None:
    document = Document(b"<a x = 'prefix=\"1\"' prefix='old'/>")
    assert document.edited([document.with_attribute(document.root, "prefix", 'n"&w')]) == (
        b'<a x = \'prefix="1"\' prefix="n&quot;&amp;w"/>'
    )
    bare = Document(b"<a/>")
    assert bare.edited([bare.with_attribute(bare.root, "prefix", "new")]) == b'<a prefix="new"/>'


def test_the_outline_minds_everything_but_the_order_of_attributes() -> None:
    def outline(written: bytes) -> str:
        return Document(written).root.outline(lambda one: one.name == "skip")

    assert outline(b"<a x='1' y='2'><b/><skip/></a>") == outline(b'<a y="2" x="1"><b></b></a>')
    for other in (b"<a x='1'/>", b"<a x='1' y='2'><b>t</b></a>", b"<a x='1' y='2'><c/></a>"):
        assert outline(other) != outline(b"<a x='1' y='2'><b/></a>")


@pytest.mark.parametrize(
    "written", [b"", b"<a>", b"<a></b>", b"<a><b></a></b>", b"\xff\xfe<", b"<a x=1/>", b"<a>\xff</a>"]
)
def test_what_is_not_well_formed_is_damaged(written: bytes) -> None:
    with pytest.raises(Damaged):
        Document(written)


def test_an_unknown_encoding_is_damaged() -> None:
    with pytest.raises(Damaged):
        Document(b'<?xml version="1.0" encoding="nix"?><a/>')


def test_depth_is_bounded() -> None:
    with pytest.raises(TooLarge):
        Document(b"<a>" * 300 + b"</a>" * 300)


def test_a_document_with_entities_is_read_and_not_edited() -> None:
    document = Document(b'<!DOCTYPE a [<!ENTITY e "text">]><a>&e;</a>')
    with pytest.raises(CannotEmbed):
        document.edited(document.appended(document.root, ["<b/>"]))


def test_an_element_from_an_entity_is_told() -> None:
    with pytest.raises(Damaged):
        Document(b'<!DOCTYPE a [<!ENTITY e "<b/>">]><a>&e;</a>')


@given(some.text(max_size=60))
def test_any_value_comes_back_but_what_xml_cannot_hold(value: str) -> None:
    written = f'<a x="{attribute(value)}">{content(value)}</a>'.encode()
    root = Document(written).root
    kept = "".join(letter for letter in value if letter in "\t\n\r" or ord(letter) >= 32)
    kept = "".join(
        letter for letter in kept if not 0xD800 <= ord(letter) <= 0xDFFF and ord(letter) not in (0xFFFE, 0xFFFF)
    )
    assert root.attributes["x"] == kept
    assert root.text == kept.replace("\r\n", "\n").replace("\r", "\n")
