"""Listens to the window as a screen reader does, over the real AT-SPI bus, and prints as JSON what it hears.

Run with the system's own Python, which has the bindings to the bus, inside a session bus and a display of its own:

    xvfb-run dbus-run-session -- /usr/bin/python3 tests/suites/screen_reader.py SECONDS PROGRAM …
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

from gi.repository import Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = "/org/a11y/atspi/accessible/root"
FOCUSABLE = 11
"""Bit of the state: AT-SPI's StateType."""
DEEPEST = 40


class Bus:
    """The bus on which programs tell what they show."""

    def __init__(self) -> None:
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        found = session.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, Gio.DBusCallFlags.NONE, 60_000
        )
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self._line = Gio.DBusConnection.new_for_address_sync(found.unpack()[0], flags)

    def ask(
        self, who: str, path: str, method: str, *, of: str = ACCESSIBLE, given: GLib.Variant | None = None
    ) -> object:
        answer = self._line.call_sync(who, path, of, method, given, None, Gio.DBusCallFlags.NONE, 60_000)
        return answer.unpack()[0]

    def name(self, who: str, path: str) -> str:
        given = GLib.Variant("(ss)", (ACCESSIBLE, "Name"))
        return str(self.ask(who, path, "Get", of="org.freedesktop.DBus.Properties", given=given))


def walk(bus: Bus, who: str, path: str, deep: int = 0) -> list[dict[str, object]]:
    """Everything in a program: role, name, and whether the keyboard gets there."""
    try:
        state = bus.ask(who, path, "GetState")
        role = bus.ask(who, path, "GetRoleName")
        found = [{"role": role, "name": bus.name(who, path), "focusable": bool(state[0] >> FOCUSABLE & 1)}]
        children = bus.ask(who, path, "GetChildren") if deep < DEEPEST else []
    except GLib.Error:
        return []  # it went away meanwhile
    return found + [each for child in children for each in walk(bus, *child, deep + 1)]


def main(patience: float, program: list[str]) -> None:
    bus = Bus()
    running = subprocess.Popen(program, env={**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"})
    found, end = [], time.monotonic() + patience
    try:
        while time.monotonic() < end and not any("Ready" in str(each["name"]) for each in found):
            time.sleep(0.5)
            for who, path in bus.ask("org.a11y.atspi.Registry", ROOT, "GetChildren"):
                found = walk(bus, who, path)
    finally:
        running.terminate()
        running.wait(60)
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(float(sys.argv[1]), sys.argv[2:])
