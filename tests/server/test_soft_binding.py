"""The Soft Binding Resolution API over real HTTP: with codes made by the reference implementation, and with files."""

from __future__ import annotations

import base64
import io
import json
import socket
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

import c2pa
import iscc_core
import pytest

from artistguard.fingerprints import table as fingerprints
from artistguard.fingerprints.iscc_seq import ALGORITHM
from artistguard.formats.image.jpeg import Jpeg
from artistguard.messages import Evidence
from artistguard.registry.client import Client
from artistguard.terms import Choice
from tests.suites.registry_makers import NOON, Clock, declared, key, opened, work
from tests.suites.registry_suite import Counter
from tests.suites.served import ORIGIN, Served, served

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.suites.served import Said

pytestmark = pytest.mark.network

PICTURE = Path(__file__).parents[1] / "samples" / "image" / "jpeg" / "pillow-plain.jpg"
CONTENT = PICTURE.read_bytes()


def codes() -> dict[str, str]:
    source = io.BytesIO(CONTENT)
    found = dict(fingerprints.of_file(source))
    source.seek(0)
    return found | dict(fingerprints.compute(Jpeg().decode(source)).values)


CODES = codes()
UNITS = [CODES["iscc"], CODES["iscc-data"], CODES["iscc-instance"]]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("bindings")
    ledger = opened(folder, Clock(), origin=ORIGIN)
    ledger.vouch(key("vera").did, Evidence.VERIFIED)
    ledger.close()
    with served(folder, configuration="[bodies]\ncontent = 1048576\n") as running:
        counter = Counter(Client(running.address), running.clock)
        counter.receipts(
            declared("picture", by=key("vera"), choice=Choice.NO_AI_TRAINING, contact="ask@example.org", **CODES),
            declared("free", by=key("eve"), choice=Choice.ALLOW, medium=None, distinctive=False),
            declared("other"),
        )
        yield running


def binding(*units: str) -> str:
    return base64.b64encode(iscc_core.encode_seq(units)).decode()


def number(name: str, **how: object) -> str:
    record = declared(name, **how).statement.record  # type: ignore[arg-type, union-attr]
    return record.replace("urn:uuid:", "urn:c2pa:")


MANIFEST = number("picture", by=key("vera"), choice=Choice.NO_AI_TRAINING)


def asked(server: Served, value: str, **more: object) -> Said:
    words = "".join(f"&{name}={quote(str(each), safe='')}" for name, each in more.items())
    return server.get(f"/v1/matches/byBinding?alg={ALGORITHM}&value={quote(value, safe='')}{words}")


def sent(server: Served, value: object, query: str = "", alg: str = ALGORITHM) -> Said:
    return server.ask("POST", f"/v1/matches/byBinding{query}", json.dumps({"alg": alg, "value": value}).encode())


def content(server: Served, body: bytes, kind: str = "image/jpeg", query: str = "") -> Said:
    headers = {"Content-Type": kind} if kind else {}
    return server.ask("POST", f"/v1/matches/byContent{query}", body, headers)


def test_the_very_file_is_the_strongest_match(server: Served) -> None:
    expected = {"matches": [{"manifestId": MANIFEST, "similarityScore": 100}]}
    assert asked(server, binding(*UNITS)).json == expected
    assert sent(server, binding(*UNITS)).json == expected
    assert asked(server, binding(UNITS[2])).json == expected


def test_a_content_alike_is_a_weaker_match(server: Served) -> None:
    body = bytearray(iscc_core.decode_base32(UNITS[0].removeprefix("ISCC:"))[2:])
    body[0] ^= 0b111
    near = "ISCC:" + iscc_core.encode_component(iscc_core.MT.CONTENT, iscc_core.ST_CC.IMAGE, 0, 256, bytes(body))
    (match,) = asked(server, binding(near)).json["matches"]
    assert match["manifestId"] == MANIFEST
    assert 90 <= match["similarityScore"] < 100
    far = "ISCC:" + iscc_core.encode_component(iscc_core.MT.CONTENT, iscc_core.ST_CC.IMAGE, 0, 256, b"\xf0" * 32)
    assert asked(server, binding(far)).json == {"matches": []}


def test_a_file_is_looked_into(server: Served) -> None:
    expected = [{"manifestId": MANIFEST, "similarityScore": 100}]
    assert content(server, CONTENT).json["matches"] == expected
    assert content(server, CONTENT, query=f"?alg={ALGORITHM}&maxResults=1").json["matches"] == expected
    assert content(server, b"a letter to nobody in particular", "text/plain").json["matches"] == []
    hint = f"?hintAlg={ALGORITHM}&hintValue={quote(binding(UNITS[2]), safe='')}"
    assert content(server, b"a letter to nobody in particular", "text/plain", hint).json["matches"] == expected


