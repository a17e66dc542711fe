"""What can be asked, as an OpenAPI document made from the wire types themselves, so that it cannot say anything else.

Source: OpenAPI Specification 3.1.1; JSON Schema 2020-12.
"""

from __future__ import annotations

from typing import Any

import msgspec

from artistguard import __version__
from artistguard.claims.envelope import Seal, Submission
from artistguard.claims.statement import SignedStatement
from artistguard.messages import (
    Answers,
    BatchEnd,
    BatchState,
    Descriptor,
    Growth,
    PartyAnswer,
    Problem,
    Question,
    RecordAnswer,
    SubmissionAnswer,
    WorkAnswer,
)
from artistguard.messages.bulk import Changes, CheckEnd, Job, SignedManifest
from artistguard.messages.counting import SignedCounts
from artistguard.messages.soft_binding import (
    RESULTS,
    Algorithms,
    Binding,
    BindingMatches,
    Capabilities,
    Discovery,
    ServiceStatus,
)

_TYPES = (
    SignedCounts,
    Algorithms,
    Binding,
    BindingMatches,
    Capabilities,
    Discovery,
    ServiceStatus,
    SignedManifest,
    Changes,
    CheckEnd,
    Job,
    Submission,
    Seal,
    SignedStatement,
    BatchEnd,
    BatchState,
    PartyAnswer,
    SubmissionAnswer,
    Question,
    Answers,
    WorkAnswer,
    RecordAnswer,
    Descriptor,
    Growth,
    Problem,
)
_JSON = "application/json"
_LINES = "application/x-ndjson"
_GZIP = "application/gzip"
_OCTETS = "application/octet-stream"
_HTML = "text/html"
_FORM = "multipart/form-data"


def document() -> bytes:
    """The document as JSON."""
    _, components = msgspec.json.schema_components(_TYPES, ref_template="#/components/schemas/{name}")
    whole = {
        "openapi": "3.1.1",
        "info": {
            "title": "ArtistGuard consent registry",
            "version": __version__,
            "license": {"name": "GPL-3.0-or-later", "identifier": "GPL-3.0-or-later"},
            "description": "See docs/protocol.md for what a client must check before it believes an answer.",
        },
        "paths": _paths(),
        "components": {"schemas": _portable(components)},
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=1)


def _paths() -> dict[str, Any]:
    urn = _text("urn")
    old, new = (
        {"name": name, "in": "path", "required": True, "schema": {"type": "integer", "minimum": 0}}
        for name in ("old", "new")
    )
    level = {
        "name": "level",
        "in": "path",
        "required": True,
        "schema": {"type": "integer", "minimum": 0, "maximum": 63},
    }
    tile = {"name": "tile", "in": "path", "required": True, "schema": {"type": "string"}}
    return {
        "/v1/claims": {
            "post": _operation("Deliver one signed statement, or a few.", "SubmissionAnswer", body="Submission")
        },
        "/v1/batches": {"post": _batch()},
        "/v1/batches/{number}": {
            "get": _operation("How far the upload of a batch came.", "BatchState", (_text("number"),))
        },
        "/v1/parties/{did}": {
            "get": _operation("Keys and evidence of somebody who signs.", "PartyAnswer", (_text("did"),))
        },
        "/v1/check": {"post": _checking()},
        "/v1/works/{urn}": {"get": _operation("History and state of a work.", "WorkAnswer", (urn,))},
        "/v1/works/{urn}/rsl": {"get": _operation("As an RSL licence.", None, (urn,), "", "application/rsl+xml")},
        "/v1/works/{urn}/tdmai": {"get": _operation("As a TDM·AI declaration.", parameters=(urn,))},
        "/v1/works/{urn}/iscc-note": {"get": _operation("As an unsigned ISCC note.", parameters=(urn,))},
        "/v1/records/{urn}": {"get": _operation("The statement of a record.", "RecordAnswer", (urn,))},
        "/v1/registry": {"get": _operation("Name, key and limits of this registry.", "Descriptor")},
        **_wholesale(),
        "/log/checkpoint": {"get": _operation("The newest signed checkpoint.", media="text/plain")},
        "/log/growth/{old}/{new}": {"get": _operation("Proof that the log only grew.", "Growth", (old, new))},
        "/log/tile/{level}/{tile}": {"get": _operation("Hashes of the log.", parameters=(level, tile), media=_OCTETS)},
        "/log/tile/entries/{tile}": {"get": _operation("Entries of the log.", parameters=(tile,), media=_OCTETS)},
        "/healthz": {"get": _operation("Whether the server is alive.", media="text/plain")},
        "/readyz": {"get": _operation("Whether the ledger can be used.", media="text/plain")},
        "/metrics": {"get": _operation("Figures for Prometheus; on its own computer only.", media="text/plain")},
        "/openapi.json": {"get": _operation("This document.", media=_JSON)},
        **_bindings(),
        **_pages(urn),
    }


