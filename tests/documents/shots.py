"""Pictures of every screen of the window, with the demo works, for the README and for whoever looks after its looks.

    python tests/documents/shots.py --out DIR [--only LOOK …]
    python tests/documents/shots.py --readme        (renews the four small ones in docs/pictures)

Each look is a folder: light, dark, high-contrast, german, arabic (letters that stand for Arabic, right to left) and
large (letters of twice the size on a small screen). Needs no display.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image  # noqa: E402 - as below
from PySide6.QtCore import QSettings  # noqa: E402 - the repository has to be found, and the platform chosen, first
from PySide6.QtWidgets import QApplication, QPushButton, QTreeView, QWidget  # noqa: E402

from artistguard.desktop import language  # noqa: E402
from artistguard.desktop.folders import Counted  # noqa: E402
from artistguard.desktop.keyring import Recovery  # noqa: E402
from artistguard.desktop.looks import Looks  # noqa: E402
from artistguard.desktop.palettes import Appearance  # noqa: E402
from artistguard.desktop.phases import BUSY, Phase  # noqa: E402
from artistguard.desktop.start import opened  # noqa: E402
from artistguard.desktop.views import sheet_you  # noqa: E402
from tests.suites import pseudo  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from artistguard.desktop.views.preferences import Preferences
    from artistguard.desktop.window import Window

PATIENCE_SECONDS = 90.0
SAMPLES = ROOT / "resources" / "samples"
FOUND = "Found on the web.jpg"
PICTURES = ROOT / "docs" / "pictures"
README = (("light", "protect"), ("dark", "written"), ("light", "my-works"), ("light", "check"))
"""Look and screen of the small pictures."""
WIDTH, COLOURS = 860, 256
LINE = "AG-7F3K-Q2MX-9TPL-4HVD-8RWZ-C6NB"
"""Stands for a recovery line."""


@dataclass(frozen=True)
class Look:
    """One way to look at everything."""

    looks: Looks
    size: tuple[int, int] = (1180, 780)
    damaged: bool = True


LOOKS = {
    "light": Look(Looks(Appearance.LIGHT)),
    "dark": Look(Looks(Appearance.DARK)),
    "high-contrast": Look(Looks(Appearance.HIGH_CONTRAST)),
    "german": Look(Looks(Appearance.LIGHT, "de")),
    "arabic": Look(Looks(Appearance.LIGHT, pseudo.ARABIC)),
    "large": Look(Looks(Appearance.LIGHT, text_size=200), (1366, 728)),
}


class Camera:
    """Takes the pictures of one look.

    Args:
        application: Running.
        folder: For the pictures.
        look: How all of it looks.
        home: An empty folder, as the creator's own.
    """

    def __init__(self, application: QApplication, folder: Path, look: Look, home: Path) -> None:
        self.application = application
        self.folder = folder
        self.works = home / "works"
        shutil.copytree(SAMPLES, self.works)
        shutil.copy(SAMPLES / "pictures" / "Lighthouse.jpg", self.works / FOUND)
        if look.damaged:
            (self.works / "Cover.png").write_bytes((SAMPLES / "pictures" / "Fox in Snow.png").read_bytes()[:4000])
        os.environ["ARTISTGUARD_HOME"] = str(home / "own")
        (home / "own").mkdir()
        state = QSettings(str(home / "own" / "window.ini"), QSettings.Format.IniFormat)
        look.looks.keep(state)
        state.sync()
        folder.mkdir(parents=True, exist_ok=True)
        self.window: Window = opened(application)
        self.window.resize(*look.size)
        self.window.show()

    def until(self, done: Callable[[], bool]) -> None:
        """Let the window work."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not done():
            if time.monotonic() > end:
                raise TimeoutError
            self.application.processEvents()
            time.sleep(0.01)
        for _ in range(30):
            self.application.processEvents()
            time.sleep(0.01)

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """One picture."""
        self.until(lambda: True)
        (widget or self.window).grab().save(str(self.folder / f"{name}.png"))

    def tour(self) -> None:
        """All of them."""
        window, session = self.window, self.window.session
        self.until(lambda: not window.protecting.drop.isHidden())
        self.take("empty")
        session.add([str(self.works)])
        self.until(lambda: session.phase is Phase.READY)
        time.sleep(1)
        choose(window.protecting.list, "Lighthouse")
        self.take("protect")
        window.protecting.details.setChecked(True)
        self.take("written")
        session.protect()
        self.until(lambda: session.phase not in BUSY)
        self.take("done")
        window.go_to(window.my_works)
        self.until(lambda: bool(window.my_works.model.works) and not window.my_works.clerk.busy)
        choose(window.my_works.list, "Lighthouse")
        self.until(lambda: not window.my_works.particulars.isHidden())
        self.take("my-works")
        works = window.my_works
        for name, ask in (
            ("put-back", works.ask_put_back),
            ("withdraw", works.ask_withdrawal),
            ("choice", works.ask_choice),
        ):
            self.ask(name, ask)
        window.go_to(window.checking)
        self.take("check-empty")
        beside = {".xmp", ".c2pa"}
        files = sorted(str(each) for each in self.works.rglob("*") if each.is_file() and each.suffix not in beside)
        window.checking.check(files)
        self.until(lambda: len(window.checking.model.found) == len(files) and not window.checking.clerk.busy)
        choose(window.checking.list, FOUND)
        self.take("check")
        self._dialogues()
        window.close()

    def ask(self, name: str, ask: Callable[[], object]) -> None:
        """A picture of the question that this asks."""
        ask()
        asked = QApplication.activeModalWidget()
        assert asked is not None, name
        self.take(name, asked)
        asked.close()

    @staticmethod
    def _questions(preferences: Preferences) -> list[tuple[str, Callable[[], object]]]:
        """Keys, recovery, watched folders: the questions that follow the choice of a file or folder."""
        you, folders = preferences.you, preferences.folders
        return [
            ("key-save", lambda: named(you.save)),
            ("key-bring", lambda: named(you.bring)),
            ("key-new", you.renew.click),
            ("key-lost", you._use_line),
            ("recovery", lambda: you.take(Recovery(LINE, "recovery.pdf"))),
            ("watch", lambda: folders.take(Counted("/home/zoe/Pictures", 12))),
        ]

    def _dialogues(self) -> None:
        preferences = self.window.open_preferences()
        self.until(lambda: not preferences.clerk.busy)
        for page in range(preferences.names.count()):
            preferences.names.setCurrentRow(page)
            self.take(f"preferences-{page + 1}", preferences)
        for name, ask in self._questions(preferences):
            self.ask(name, ask)
        preferences.accept()
        wizard = self.window.welcome()
        if wizard is not None:
            for step in range(3):
                self.take(f"wizard-{step + 1}", wizard)
                wizard.skip.click()


