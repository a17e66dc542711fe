"""Whoever cannot see the window hears it; whoever has no mouse reaches everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from artistguard.desktop.phases import Phase
from tests.suites.windows import PATIENCE_MS
from tests.suites.workshop import FOX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAccessibleInterface

    from tests.suites.windows import Hands

FOCUSABLE = (Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus)


def focusable(window: QWidget) -> list[QWidget]:
    """Every widget that takes the keyboard, also on pages that are not in front."""
    own = [each for each in window.findChildren(QWidget) if each.focusPolicy() in FOCUSABLE]
    return [each for each in own if not (each.objectName().startswith("qt_") or _inside_another(each))]


def _inside_another(widget: QWidget) -> bool:
    """A part that Qt made, such as the list of a combobox."""
    parent = widget.parentWidget()
    return parent is not None and (parent.inherits("QComboBoxPrivateContainer") or parent.inherits("QAbstractItemView"))


def walk(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield interface
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child is not None:
            yield from walk(child)


def test_every_control_has_a_name(hands: Hands) -> None:
    hands.drop([hands.put(FOX)])
    hands.wait(Phase.READY)
    controls = focusable(hands.window)
    assert len(controls) > 12
    unnamed = []
    for each in controls:
        interface = QAccessible.queryAccessibleInterface(each)
        if not interface.text(QAccessible.Text.Name):
            unnamed.append(f"{type(each).__name__} {each.objectName()}")
    assert unnamed == []


def test_rows_speak_title_kind_and_status(hands: Hands) -> None:
    hands.drop([hands.put(FOX)])
    hands.wait(Phase.READY)
    # Rows come to be with the first painting.
    hands.bot.waitUntil(
        lambda: any(all(word in line for word in (FOX.stem, "Image", "Ready")) for line in spoken(hands))
    )


def spoken(hands: Hands) -> list[str]:
    """What a screen reader says in the list."""
    return [
        each.text(QAccessible.Text.Name)
        for each in walk(QAccessible.queryAccessibleInterface(hands.list))
        if each.role() in {QAccessible.Role.TreeItem, QAccessible.Role.Cell, QAccessible.Role.ListItem}
    ]


def test_tab_reaches_every_control_that_can_be_used(hands: Hands) -> None:
    hands.drop([hands.put(FOX)])
    hands.wait(Phase.READY)
    hands.window.activateWindow()
    hands.list.setFocus()
    usable = {each for each in focusable(hands.window) if each.isVisible() and each.isEnabled()}
    usable = {each for each in usable if not isinstance(each, QScrollArea)}
    reached = set()
    for _ in range(len(usable) * 2):
        widget = QApplication.focusWidget()
        assert widget is not None
        reached.add(widget)
        hands.bot.keyClick(widget, Qt.Key.Key_Tab)
    assert usable <= reached, [type(each).__name__ + each.accessibleName() for each in usable - reached]


def test_space_ticks_the_work_at_the_cursor(hands: Hands) -> None:
    hands.drop([hands.put(FOX)])
    hands.wait(Phase.READY)
    hands.choose(0)
    hands.key(hands.list, Qt.Key.Key_Space)
    assert hands.session.ready == 0
    assert not hands.screen.protect.isEnabled()
    hands.key(hands.list, Qt.Key.Key_Space)
    assert hands.session.ready == 1


def test_progress_the_end_and_troubles_are_said_aloud(hands: Hands) -> None:
    heard: list[str] = []
    hands.screen.aloud.spoken.connect(heard.append)
    hands.screen.notices.aloud.spoken.connect(heard.append)
    torn = hands.put(FOX, "Torn.png")
    torn.write_bytes(torn.read_bytes()[:500])
    hands.drop([hands.put(FOX), torn])
    hands.wait(Phase.READY)
    assert "1 file: damaged file." in heard
    hands.click(hands.screen.protect)
    hands.wait(Phase.DONE)
    assert any(each.startswith("Protecting") for each in heard)
    assert "1 work protected. 1 needs attention." in heard
    assert len(heard) == len([each for each, later in zip(heard, [*heard[1:], ""], strict=True) if each != later])


def test_every_control_of_every_dialogue_has_a_name(hands: Hands) -> None:
    preferences = hands.window.open_preferences()
    hands.bot.waitUntil(lambda: not preferences.clerk.busy, timeout=PATIENCE_MS)
    wizard = hands.window.welcome()
    assert wizard is not None
    for dialogue in (preferences, wizard):
        controls = [each for each in focusable(dialogue) if not isinstance(each, QScrollArea)]
        assert len(controls) > 6
        unnamed = [
            f"{type(each).__name__} {each.objectName()}"
            for each in controls
            if not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
        ]
        assert unnamed == []
        dialogue.reject()


def test_shortcuts_are_shown_where_the_mouse_is(hands: Hands) -> None:
    for action in hands.window.menu.actions():
        if not action.shortcut().isEmpty():
            assert action.isShortcutVisibleInContextMenu()
    for key, button in {"Ctrl+O": hands.screen.add_files, "Ctrl+Return": hands.screen.protect}.items():
        assert QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) in button.toolTip()
