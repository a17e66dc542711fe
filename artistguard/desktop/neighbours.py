"""One window for one home: who starts a second one hands its files to the first.

The first one holds a lock in its home, which the system frees when the process ends, however; and listens at a socket
that only its user may open. A socket that a crash left behind is taken over by whoever gets the lock.
"""

from __future__ import annotations

import hashlib
import json
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLockFile, QObject, QStandardPaths, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

LARGEST = 16 << 20
"""Bytes of one message at most: some ten thousand paths."""
PATIENCE_SECONDS = 5.0
_TAKEN = b"taken\n"


class Neighbours(QObject):
    """The door between this window and those that are started after it.

    Signals:
        came: Paths of files that somebody wants to see here; none where only the window is wanted.
    """

    came = Signal(list)

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = _name(home)
        self._lock = QLockFile(str(home / "window.lock"))
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)

    def hand_over(self, paths: Sequence[str]) -> bool:
        """Hand files to the window that is open already.

        Returns:
            Whether there is one and it took them; else this window is the first, or the only one that answers.
        """
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not self._lock.tryLock(0):
            if self._lock.error() is not QLockFile.LockError.LockFailedError:
                return False
            if self._told(paths):
                return True
            if time.monotonic() > deadline:
                return False
            time.sleep(0.05)
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return False

    def close(self) -> None:
        """The next window is the first again."""
        self._server.close()
        self._lock.unlock()

    def _told(self, paths: Sequence[str]) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(500):
            return False
        socket.write(json.dumps(list(paths)).encode() + b"\n")
        socket.flush()
        taken = socket.waitForReadyRead(2000) and bytes(socket.readAll().data()) == _TAKEN
        socket.disconnectFromServer()
        return taken

    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setReadBufferSize(LARGEST)
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(lambda socket=socket: self._hear(socket))
            self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() >= LARGEST:
                socket.abort()
            return
        try:
            said = json.loads(bytes(socket.readLine().data()))
        except ValueError:
            socket.abort()
            return
        socket.write(_TAKEN)
        socket.flush()
        if isinstance(said, list):
            self.came.emit([each for each in said if isinstance(each, str)])


class OpenedFiles(QObject):
    """Files that the system wants to have opened by the running window, such as those dropped on its icon on a Mac.

    Signals:
        came: Their paths, those that come in one go together.
    """

    came = Signal(list)

    def __init__(self, application: QObject) -> None:
        super().__init__(application)
        self._paths: list[str] = []
        self._timer = QTimer(self, singleShot=True, interval=50)
        self._timer.timeout.connect(self._tell)
        application.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take what is to be opened."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self._paths.append(event.file())
            self._timer.start()
            return True
        return False

    def _tell(self) -> None:
        paths, self._paths = self._paths, []
        self.came.emit(paths)


def _name(home: Path) -> str:
    """Where the first window of a home listens: in the user's own runtime folder."""
    mark = hashlib.sha256(str(home).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.RuntimeLocation)
    return f"{folder}/artistguard-{mark}" if folder else f"artistguard-{mark}"