def choose(view: QTreeView, title: str) -> None:
    """Put the cursor on the row of this title."""
    rows = [view.model().index(place, 0) for place in range(view.model().rowCount())]
    view.setCurrentIndex(next(row for row in rows if row.data() == title))


def named(button: QPushButton) -> None:
    """Press a button that asks for the name of a file first; one is given."""

    def name(*_: object) -> tuple[str, str]:
        return "key.json", ""

    with mock.patch.object(sheet_you, "QFileDialog", mock.Mock(getSaveFileName=name, getOpenFileName=name)):
        button.click()


def make_small(folder: Path) -> None:
    """The four of the README: as wide as a page, in few colours."""
    PICTURES.mkdir(exist_ok=True)
    for look, name in README:
        with Image.open(folder / look / f"{name}.png") as shot:
            small = shot.convert("RGB").resize((WIDTH, shot.height * WIDTH // shot.width), Image.Resampling.LANCZOS)
            few = small.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
            few.save(PICTURES / f"{name}-{look}.png", optimize=True)


def main() -> None:
    """Take them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, help="folder for the pictures")
    parser.add_argument("--readme", action="store_true", help="renew docs/pictures")
    parser.add_argument("--only", nargs="*", choices=LOOKS, default=list(LOOKS), help="these looks (default: all)")
    wanted = parser.parse_args()
    if not wanted.out and not wanted.readme:
        parser.error("--out or --readme, please")
    os.environ.update(LC_ALL="C.UTF-8", LANGUAGE="en")
    application = QApplication(["ArtistGuard"])
    with tempfile.TemporaryDirectory() as room:
        out = wanted.out or Path(room)
        looks = sorted({look for look, _ in README}) if wanted.readme else wanted.only
        take_all(application, out, looks, damaged=not wanted.readme)
        if wanted.readme:
            make_small(out)


def take_all(application: QApplication, out: Path, looks: list[str], *, damaged: bool) -> None:
    """Every screen in each of these looks."""
    for name in looks:
        with tempfile.TemporaryDirectory() as place, mock.patch.object(language, "_folder", language._folder):
            if name == "arabic":
                folder = pseudo.make(Path(place), pseudo.ARABIC)
                language._folder = lambda: folder  # noqa: B023 - used at once
            Camera(application, out / name, replace(LOOKS[name], damaged=damaged), Path(place)).tour()


if __name__ == "__main__":
    main()
