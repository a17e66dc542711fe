"""Questions and answers of the C2PA Soft Binding Resolution API, in its own words.

Source: C2PA Soft Binding Resolution API 2.4.0 (OpenAPI document, components).
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

SPECIFICATION = "2.4.0"
"""Version of the C2PA specification whose API this is."""

BINDING_CHARACTERS = 8192
RESULTS = 100
"""Most matches in one answer."""


class Binding(msgspec.Struct, frozen=True):
    """A soft binding to be looked up.

    Attributes:
        alg: Name of the algorithm.
        value: Base64, in the form of that algorithm.
    """

    alg: Annotated[str, Meta(max_length=256)]
    value: Annotated[str, Meta(max_length=BINDING_CHARACTERS)]


class BindingMatch(msgspec.Struct, frozen=True, rename="camel"):
    """A manifest that fits.

    Attributes:
        manifest_id: To be asked for at ``/v1/manifests``.
        similarity_score: 100 for the same file or content, 0 for chance.
    """

    manifest_id: str
    similarity_score: Annotated[int, Meta(ge=0, le=100)]


class BindingMatches(msgspec.Struct, frozen=True):
    """What fits, best first."""

    matches: tuple[BindingMatch, ...]


class Algorithm(msgspec.Struct, frozen=True):
    """An algorithm by its name."""

    alg: str


class Algorithms(msgspec.Struct, frozen=True):
    """What can be asked with."""

    watermarks: tuple[Algorithm, ...]
    fingerprints: tuple[Algorithm, ...]


class Capabilities(msgspec.Struct, frozen=True, rename="camel"):
    """What of the API there is beyond what every service has."""

    c2pa_specification_version: str
    supported_capabilities: tuple[str, ...]


class ServiceStatus(msgspec.Struct, frozen=True):
    """Whether it can be used now, by the registry's clock."""

    status: Literal["ok", "degraded", "down"]
    timestamp: str


class Discovery(msgspec.Struct, frozen=True, rename="camel"):
    """Where the API is."""

    api_endpoint: str
    c2pa_specification_version: str
    capabilities_endpoint: str
    status_endpoint: str
