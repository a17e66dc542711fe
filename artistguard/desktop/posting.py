"""Sends what waits for a registry by itself when its time has come, for as long as the window is open. Knows no widget.

When it is time is asked of the helper process that is there anyway; a network that does not answer holds up only a
process of its own, which is started when there is something to send.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from artistguard.desktop import housewords, sayings
from artistguard.desktop.clerk import Clerk
from artistguard.desktop.household import Due, LookForDue, SendNow, Sent
from artistguard.desktop.tasks import Backstage

if TYPE_CHECKING:
    from artistguard.desktop.backstage import End
    from artistguard.jobs.outcome import Trouble

SOON_MS = 5_000
"""After the window opened, and after something was sent, it is looked so soon."""
LATEST_MS = 60_000
"""It is looked at least so often, since another window or command may have left something."""


class Posting(QObject):
    """What is sent without anybody asking.

    Args:
        backstage: The helper process that knows what waits.
        parent: The window.

    Signals:
        said: A sentence for the person.
        arrived: A registry confirmed something.
    """

    said = Signal(str)
    arrived = Signal()

    def __init__(self, backstage: Backstage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asking = Clerk(backstage, self)
        self._sender = Backstage(self)
        self._sending = Clerk(self._sender, self)
        self._sending.said.connect(self.said)
        # Nobody is asked for a passphrase out of the blue: what needs one waits for "Send now".
        self._sending.wanted.connect(lambda: self._sending.answer(""))
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.look)

    @property
    def busy(self) -> bool:
        """Whether it is being looked, or something is on its way."""
        return self._asking.busy or self._sending.busy

    def begin(self) -> None:
        """Look soon, and from then on again and again."""
        if not self._sending.busy:
            self.timer.start(SOON_MS)

    def look(self) -> None:
        """Ask whether the time of anything has come; another look follows in any case."""
        self.timer.start(LATEST_MS)
        if not self.busy:
            self._asking.send(LookForDue(), self._take_due, trouble=self._not_now)

    def close(self) -> None:
        """What is on its way to a registry arrives, then nothing more is sent."""
        self.timer.stop()
        self._sender.close()

    def _take_due(self, value: object) -> None:
        match value:
            case Due(seconds=0.0):
                self._sending.send(SendNow(hurry=False), self._take_sent, self._ended, trouble=self._not_now)
            case Due(seconds=float(seconds)):
                self.timer.start(max(SOON_MS, min(LATEST_MS, int(seconds * 1000))))
            case _:
                pass

    def _take_sent(self, value: object) -> None:
        if isinstance(value, Sent) and value.confirmed:
            self.said.emit(housewords.arrived(value.confirmed, sayings.host(value.address)))
            self.arrived.emit()

    def _ended(self, _: End) -> None:
        self.timer.start(SOON_MS)

    def _not_now(self, _: Trouble) -> None:
        """It is tried again later; what waits is shown in My works and in Preferences."""