def _bindings() -> dict[str, Any]:
    """The Soft Binding Resolution API of the C2PA."""
    most = _query("maxResults", {"type": "integer", "minimum": 1, "default": 10, "description": f"at most {RESULTS}"})
    value, alg = (_query(name, {"type": "string"}) | {"required": True} for name in ("value", "alg"))
    hints = tuple(_query(name, {"type": "string"}) for name in ("alg", "hintAlg", "hintValue"))
    whole = _query("returnActiveManifest", {"type": "boolean", "default": False})
    number = _text("activeManifestId")
    sent = _operation("What is stated about a content, by a long soft binding.", "BindingMatches", (most,), "Binding")
    content = _operation("What is stated about a file, which is looked into and forgotten.", "BindingMatches")
    content["parameters"] = [most, *hints]
    content["requestBody"] = {"required": True, "content": {f"{kind}/*": {} for kind in _KINDS}}
    asked = _operation("What is stated about a content, by a soft binding.", "BindingMatches", (value, alg, most))
    manifest = _operation("A manifest that says it.", None, (number, whole), "", "application/c2pa")
    return {
        "/v1/matches/byBinding": {"get": asked, "post": sent},
        "/v1/matches/byContent": {"post": content},
        "/v1/manifests/{activeManifestId}": {"get": manifest},
        "/v1/services/supportedAlgorithms": {"get": _operation("Soft bindings that can be asked with.", "Algorithms")},
        "/v1/services/capabilities": {"get": _operation("What of the API there is.", "Capabilities")},
        "/v1/services/status": {"get": _operation("Whether it can be used.", "ServiceStatus")},
        "/.well-known/c2pa-soft-binding-resolution": {"get": _operation("Where it is.", "Discovery")},
    }


_KINDS = ("image", "audio", "video", "application", "model", "text")


def _pages(urn: dict[str, Any]) -> dict[str, Any]:
    """What people read, and what they take along from there."""
    looking = _operation("Search by a file, which is looked into and forgotten.", media=_HTML)
    file = {"type": "object", "required": ["file"], "properties": {"file": {"type": "string", "format": "binary"}}}
    looking["requestBody"] = {"required": True, "content": {_FORM: {"schema": file}}}
    asked = _query("q", {"type": "string", "maxLength": 2048})
    return {
        "/": {"get": _operation("The search.", media=_HTML)},
        "/find": {
            "get": _shown(_operation("Search by number or address.", None, (asked,), "", _HTML)),
            "post": _shown(looking),
        },
        "/works/{urn}": {"get": _shown(_operation("What is stated about a work.", None, (urn,), "", _HTML))},
        "/works/{urn}/{name}": {
            "get": _operation("A proof: proof.json, or {entry}.tlog-proof.", None, (urn, _text("name")))
        },
        "/state": {"get": _operation("The state of the log.", media=_HTML)},
        "/counts": {"get": _operation("How many works there are.", media=_HTML)},
        "/v1/counts": {"get": _operation("The same, signed.", "SignedCounts")},
        "/v1/counts.csv": {"get": _operation("The same as a table.", media="text/csv")},
    }


def _shown(operation: dict[str, Any]) -> dict[str, Any]:
    """An operation that tells its troubles on a page."""
    operation["responses"]["default"]["content"][_HTML] = {}
    return operation


