"""One window for one home: who starts a second one hands its files to the first.

The first one holds a lock in its home, which the system frees when the process ends, however; and listens at a socket
that only its user may open. A socket that a crash left behind is taken over by whoever gets the lock.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLockFile, QObject, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from collections.abc import Sequence

LARGEST = 16 << 20
"""Bytes of one message at most: some ten thousand paths."""
PATIENCE_SECONDS = 30.0
"""A window that is only just opening, or is held up, answers by then; two windows on one home are worse than a wait."""
LONGEST_ADDRESS = 107
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
        self._callers: list[QLocalSocket] = []
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
            if self._told(paths, deadline):
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

    def _told(self, paths: Sequence[str], deadline: float) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(500):
            return False
        socket.write(json.dumps(list(paths)).encode() + b"\n")
        socket.flush()
        # Asked twice, it would take them twice.
        left = max(0, int((deadline - time.monotonic()) * 1000))
        taken = socket.waitForReadyRead(left) and bytes(socket.readAll().data()) == _TAKEN
        socket.disconnectFromServer()
        return taken

    def _welcome(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            self._callers.append(caller)
            caller.setReadBufferSize(LARGEST)
            caller.readyRead.connect(self._listen)
            caller.disconnected.connect(self._say_goodbye)
        self._listen()

    def _listen(self) -> None:
        for caller in list(self._callers):
            if caller.canReadLine():
                self._hear(caller)
            elif caller.bytesAvailable() >= LARGEST:
                caller.disconnectFromServer()

    def _hear(self, caller: QLocalSocket) -> None:
        try:
            said = json.loads(bytes(caller.readLine().data()))
        except ValueError:
            said = None
        if isinstance(said, list) and all(isinstance(each, str) for each in said):
            caller.write(_TAKEN)
            caller.flush()
            self.came.emit(said)
        else:
            caller.disconnectFromServer()

    def _say_goodbye(self) -> None:
        gone = [each for each in self._callers if each.state() is QLocalSocket.LocalSocketState.UnconnectedState]
        self._callers = [each for each in self._callers if each not in gone]
        for caller in gone:
            caller.deleteLater()


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
    """Where the first window of a home listens: in a folder that only the user may enter, if its name is short enough.

    Source: Linux man page unix(7): the address of a socket has at most 107 bytes.
    """
    mark = "artistguard-" + hashlib.sha256(os.fsencode(home)).hexdigest()[:16]
    if sys.platform == "win32":
        return mark
    places = [Path(os.environ["XDG_RUNTIME_DIR"])] if os.environ.get("XDG_RUNTIME_DIR") else []
    paths = (str(place / mark) for place in [*places, home])
    return next((path for path in paths if len(os.fsencode(path)) <= LONGEST_ADDRESS), mark)
