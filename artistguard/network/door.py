"""The door: one service is asked over HTTP, and whatever goes wrong becomes one of three plain errors.

What comes back is bounded in size and time, is never unpacked, and is never followed to another host. Nothing is tried
again here: the outbox decides when.
"""

from __future__ import annotations

import http.cookiejar
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import IO, TYPE_CHECKING, TypeVar
from urllib.parse import urljoin

import msgspec
import requests
import requests.utils
import urllib3.exceptions

from artistguard import __version__
from artistguard.errors import Distrusted, Refused, Unreachable
from artistguard.network.address import parse
from artistguard.network.patience import Patience, PatientAdapter
from artistguard.network.reaching import anywhere, outside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from artistguard.errors import RegistryProblem

_T = TypeVar("_T")

_JSON = "application/json"
_TEXT = "text/plain; charset=utf-8"
_PIECE = 64 << 10
_PROBLEM_BYTES = 64 << 10
_SHOWN = 500
"""Characters of a stranger's message that are shown."""

_LATER = frozenset({408, 425, 429})
"""Statuses below 500 that ask to come back (RFC 9110, 15.5.9; RFC 8470, 5.2; RFC 6585, 4)."""

_LONGEST = 86_400.0
"""Seconds that a stranger may ask us to stay away."""

_MOVED = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Policy:
    """What the door allows.

    Attributes:
        connect_seconds: Until a connection stands.
        quiet_seconds: Without any byte.
        total_seconds: For a request in which next to nothing moves.
        slowest: Bytes a second that are fast enough never to be cut off.
        redirects: How often the same host may send us on.
        plain_http: Whether an unencrypted connection may leave this computer.
        inside: Whether a name may lead to this computer or into a private network; this computer may be named itself.
    """

    connect_seconds: float = 10.0
    quiet_seconds: float = 60.0
    total_seconds: float = 120.0
    slowest: int = 16 << 10
    redirects: int = 3
    plain_http: bool = False
    inside: bool = True


class _Said(msgspec.Struct, frozen=True):
    """What may be read in the body of an error, whoever wrote it."""

    message: str = ""
    remedy: str = ""


