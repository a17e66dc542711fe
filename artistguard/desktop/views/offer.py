"""One quiet sentence over all screens, sometimes with one thing to do about it; it goes away when it is dismissed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout

from artistguard.desktop import words
from artistguard.desktop.aloud import Aloud
from artistguard.desktop.views.dropping import label
from artistguard.desktop.views.pressing import button

if TYPE_CHECKING:
    from collections.abc import Callable


MOST_SENTENCES = 3


class Offer(QFrame):
    """The bar; not there while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setAccessibleName(words.translate("Notice"))
        self.said = label("", "plain", wrap=True)
        self.do = button("", "link")
        self.do.setAccessibleName(self.accessibleName())
        self.dismiss = button(words.DISMISS, "link")
        self._aloud = Aloud(self)
        self._doing: Callable[[], object] | None = None
        self._sentences: list[str] = []
        self.do.clicked.connect(self._take_up)
        self.dismiss.clicked.connect(self._clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 10, 8)
        layout.setSpacing(10)
        layout.addWidget(self.said, 1)
        layout.addWidget(self.do)
        layout.addWidget(self.dismiss)
        self.hide()

    def tell(self, sentence: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Say something, below what was said last and not dismissed.

        Args:
            sentence: In the language of the window.
            action: Words on the button; empty to leave the one that is there.
            do: What the button does.
        """
        self._sentences = [*(each for each in self._sentences if each != sentence), sentence][-MOST_SENTENCES:]
        self.said.setText("\n".join(self._sentences))
        if do is not None:
            self.do.setText(words.translate(action))
            self.do.setAccessibleName(self.do.text())
            self._doing = do
        self.do.setVisible(self._doing is not None)
        self.show()
        self._aloud.say(sentence)

    def _clear(self) -> None:
        self._sentences, self._doing = [], None
        self.hide()

    def _take_up(self) -> None:
        doing = self._doing
        self._clear()
        if doing is not None:
            doing()
