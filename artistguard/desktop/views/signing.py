"""Preferences, Registry and proof: whether files are signed with content credentials, and under which certificate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from artistguard.desktop import credentialwords, words
from artistguard.desktop.credentials import BringCertificate, ForgetCertificate, MakeCertificate
from artistguard.desktop.views.asking import PassphraseQuestion, when
from artistguard.desktop.views.dropping import label
from artistguard.desktop.views.flow import flowing
from artistguard.desktop.views.pressing import button

if TYPE_CHECKING:
    from artistguard.credentials.values import Certificate


class Signing(QWidget):
    """The certificate, and what can be done with it.

    Signals:
        asked: An errand that is to be done.
    """

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.told = label(credentialwords.NO_CERTIFICATE, "plain", wrap=True)
        self.anew = button(credentialwords.ANEW)
        self.bring = button(credentialwords.BRING)
        self.remove = button(credentialwords.REMOVE)
        self.remove.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.told)
        layout.addWidget(flowing(self.anew, self.bring, self.remove))
        self.anew.clicked.connect(lambda: self.asked.emit(MakeCertificate()))
        self.remove.clicked.connect(lambda: self.asked.emit(ForgetCertificate()))
        self.bring.clicked.connect(self._bring)

    def show_certificate(self, certificate: Certificate | None) -> None:
        """Show which one signs; None where the first is still to be made."""
        bought = certificate is not None and certificate.bought
        self.anew.setVisible(not bought)
        self.remove.setVisible(bought)
        self.told.setText(credentialwords.certificate(certificate))
        self.told.setToolTip(certificate.fingerprint if certificate is not None else "")

    def _bring(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, words.translate(credentialwords.BRING), "", words.translate(credentialwords.CERTIFICATE_FILES)
        )
        if path:
            question = CertificateQuestion(self)
            when(question, lambda _: self.asked.emit(BringCertificate(path, question.key, question.typed)))


class CertificateQuestion(PassphraseQuestion):
    """Asks what else it takes to open a certificate: a passphrase, and where its key is, if that is elsewhere.

    Attributes:
        key: File of the private key, or empty.
    """

    needed = False

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            credentialwords.CERTIFICATE_LOCK,
            credentialwords.CERTIFICATE_LOCK_MEANS,
            credentialwords.BRING_IT,
        )
        self.key = ""
        self.elsewhere = button(credentialwords.KEY_ELSEWHERE, "link")
        self.elsewhere.clicked.connect(self._choose_key)
        self.body.addWidget(self.elsewhere)

    def _choose_key(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, words.translate(credentialwords.KEY_ELSEWHERE))
        if path:
            self.key = path
            self.elsewhere.setText(credentialwords.key_file(path))
