"""Preferences, Registry and proof: where fingerprints are registered, what waits, and whom we know again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import segno
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from artistguard.desktop import credentialwords, housewords, sayings, words
from artistguard.desktop.household import SendNow
from artistguard.desktop.views.dropping import emptied, label
from artistguard.desktop.views.fields import SwitchField, TextField
from artistguard.desktop.views.pressing import button
from artistguard.desktop.views.sheet import Sheet, side_by_side
from artistguard.desktop.views.signing import Signing
from artistguard.store.settings import several

if TYPE_CHECKING:
    from artistguard.desktop.household import Household, Known
    from artistguard.desktop.views.fields import Keeping

QUIET_MODULES = 4
"""Light modules around a code. Source: ISO/IEC 18004, 6.3.8."""
CODE_SIDE = 200


class RegistrySheet(Sheet):
    """The page."""

    def __init__(self, keeping: Keeping) -> None:
        super().__init__(sayings.REGISTRY)
        self.address = TextField(keeping, "registry", sayings.REGISTRY_ADDRESS, sayings.REGISTRY_HINT)
        self.register = SwitchField(keeping, "register", sayings.REGISTER_ALWAYS)
        self.waits = label(sayings.NOTHING_WAITS, "plain", wrap=True)
        self.send_now = button(sayings.SEND_NOW)
        self.send_now.setEnabled(False)
        self.send_now.clicked.connect(lambda: self.asked.emit(SendNow()))
        known = QWidget()
        self._known = QVBoxLayout(known)
        self._known.setContentsMargins(0, 0, 0, 0)
        self._known.setSpacing(10)
        self.sign = SwitchField(keeping, "credentials", credentialwords.SIGN, credentialwords.SIGN_MORE)
        self.signing = Signing()
        self.signing.asked.connect(self.asked)
        self.add(
            self.address,
            self.register,
            side_by_side(self.waits, self.send_now),
            label(housewords.KNOWN_REGISTRIES, "heading"),
            known,
            label(credentialwords.CREDENTIALS, "heading"),
            self.sign,
            self.signing,
            label(words.CLAIM, "muted", wrap=True),
        )

    def show_household(self, house: Household) -> None:
        """Show what waits, and every registry that confirmed something."""
        super().show_household(house)
        self.signing.show_certificate(house.certificate)
        lines = [f"{sayings.waits(address, count)}." for address, count in house.waiting]
        lines += list(house.refused)
        self.waits.setText("\n".join(lines) if lines else words.translate(sayings.NOTHING_WAITS))
        self.send_now.setEnabled(bool(house.waiting))
        emptied(self._known)
        for each in house.known:
            self._known.addWidget(self._shown(each, used=each.address in several(str(house.settings["registry"]))))
        if not house.known:
            self._known.addWidget(label(housewords.NO_REGISTRIES, "muted", wrap=True))

    def _shown(self, registry: Known, *, used: bool) -> QWidget:
        host = sayings.host(registry.address)
        card = QFrame()
        card.setObjectName("card")
        name = label(housewords.fingerprint(host, registry.since), "heading", wrap=True)
        code = QLabel()
        code.setAccessibleName(words.translate(housewords.CODE_MEANS))
        code.hide()
        use = button(housewords.USE_THIS)
        use.setAccessibleName(f"{use.text()}: {host}")
        use.setVisible(not used)
        use.clicked.connect(lambda: self._use(registry.address))
        show = button(housewords.SHOW_CODE)
        show.setAccessibleName(f"{show.text()}: {host}")
        show.clicked.connect(lambda: self._show_code(code, registry.card))
        row = QHBoxLayout()
        row.addWidget(name, 1)
        row.addWidget(use)
        row.addWidget(show)
        layout = QVBoxLayout(card)
        layout.addLayout(row)
        layout.addWidget(label(registry.fingerprint, "muted", wrap=True))
        layout.addWidget(code, alignment=Qt.AlignmentFlag.AlignHCenter)
        return card

    def _use(self, address: str) -> None:
        self.address.field.setText(address)
        self.address.keep_shown()

    @staticmethod
    def _show_code(shown: QLabel, card: str) -> None:
        shown.setPixmap(code_of(card))
        shown.setVisible(not shown.isVisible())


def code_of(text: str) -> QPixmap:
    """A QR code, dark on light in every palette, since many cameras read no other."""
    rows = [bytes(row) for row in segno.make(text, error="m").matrix]
    side = len(rows) + 2 * QUIET_MODULES
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                image.setPixelColor(x + QUIET_MODULES, y + QUIET_MODULES, QColor("black"))
    scale = max(2, CODE_SIDE // side)
    return QPixmap.fromImage(image).scaled(side * scale, side * scale)
