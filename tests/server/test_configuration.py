"""What can be set, where it comes from, and what is said where it is wrong."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest

from artistguard.errors import UsageProblem
from artistguard.server.configuration import (
    WORKS_PER_DAY,
    Bodies,
    Bulk,
    Chronicling,
    Configuration,
    Rates,
    Witnesses,
    read,
)

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "registry" / "registry.toml"


def names(kind: type[msgspec.Struct]) -> set[str]:
    return {field.name for field in msgspec.structs.fields(kind)}


def test_what_is_typed_goes_before_the_environment_and_that_before_the_file() -> None:
    text = 'port = 1\nhost = "::1"\norigin = "a.example/log"\n[rates]\ncheck = 7\nread = 8\n'
    environment = {"ARTISTGUARD_SERVE_PORT": "2", "ARTISTGUARD_SERVE_RATES_CHECK": "9", "HOME": "/x"}
    found = read(text, environment, {"port": 3, "origin": None})
    assert (found.port, found.host, found.origin) == (3, "::1", "a.example/log")
    assert (found.rates.check, found.rates.read, found.rates.submit) == (9, 8, Rates().submit)
    assert read(text, environment, {}).port == 2


def test_lists_and_truths_come_from_the_environment() -> None:
    environment = {
        "ARTISTGUARD_SERVE_PROXIES": "10.0.0.1, ::1,",
        "ARTISTGUARD_SERVE_LOG_REQUESTS": "true",
        "ARTISTGUARD_SERVE_LOG_FORM": "json",
        "ARTISTGUARD_SERVE_LIMITS_WORKS_PER_DAY": "5",
    }
    found = read("", environment, {})
    assert found.proxies == ("10.0.0.1", "::1")
    assert found.log == Chronicling("json", requests=True)
    assert found.limits.works_per_day == 5


@pytest.mark.parametrize(
    ("text", "quota"),
    [
        ("", None),
        ('host = "::1"', None),
        ('host = "0.0.0.0"', WORKS_PER_DAY),
        ('proxies = ["127.0.0.1"]', WORKS_PER_DAY),
        ("[limits]\nworks_per_day = 3", 3),
        ('host = "0.0.0.0"\n[limits]\nworks_per_day = 3\nsimilar_results = 4', 3),
        ('host = "0.0.0.0"\n[limits]\nsimilar_results = 4', WORKS_PER_DAY),
    ],
)
def test_strangers_have_a_quota_and_this_computer_has_none(text: str, quota: int | None) -> None:
    assert read(text, {}, {}).limits.works_per_day == quota


@pytest.mark.parametrize(
    ("text", "environment"),
    [
        ("port = 65536", {}),
        ("port = 'x'", {}),
        ("ports = 1", {}),
        ("[rates]\nchecks = 1", {}),
        ("[rates]\ncheck = -1", {}),
        ("rates = 5", {"ARTISTGUARD_SERVE_RATES_CHECK": "1"}),
        ("port = ", {}),
        ('administrators = ["secret"]', {}),
        ('[log]\nform = "xml"', {}),
        ("[bodies]\ncontent = 1", {}),
        ("", {"ARTISTGUARD_SERVE_PORTS": "1"}),
        ("", {"ARTISTGUARD_SERVE_RATES_CHECKS": "1"}),
    ],
)
def test_what_is_not_understood_is_told(text: str, environment: dict[str, str]) -> None:
    with pytest.raises(UsageProblem) as caught:
        read(text, environment, {})
    assert "configuration" in caught.value.message
    assert "operations.md" in caught.value.remedy


def test_the_file_that_comes_along_names_everything_with_what_holds_anyway() -> None:
    text = SHIPPED.read_text()
    told: dict[str, Any] = tomllib.loads(text)
    assert set(told) == names(Configuration)
    for section, kind in (
        ("rates", Rates),
        ("bodies", Bodies),
        ("bulk", Bulk),
        ("witnesses", Witnesses),
        ("log", Chronicling),
    ):
        assert set(told[section]) == names(kind), section
    found = read(text, {}, {})
    plain = Configuration()
    assert (found.host, found.port, found.rates) == (plain.host, plain.port, plain.rates)
    assert (found.bodies, found.bulk) == (plain.bodies, plain.bulk)
    limits = msgspec.structs.asdict(found.limits)
    assert limits == msgspec.structs.asdict(plain.limits) | {"works_per_day": WORKS_PER_DAY}
