"""Where a certificate goes: one question, asked by every screen that offers one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from artistguard.desktop import sayings, words
from artistguard.desktop.archive import SaveCertificate, Saved

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from artistguard.desktop.clerk import Clerk
    from artistguard.desktop.views.notices import Notices


def save_certificate(screen: QWidget, works: tuple[str, ...], clerk: Clerk, notices: Notices) -> None:
    """Ask where a certificate goes, let it be written there, and say so.

    Args:
        screen: Asks.
        works: URNs.
        clerk: Of the screen.
        notices: Of the screen.
    """
    path, _ = QFileDialog.getSaveFileName(
        screen, words.translate(sayings.SAVE_CERTIFICATE), "certificate.pdf", words.translate(sayings.PDF_FILES)
    )
    if path:
        errand = SaveCertificate(works, str(Path(path).with_suffix(".pdf")))
        clerk.send(errand, lambda value: tell_saved(value, notices))


def tell_saved(value: object, notices: Notices) -> None:
    """Say where something was saved, what is missing in it, and why it has no time stamp where it should have one."""
    if isinstance(value, Saved):
        told = [sayings.saved(value.paths)]
        if value.missing:
            told.append(sayings.unproven(value.missing))
        if value.trouble is not None:
            told.append(sayings.unstamped(value.trouble))
        notices.tell(" ".join(told))
