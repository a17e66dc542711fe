"""Settings: few, known by name, checked when they are set; kept in one JSON file that people may read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from artistguard.claims.countries import is_country
from artistguard.claims.identifiers import identifier
from artistguard.claims.locations import digest_of
from artistguard.errors import StoreDamaged, UsageProblem, Vanished
from artistguard.store import drafts
from artistguard.store.owners import alone
from artistguard.store.troubles import telling
from artistguard.terms import DEFAULT_CHOICE, Choice

if TYPE_CHECKING:
    from collections.abc import Callable

    from artistguard.store.disk import Disk
    from artistguard.store.home import Home

Setting = str | bool | int
_WEB = re.compile(r"https?://[^\s/]+\S*")
_CONTACT = re.compile(r"(https?://[^\s/]+\S*|(mailto:)?[^\s@]+@[^\s@]+\.[^\s@]+)")
_YES, _NO = {"yes", "true", "on", "1"}, {"no", "false", "off", "0"}


@dataclass(frozen=True, slots=True)
class Key:
    """One thing that can be set.

    Attributes:
        name: As it is typed.
        default: What holds when it is not set.
        words: What it does, one line.
        read: From text to value; raises ValueError with the reason.
    """

    name: str
    default: Setting
    words: str
    read: Callable[[str], Setting]


def _line(text: str) -> str:
    if len(text) > 500 or not text.isprintable():
        raise ValueError("one line of at most 500 characters is wanted")
    return text.strip()


def _choice(text: str) -> str:
    try:
        return str(Choice(text))
    except ValueError:
        raise ValueError(f"one of {', '.join(Choice)} is wanted") from None


def _web(text: str) -> str:
    if text and not _WEB.fullmatch(text):
        raise ValueError("a web address that begins with https:// or http:// is wanted")
    return text


def several(text: str) -> tuple[str, ...]:
    """Addresses that stand together, with spaces or commas between them; what is no address is one word."""
    return tuple(dict.fromkeys(re.split(r"[\s,]+", text.strip(" ,\t")))) if "://" in text else (text,) if text else ()


def _webs(text: str) -> str:
    return " ".join(_web(each) for each in several(text))


def _number(kind: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        found = identifier(kind, text) if text else None
        if text and found is None:
            raise ValueError(f"this is no {kind.upper()}: a digit is wrong, missing or too many")
        return found.value if found is not None else ""

    return read


def _location(text: str) -> str:
    if text and not digest_of(text):
        raise ValueError("a web address that begins with https:// or http:// is wanted")
    return text


def _contact(text: str) -> str:
    if text and not _CONTACT.fullmatch(text):
        raise ValueError("a web address or a mail address is wanted")
    return text


def _country(text: str) -> str:
    if text and not is_country(text.upper()):
        raise ValueError("a country code of two letters is wanted, such as DE")
    return text.upper()


def _switch(text: str) -> bool:
    if text.lower() not in _YES | _NO:
        raise ValueError("yes or no is wanted")
    return text.lower() in _YES


def _one_of(*names: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in names:
            raise ValueError(f"one of {', '.join(names)} is wanted")
        return text

    return read


def _jobs(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 256:
        raise ValueError("a number from 0 to 256 is wanted")
    return int(text)


KEYS: tuple[Key, ...] = (
    Key("choice", str(DEFAULT_CHOICE), "what AI may do with your works", _choice),
    Key("name", "", "your name as it stands in the statement", _line),
    Key("contact", "", "web or mail address to ask at", _contact),
    Key("licence", "", "web address of your licence page", _web),
    Key("policy", "", "web address of your TDM policy", _web),
    Key("location", "", "web address below which your works are shown; registered as a digest", _location),
    Key("isni", "", "your ISNI, as a standard number of whoever made the work", _number("isni")),
    Key("orcid", "", "your ORCID", _number("orcid")),
    Key("ipi", "", "your IPI name number, as your collecting society gave it", _number("ipi")),
    Key("country", "", "country that your statements name, for public counts; empty for none", _country),
    Key("registry", "", "address of the consent registry, or several; empty for the one on this computer", _webs),
    Key("tsa", "", "address of a time-stamping authority (RFC 3161) that dates certificates; empty for none", _web),
    Key("credentials", True, "whether content credentials (C2PA) are signed into files", _switch),
    Key("credentials.flac", "beside", "where those of FLAC files go", _one_of("beside", "inside")),
    Key("register", True, "whether fingerprints are registered", _switch),
    Key("keep-mtime", True, "whether files keep their time of last change", _switch),
    Key("wayback", True, "whether a way back is kept for every change", _switch),
    Key("jobs", 0, "how many files at once; 0 for one on each processor core", _jobs),
    Key("profile", "", "which of your profiles signs; empty for the first", _line),
    Key("identity.store", "keyring", "where new keys are kept", _one_of("keyring", "file")),
)
_BY_NAME = {key.name: key for key in KEYS}
_PROFILES = "profiles"
"""Under this name stands what is set for single profiles."""


def _key(name: str) -> Key:
    if name not in _BY_NAME:
        raise UsageProblem(f"{name}: there is no such setting", remedy=f"Known are {', '.join(sorted(_BY_NAME))}.")
    return _BY_NAME[name]


def checked(name: str, text: str) -> Setting:
    """A value as it would be understood, for words that hold once and are not kept.

    Raises:
        UsageProblem: There is no such setting, or the value does not fit.
    """
    key = _key(name)
    try:
        return key.read(text.strip())
    except ValueError as error:
        raise UsageProblem(f"{name}: {error}", remedy=f"{name} is {key.words}.") from None


class Settings:
    """What is set, over what holds by itself."""

    def __init__(self, home: Home, disk: Disk) -> None:
        self._path = home.settings
        self._running = home.running
        self._disk = disk

    def get(self, name: str) -> Setting:
        """One value.

        Raises:
            UsageProblem: There is no such setting.
            StoreDamaged: The file of settings is damaged.
        """
        key = _key(name)
        value = self._read().get(name, key.default)
        return value if type(value) is type(key.default) else key.default

    def text(self, name: str) -> str:
        """One value that is text."""
        return str(self.get(name))

    def switch(self, name: str) -> bool:
        """One value that is yes or no."""
        return bool(self.get(name))

    @property
    def way_back(self) -> bool:
        """Whether a way back is kept for every change."""
        return self.switch("wayback")

    @property
    def keep_mtime(self) -> bool:
        """Whether files keep their time of last change."""
        return self.switch("keep-mtime")

    def all(self) -> dict[str, Setting]:
        """Every setting with the value that holds."""
        return {key.name: self.get(key.name) for key in KEYS}

    def of(self, profile: str) -> dict[str, Setting]:
        """What is set for one profile only."""
        return dict(self._read().get(_PROFILES, {}).get(profile, {}))

    def set(self, name: str, text: str, *, of: str = "") -> Setting:
        """Set one, durably.

        Args:
            name: Which.
            text: Its value, as typed.
            of: For this profile only; empty for whatever has no value of its own.

        Returns:
            The value as it was understood.

        Raises:
            UsageProblem: There is no such setting, or the value does not fit.
            DiskFull: No room.
        """
        value = checked(name, text)
        self._write(name, value, of)
        return value

    def unset(self, name: str) -> None:
        """Let the default hold again."""
        _key(name)
        self._write(name, None)

    def _read(self) -> dict[str, Any]:
        try:
            with telling(self._path):
                content = self._path.read_bytes()
            held = msgspec.json.decode(content, type=dict[str, Any])
        except msgspec.MsgspecError as error:
            raise StoreDamaged(
                f"{self._path}: the settings do not read as settings",
                remedy="Mend the file or delete it; the defaults hold then.",
            ) from error
        except Vanished:
            return {}
        return held

    def _write(self, name: str, value: Setting | None, profile: str = "") -> None:
        with alone(self._running, "setting"):
            held = self._read()
            place = held.setdefault(_PROFILES, {}).setdefault(profile, {}) if profile else held
            place.pop(name, None)
            if value is not None:
                place[name] = value
            content = msgspec.json.format(msgspec.json.encode(dict(sorted(held.items()))), indent=2) + b"\n"
            drafts.put(self._path, content, self._disk)