def test_an_altered_picture_is_found_by_its_looks(server: Served) -> None:
    from PIL import Image

    smaller = io.BytesIO()
    with Image.open(PICTURE) as picture:
        picture.resize((picture.width * 3 // 4, picture.height * 3 // 4)).save(smaller, "PNG")
    (match,) = content(server, smaller.getvalue(), "image/png").json["matches"]
    assert match["manifestId"] == MANIFEST
    assert 50 <= match["similarityScore"] < 100


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (lambda at: asked(at, "not base64!"), 400),
        (lambda at: asked(at, ""), 400),
        (lambda at: asked(at, "AAAA"), 400),
        (lambda at: asked(at, binding(*UNITS), maxResults=0), 400),
        (lambda at: asked(at, binding(*UNITS), maxResults=-1), 400),
        (lambda at: asked(at, binding(*UNITS), maxResults="many"), 400),
        (lambda at: asked(at, "A" * 5000), 414),
        (lambda at: at.get("/v1/matches/byBinding"), 400),
        (lambda at: at.get(f"/v1/matches/byBinding?alg=com.example.mark&value={binding(UNITS[0])}"), 400),
        (lambda at: sent(at, binding(UNITS[0]), alg="com.example.mark"), 400),
        (lambda at: sent(at, 5), 400),
        (lambda at: sent(at, "A" * 9000), 400),
        (lambda at: sent(at, "A" * 90_000), 413),
        (lambda at: sent(at, binding(UNITS[0]), "?maxResults=no"), 400),
        (lambda at: content(at, CONTENT, "multipart/form-data"), 415),
        (lambda at: content(at, CONTENT, ""), 415),
        (lambda at: content(at, CONTENT, query="?alg=com.example.mark"), 400),
        (lambda at: content(at, CONTENT, query="?hintValue=AAAA"), 400),
        (lambda at: content(at, b""), 400),
        (lambda at: content(at, CONTENT[:200]), 400),
        (lambda at: at.get("/v1/manifests/nonsense"), 404),
        (lambda at: at.get("/v1/manifests/" + "a" * 300), 400),
        (lambda at: at.get(f"/v1/manifests/{number('never')}"), 404),
        (lambda at: at.get(f"/v1/manifests/{MANIFEST}?returnActiveManifest=perhaps"), 400),
    ],
)
def test_what_cannot_be_answered(server: Served, said: object, status: int) -> None:
    answer = said(server)  # type: ignore[operator]
    assert answer.status == status, answer
    assert answer.json["status"] == status
    assert answer.json["message"]


def test_what_is_announced_too_large_is_not_waited_for(server: Served) -> None:
    for path, kind in (("/v1/matches/byContent", "image/png"), ("/find", "multipart/form-data; boundary=x")):
        parts = urlsplit(server.address)
        head = f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: {kind}\r\nContent-Length: 2000000\r\n\r\nx"
        with socket.create_connection((parts.hostname, parts.port), timeout=60) as wire:
            wire.sendall(head.encode())
            assert wire.recv(65536).startswith(b"HTTP/1.1 413")


def test_more_than_a_hundred_are_never_given(server: Served) -> None:
    assert asked(server, binding(*UNITS), maxResults=10**30).status == 200


def validated(store: bytes, file: bytes) -> tuple[dict[str, object], set[str]]:
    """The active manifest as the reference implementation reads it beside a file, and every failure it finds."""
    with c2pa.Reader("image/jpeg", io.BytesIO(file), store) as reader:
        told = json.loads(reader.json())
    failures: list[Mapping[str, str]] = told["validation_results"]["activeManifest"]["failure"]
    return told["manifests"][told["active_manifest"]], {each["code"] for each in failures}


def test_a_manifest_is_issued_where_there_is_none(server: Served) -> None:
    said = server.get(f"/v1/manifests/{MANIFEST}")
    assert said.headers["content-type"] == "application/c2pa", said

    manifest, failures = validated(said.body, CONTENT)
    assert failures <= {"signingCredential.untrusted"}, failures
    assert manifest["label"] == MANIFEST
    assert "has not seen the file" in str(manifest["title"])
    made = {each["label"]: each["data"] for each in manifest["assertions"]}  # type: ignore[attr-defined]
    uses = made["cawg.training-mining"]["entries"]
    assert uses["cawg.ai_generative_training"]["use"] == "notAllowed"
    assert made["c2pa.soft-binding"]["alg"] == ALGORITHM
    assert made["c2pa.soft-binding"]["blocks"][0]["value"] == binding(*UNITS)
    assert ORIGIN[:20] in json.dumps(manifest["signature_info"])
    _, failures = validated(said.body, CONTENT + b"more")
    assert "assertion.dataHash.mismatch" in failures
    again = server.get(f"/v1/manifests/{MANIFEST}?returnActiveManifest=true")
    assert validated(again.body, CONTENT)[0]["label"] == MANIFEST


def test_a_stranger_s_permission_is_not_handed_on(server: Served) -> None:
    instance = "ISCC:" + iscc_core.encode_component(4, 0, 0, 256, bytes(32))
    assert asked(server, binding(instance)).json == {"matches": []}
    assert server.get(f"/v1/manifests/{number('free', by=key('eve'), choice=Choice.ALLOW)}").status == 404
    assert server.get(f"/works/{work('free')}").status == 200


def test_the_service_describes_itself(server: Served) -> None:
    assert server.get("/v1/services/supportedAlgorithms").json == {
        "watermarks": [],
        "fingerprints": [{"alg": "io.iscc.v0"}],
    }
    able = {"c2paSpecificationVersion": "2.4.0", "supportedCapabilities": ["queryByContent"]}
    assert server.get("/v1/services/capabilities").json == able
    now = NOON.strftime("%Y-%m-%dT%H:%M:%SZ")
    assert server.get("/v1/services/status").json == {"status": "ok", "timestamp": now}
    known = server.get("/.well-known/c2pa-soft-binding-resolution").json
    assert known["apiEndpoint"] == f"{server.address}/v1"
    for name in ("capabilitiesEndpoint", "statusEndpoint"):
        assert server.get(known[name].removeprefix(server.address)).status == 200
