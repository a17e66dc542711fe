"""What is published about the interfaces holds: requests made from the documents, by chance, at a real server.

A slice of them runs here; ARTISTGUARD_REQUESTS sets how many for each operation.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

from artistguard.server.openapi import document
from tests.suites.public_face import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemathesis import Case

    from tests.suites.served import Served

pytestmark = pytest.mark.network

REQUESTS = int(os.environ.get("ARTISTGUARD_REQUESTS", "6"))
BINDINGS = Path(__file__).parents[1] / "samples" / "openapi" / "c2pa-sbr-2.4.json"

ours = schemathesis.openapi.from_dict(json.loads(document()))
theirs = schemathesis.openapi.from_dict(json.loads(BINDINGS.read_bytes()))
seeded = settings(
    max_examples=REQUESTS,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance]


@schemathesis.serializer("application/x-ndjson", "application/gzip")
def line(_: object, value: object) -> bytes:
    return value if isinstance(value, bytes) else json.dumps(value).encode() + b"\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with shown(tmp_path_factory.mktemp("documents")) as (running, _):
        while running.get("/v1/snapshot").status == 503:
            time.sleep(0.1)  # the first is being made
        yield running


@ours.parametrize()
@seeded
def test_our_own_document_holds(case: Case, server: Served) -> None:
    case.validate_response(case.call(base_url=server.address), checks=CHECKS)


@theirs.parametrize()
@seeded
def test_the_document_of_the_c2pa_holds(case: Case, server: Served) -> None:
    at = server.address if case.path.startswith("/.well-known") else f"{server.address}/v1"
    answer = case.call(base_url=at)
    case.validate_response(answer, checks=CHECKS)
    assert str(answer.status_code) in case.operation.definition.raw["responses"]