class Door:
    """Speaks to one service.

    Args:
        address: Of the service.
        policy: What is allowed.

    Raises:
        UsageProblem: It is no address, or its connection would not be encrypted.
    """

    def __init__(self, address: str, policy: Policy | None = None) -> None:
        self._policy = policy or Policy()
        self.address = parse(address, plain_http=self._policy.plain_http)
        self._patience = Patience(self._policy.total_seconds, self._policy.quiet_seconds, self._policy.slowest)
        self._session = requests.Session()
        # Neither passwords from ~/.netrc nor cookies go to a registry; proxies and certificates are looked up below.
        self._session.trust_env = False
        self._session.cookies.set_policy(http.cookiejar.DefaultCookiePolicy(allowed_domains=[]))
        settle = anywhere if self._policy.inside or self.address.loopback else outside
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, PatientAdapter(self._patience, settle))

    def get(self, path: str, most: int) -> bytes:
        """Ask for something.

        Args:
            path: Begins with a slash.
            most: Longest answer in bytes.

        Raises:
            Unreachable: Not now; try again later.
            Refused: No, for good.
            Distrusted: The answer is not one that an honest service gives.
        """
        return self._ask("GET", path, None, most)

    def save(self, path: str, target: IO[bytes], most: int) -> None:
        """Ask for something too long for the memory; see `get`.

        Args:
            path: Begins with a slash.
            target: Takes it; what came is in it also where this ends with an error.
            most: Longest answer in bytes.
        """

        def take(response: requests.Response) -> None:
            if not response.ok:
                self._receive(response, most)
            for piece in self._pieces(response, most):
                target.write(piece)

        self._send("GET", path, None, take)

    def post(self, path: str, body: bytes, most: int, media: str = _JSON) -> bytes:
        """Hand in JSON, or another `media`; see `get`."""
        return self._ask("POST", path, body, most, media)

    def exchange(self, path: str, body: bytes, most: int) -> tuple[int, bytes]:
        """Hand in plain text where more than one status is an answer; see `get`.

        Returns:
            Status and body.
        """
        return self._send(
            "POST", path, body, lambda response: (response.status_code, self._read(response, most)), _TEXT
        )

    def close(self) -> None:
        """Let go of the connections."""
        self._session.close()

    def _ask(self, method: str, path: str, body: bytes | None, most: int, media: str = _JSON) -> bytes:
        return self._send(method, path, body, lambda response: self._receive(response, most), media)

    def _send(
        self, method: str, path: str, body: bytes | None, take: Callable[[requests.Response], _T], media: str = _JSON
    ) -> _T:
        self._patience.begin()
        url = self.address.base + path
        try:
            for _ in range(self._policy.redirects + 1):
                with self._request(method, url, body, media) as response:
                    if response.status_code not in _MOVED:
                        return take(response)
                    url = self._elsewhere(response, method)
        except requests.exceptions.SSLError as problem:
            raise Unreachable(
                f"{self.address.host} could not show that it is the one it claims to be.",
                remedy="Check the date of this computer, and whether the network asks you to sign in first.",
            ) from problem
        except (requests.exceptions.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as problem:
            # ValueError: names and headers that cannot be written or read (UnicodeError, LocationParseError).
            raise Unreachable(f"{self.address.host} does not answer: {_cause(problem)}.") from problem
        raise Unreachable(f"{self.address.host} sends every request on and on.")

    def _request(self, method: str, url: str, body: bytes | None, media: str) -> requests.Response:
        headers = {"User-Agent": f"ArtistGuard/{__version__}", "Accept-Encoding": "identity"}
        if body is not None:
            headers["Content-Type"] = media
        return self._session.request(
            method,
            url,
            data=body,
            headers=headers,
            stream=True,
            allow_redirects=False,
            timeout=(self._policy.connect_seconds, self._policy.quiet_seconds),
            proxies=dict(self._proxies(url)),
            verify=os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("SSL_CERT_FILE") or True,
        )

    def _proxies(self, url: str) -> Mapping[str, str]:
        return {} if self.address.loopback else requests.utils.get_environ_proxies(url)

    def _elsewhere(self, response: requests.Response, method: str) -> str:
        target = urljoin(response.url, response.headers.get("Location", ""))
        kept = method == "GET" or response.status_code in {307, 308}
        if not kept or not self.address.leads_to(target):
            raise Unreachable(
                f"{self.address.host} sends us to another address, where we do not go.",
                remedy="Check whether the network asks you to sign in first, or ask for the registry's new address.",
            )
        return target

    def _receive(self, response: requests.Response, most: int) -> bytes:
        if response.ok:
            return self._read(response, most)
        try:
            said = msgspec.json.decode(self._read(response, _PROBLEM_BYTES), type=_Said)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, Distrusted):
            said = _Said()
        raise _problem(response, self.address.host, said)

    def _read(self, response: requests.Response, most: int) -> bytes:
        return b"".join(self._pieces(response, most))

    def _pieces(self, response: requests.Response, most: int) -> Iterator[bytes]:
        """The body as it came; a packed one could unpack to anything, and none was asked for."""
        if response.headers.get("Content-Encoding", "identity").strip().lower() not in {"", "identity"}:
            raise Distrusted(f"{self.address.host} packed its answer, though it was asked not to.")
        announced = response.headers.get("Content-Length", "")
        if announced.isdecimal() and int(announced[:20]) > most:
            raise Distrusted(f"{self.address.host} announces an answer of {announced[:20]} bytes; {most} are allowed.")
        length = 0
        while piece := response.raw.read(_PIECE, decode_content=False):
            length += len(piece)
            if length > most:
                raise Distrusted(f"{self.address.host} answers without end; {most} bytes are allowed.")
            yield piece


def _problem(response: requests.Response, host: str, said: _Said) -> RegistryProblem:
    status = response.status_code
    words = _plain(said.message) or f"{host} answers with status {status}."
    remedy = _plain(said.remedy) or None
    if status >= 500 or status in _LATER:
        return Unreachable(words, remedy=remedy, after=_after(response.headers.get("Retry-After", "")))
    return Refused(words, remedy=remedy)


def _after(said: str) -> float:
    """Seconds until one should come back, as a service says; 0 where it says nothing that is understood.

    Source: RFC 9110 section 10.2.3.
    """
    if said.isascii() and said.isdecimal():
        return min(_LONGEST, float(said[:10]))
    try:
        wait = parsedate_to_datetime(said) - datetime.now(UTC)
    except (ValueError, TypeError):  # TypeError: a date without a zone
        return 0.0
    return min(_LONGEST, max(0.0, wait.total_seconds()))


def _plain(words: str) -> str:
    """A stranger's words must neither steer the terminal nor fill it."""
    shown = "".join(letter if letter.isprintable() else " " for letter in words[: 2 * _SHOWN])
    return " ".join(shown.split())[:_SHOWN]


def _cause(problem: BaseException) -> str:
    """In a few plain words, what lies below an error of the library."""
    said: list[BaseException] = []
    inside: BaseException | None = problem
    while inside is not None and inside not in said:
        said.append(inside)
        inside = inside.__cause__ or inside.__context__
    if any(isinstance(each, TimeoutError | requests.exceptions.Timeout) for each in said):
        return "it took too long"
    system = next((each.strerror for each in said if isinstance(each, OSError) and each.strerror), "")
    return _plain(system) or "the connection broke off or was never made"