def _query(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": schema}


def _wholesale() -> dict[str, Any]:
    after = {"name": "after", "in": "query", "required": True, "schema": {"type": "integer", "minimum": 0}}
    start = {"name": "from", "in": "query", "schema": {"type": "integer", "minimum": 0}}
    prefix = _text("prefix") | {"schema": {"type": "string", "pattern": "^[0-9a-f]{4,5}$"}}
    kinds = _text("name") | {"schema": {"enum": ["sha256", "payload_sha256"]}}
    number = _text("number")
    sending = _operation("Send the next part of its items.", "Job", (number, start))
    sending["requestBody"] = {"required": True, "content": {_LINES: {"schema": _reference("Item")}, _GZIP: {}}}
    begun = _operation("Begin a large question.", "Job")
    begun["responses"]["201"] = begun["responses"].pop("200")
    responses = {"204": {"description": "Done."}, "default": begun["responses"]["default"]}
    gone = {"summary": "Forget it.", "parameters": [number], "responses": responses}
    return {
        "/v1/snapshot": {"get": _operation("The newest snapshot, and what is in it.", "SignedManifest")},
        "/v1/snapshot/{name}": {"get": _operation("A snapshot.", None, (_text("name"),), "", "application/zip")},
        "/v1/changes": {"get": _operation("What was entered after a size.", "Changes", (after,))},
        "/v1/range/{name}/{prefix}": {
            "get": _operation("All digests that begin so.", None, (kinds, prefix), "", "text/plain")
        },
        "/v1/check-jobs": {"post": begun},
        "/v1/check-jobs/{number}": {
            "get": _operation("How far a large question is.", "Job", (number,)), "put": sending, "delete": gone
        },
        "/v1/check-jobs/{number}/start": {"post": _operation("All items are sent: answer them.", "Job", (number,))},
        "/v1/check-jobs/{number}/result": {"get": _operation("The answers.", None, (number,), "", _GZIP)},
    }  # fmt: skip


def _checking() -> dict[str, Any]:
    """One answer, or where the client prefers it, a line for each item and one for the end."""
    operation = _operation("Look items up by digest, likeness and address.", "Answers", body="Question")
    given = {"anyOf": [_reference("Found"), _reference("CheckEnd")]}
    operation["responses"]["200"]["content"][_LINES] = {"schema": given}
    return operation


def _operation(
    summary: str,
    answer: str | None = None,
    parameters: tuple[dict[str, Any], ...] = (),
    body: str = "",
    media: str = _JSON,
) -> dict[str, Any]:
    done = {"description": "Done.", "content": {media: {"schema": _reference(answer) if answer else {}}}}
    failed = {"description": "A problem, in words.", "content": {_JSON: {"schema": _reference("Problem")}}}
    operation: dict[str, Any] = {"summary": summary, "responses": {"200": done, "default": failed}}
    if parameters:
        operation["parameters"] = list(parameters)
    if body:
        operation["requestBody"] = {"required": True, "content": {_JSON: {"schema": _reference(body)}}}
    return operation


def _batch() -> dict[str, Any]:
    """Lines in both directions; each line is one of the schemas named."""
    operation = _operation("Deliver a batch of signed statements, line by line.", media=_LINES)
    start = {"name": "from", "in": "query", "schema": {"type": "integer", "minimum": 0, "maximum": 10_000}}
    asked = {"anyOf": [_reference("Seal"), _reference("SignedStatement")]}
    given = {"anyOf": [_reference(name) for name in ("Receipt", "Refusal", "BatchEnd")]}
    operation["parameters"] = [start]
    operation["requestBody"] = {"required": True, "content": {_LINES: {"schema": asked}}}
    operation["responses"]["200"]["content"] = {_LINES: {"schema": given}}
    return operation


def _text(name: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string", "maxLength": 256}}


def _reference(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _portable(schema: Any) -> Any:  # noqa: ANN401 - any JSON
    r"""Patterns as every reader of JSON Schema has them: ``\Z`` is Python's word for the end."""
    if isinstance(schema, dict):
        return {
            key: value.replace(r"\Z", "$") if key == "pattern" and isinstance(value, str) else _portable(value)
            for key, value in schema.items()
        }
    return [_portable(each) for each in schema] if isinstance(schema, list | tuple) else schema
