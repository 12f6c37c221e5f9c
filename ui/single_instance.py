"""One window for one data folder: a second start raises the first window and ends."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 800
_ANSWER_MS = 5000
"""The first program may be busy for a moment; it is there, so waiting is right."""
_RAISE = b"raise\n"


class SingleInstance(QObject):
    """Listens under a name made of the data folder and the user."""

    raise_wanted = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        place = hashlib.sha256(str(folder.expanduser().resolve()).encode()).hexdigest()[:24]
        self._name = f"cchc-desktop-{place}"
        self._server: QLocalServer | None = None

    def raise_other(self) -> bool:
        """Ask a program that has this folder open to come to the front; False when there is none."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT_MS):
            return False
        socket.write(_RAISE)
        socket.flush()
        socket.waitForBytesWritten(_WAIT_MS)
        heard = socket.bytesAvailable() > 0 or socket.waitForReadyRead(_ANSWER_MS)
        socket.disconnectFromServer()
        return heard

    def listen(self) -> bool:
        """Be the one to raise; a name left over from a crash is taken over."""
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._answer)
        if not server.listen(self._name):
            QLocalServer.removeServer(self._name)
            if not server.listen(self._name):
                return False
        self._server = server
        return True

    def close(self) -> None:
        """Stop listening."""
        if self._server is not None:
            self._server.close()
            self._server = None

    def _answer(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            socket.write(b"ok\n")
            socket.flush()
            self.raise_wanted.emit()
