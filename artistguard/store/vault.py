"""The system's keyring, asked only where it can answer without hanging a command that nobody sits before."""

from __future__ import annotations

import os
import queue
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from artistguard.errors import KeyringRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Answer = TypeVar("Answer")
_SERVICE = "ArtistGuard"
_PATIENCE_SECONDS = 60.0  # a person may have to type the keyring's password
# Others, such as files with a password asked for on the terminal, are not keyrings of the system.
_TRUSTED = ("keyring.backends.macOS", "keyring.backends.Windows", "keyring.backends.SecretService",
            "keyring.backends.libsecret", "keyring.backends.kwallet")  # fmt: skip


class Vault(Protocol):
    """Anything that keeps secrets by name."""

    def get(self, name: str) -> str | None:
        """The secret, or None.

        Raises:
            KeyringRefused: It does not answer.
        """
        ...

    def put(self, name: str, secret: str) -> None:
        """Keep a secret.

        Raises:
            KeyringRefused: It does not take it.
        """
        ...


class _Backend(Protocol):
    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...


class SystemVault:
    """The keyring of the system."""

    def __init__(self, backend: _Backend) -> None:
        self._backend = backend

    def get(self, name: str) -> str | None:
        """The secret, or None."""
        return _in_time(lambda: self._backend.get_password(_SERVICE, name))

    def put(self, name: str, secret: str) -> None:
        """Keep a secret, and see that it is kept."""
        _in_time(lambda: self._backend.set_password(_SERVICE, name, secret))
        if self.get(name) != secret:
            raise KeyringRefused("the system keyring did not keep the key")


def find_vault(environment: Mapping[str, str] | None = None) -> Vault | None:
    """The system's keyring; None where there is none, where nobody could unlock it, or where it is switched off.

    Args:
        environment: The process's by itself; ``ARTISTGUARD_KEYRING=off`` switches it off.
    """
    environment = os.environ if environment is None else environment
    if environment.get("ARTISTGUARD_KEYRING", "").lower() == "off":
        return None
    if sys.platform not in {"win32", "darwin"} and not _has_desktop(environment):
        return None
    try:
        backend = _in_time(_best_backend)
    except KeyringRefused:
        return None
    return SystemVault(backend) if backend is not None else None


def _has_desktop(environment: Mapping[str, str]) -> bool:
    bus = environment.get("DBUS_SESSION_BUS_ADDRESS") or Path(environment.get("XDG_RUNTIME_DIR", "/"), "bus").exists()
    return bool(bus) and bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def _best_backend() -> _Backend | None:
    import keyring.backend  # noqa: PLC0415  slow, and needed only at a key's first use

    known = [each for each in keyring.backend.get_all_keyring() if type(each).__module__.startswith(_TRUSTED)]
    usable = sorted((each for each in known if each.priority > 0), key=lambda each: float(each.priority))
    return usable[-1] if usable else None


def _in_time(ask: Callable[[], Answer]) -> Answer:
    """The answer, or KeyringRefused when none comes: a locked keyring may wait for ever."""
    answers: queue.SimpleQueue[tuple[Answer | None, Exception | None]] = queue.SimpleQueue()

    def work() -> None:
        try:
            answers.put((ask(), None))
        except Exception as error:  # noqa: BLE001  foreign backends raise what they like (DBus, Win32, KeyringError)
            answers.put((None, error))

    threading.Thread(target=work, daemon=True).start()
    try:
        answer, error = answers.get(timeout=_PATIENCE_SECONDS)
    except queue.Empty:
        raise KeyringRefused("the system keyring does not answer") from None
    if error is not None:
        raise KeyringRefused(f"the system keyring refuses: {error}") from error
    return answer  # type: ignore[return-value]  # it is one where there is no error
