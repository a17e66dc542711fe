"""Works in the words of other standards, over real HTTP."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import iscc_core
import msgspec
import pytest

from artistguard.fingerprints.iscc import of_file
from artistguard.messages import Evidence, Problem
from artistguard.registry.client import Client
from artistguard.terms import Choice
from artistguard.vocabularies import rsl
from tests.suites.registry_makers import NOON, Clock, declared, key, opened, sha, withdrawn, work
from tests.suites.registry_suite import Counter
from tests.suites.served import ORIGIN, Served, served

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.network

FILE = b"a picture" * 1000
UNIT = "ISCC:" + iscc_core.encode_component(
    iscc_core.MT.CONTENT, iscc_core.ST_CC.IMAGE, 0, 256, bytes.fromhex(sha("c"))
)
CODES = {"iscc": UNIT, **{name: value for name, value in of_file(io.BytesIO(FILE)).items() if name != "sha256"}}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("exports")
    ledger = opened(folder, Clock(), origin=ORIGIN)
    ledger.vouch(key("vera").did, Evidence.VERIFIED)
    ledger.close()
    with served(folder) as running:
        counter = Counter(Client(running.address), running.clock)
        gone = declared("gone", **CODES)
        counter.receipts(
            *(declared(choice, choice=choice, contact="https://ada.example/ask", **CODES) for choice in Choice),
            declared("free", by=key("vera"), choice=Choice.ALLOW, **CODES),
            declared("bare"),
            gone,
            withdrawn(gone),
        )
        yield running


def path(name: str, form: str) -> str:
    return f"/v1/works/{work(name)}/{form}"


@pytest.mark.parametrize("choice", [choice for choice in Choice if choice is not Choice.ALLOW])
def test_rsl_says_the_choice(server: Served, choice: Choice) -> None:
    said = server.get(path(choice, "rsl"))
    assert said.headers["content-type"].startswith("application/rsl+xml")
    assert choice in rsl.read(said.body, "export").compatible
    assert work(choice).encode() in said.body


def test_tdmai_says_the_choice(server: Served) -> None:
    told = server.get(path(Choice.SEARCH_ONLY, "tdmai")).json
    assert told["iscc"] == UNIT
    assert (told["all"], told["search"], told["intent"]) == ("false", "true", "activate")
    assert server.get(path("free", "tdmai")).json["all"] == "true"


def test_an_iscc_note_has_the_codes_of_the_file(server: Served) -> None:
    told = server.get(path(Choice.ASK, "iscc-note")).json
    assert told["datahash"] == iscc_core.gen_instance_code_v0(io.BytesIO(FILE), bits=256)["datahash"]
    assert told["iscc_code"] == iscc_core.gen_iscc_code_v0(told["units"])["iscc"]
    assert told["units"] == [UNIT, CODES["iscc-data"], CODES["iscc-instance"]]
    assert told["timestamp"] == NOON.strftime("%Y-%m-%dT%H:%M:%SZ")
    assert told["gateway"].endswith(f"/works/{work(Choice.ASK)}")
    assert not {"signature", "nonce"} & set(told)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        (Choice.ALLOW, "rsl"),  # nobody knows who allows it
        (Choice.ALLOW, "tdmai"),
        ("gone", "rsl"),
        ("gone", "iscc-note"),
        ("never", "tdmai"),
        ("bare", "tdmai"),
        ("bare", "iscc-note"),
    ],
)
def test_nothing_is_handed_on_that_does_not_stand(server: Served, name: str, form: str) -> None:
    said = server.get(path(name, form))
    assert said.status == 404
    assert msgspec.json.decode(said.body, type=Problem).code == "nothing-stated"
