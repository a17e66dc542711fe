"""The registry's pages as people use them: in a real browser, without scripts, with the keyboard alone, read aloud.

With ARTISTGUARD_SHOTS naming a folder, pictures of every page are put there to be looked at.
"""

from __future__ import annotations

import base64
import itertools
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support import expected_conditions
from selenium.webdriver.support.wait import WebDriverWait

from tests.suites.browsers import chromium
from tests.suites.public_face import shown
from tests.suites.registry_makers import key, work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selenium import webdriver

    from tests.suites.served import Served

pytestmark = pytest.mark.network

PAGES = (
    "/",
    f"/works/{work('mine')}",
    f"/works/{work('quarrel')}",
    f"/works/{work('gone')}",
    f"/works/{work('hostile')}",
    "/works/urn:uuid:none",
    "/state",
    "/counts",
    "/proof",
    "/find?q=nonsense",
)


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, Path]]:
    with shown(tmp_path_factory.mktemp("face")) as running:
        yield running


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """A browser that runs no scripts."""
    made = chromium(tmp_path_factory.mktemp("profile"), scripts=False)
    yield made
    made.quit()


def body(browser: webdriver.Chrome) -> str:
    return browser.find_element(By.TAG_NAME, "main").text


def search(browser: webdriver.Chrome, registry: tuple[Served, Path], name: str) -> str:
    server, files = registry
    browser.get(server.address)
    browser.find_element(By.ID, "file").send_keys(str(files / name))
    before = browser.find_element(By.TAG_NAME, "main")
    browser.find_element(By.XPATH, "//button[text()='Search with this file']").click()
    # Looking into the file takes the server a while.
    WebDriverWait(browser, 90).until(expected_conditions.staleness_of(before))
    return body(browser)


def test_scripts_are_off_in_this_browser(browser: webdriver.Chrome) -> None:
    browser.get("data:text/html,<title>off</title><script>document.title='on'</script>")
    assert browser.title == "off"


def test_a_protected_file_is_found_and_what_it_says_is_told(
    browser: webdriver.Chrome, registry: tuple[Served, Path]
) -> None:
    text = search(browser, registry, "mine.jpg")
    assert "This work is registered" in text
    assert "Ask its creator for a licence." in text
    inside = text.split("What the file itself says")[1].split("What was found")[0]
    assert "may not be used for AI" in inside
    assert "forgotten" in inside
    browser.find_element(By.LINK_TEXT, "Exactly this file").click()
    WebDriverWait(browser, 30).until(expected_conditions.url_contains("/works/"))
    page = body(browser)
    for words in ("https://ada.example/licences", "ada@example.org", "has verified who this is", key("vera").did):
        assert words in page


def test_an_altered_copy_looks_the_same(browser: webdriver.Chrome, registry: tuple[Served, Path]) -> None:
    text = search(browser, registry, "altered.jpg")
    assert "It looks the same" in text
    assert "carries no statement" in text


def test_a_stranger_s_file_is_not_found(browser: webdriver.Chrome, registry: tuple[Served, Path]) -> None:
    text = search(browser, registry, "stranger.jpg")
    assert "Nothing is registered" in text
    assert "That is no permission" in text


def test_a_torn_file_is_told_and_another_can_be_tried(browser: webdriver.Chrome, registry: tuple[Served, Path]) -> None:
    text = search(browser, registry, "torn.jpg")
    assert "This file cannot be searched with" in text
    assert "Search with this file" in text


def test_a_number_leads_to_the_work(browser: webdriver.Chrome, registry: tuple[Served, Path]) -> None:
    browser.get(registry[0].address)
    browser.find_element(By.ID, "q").send_keys(work("quarrel") + Keys.ENTER)
    WebDriverWait(browser, 30).until(expected_conditions.url_contains(f"/works/{work('quarrel')}"))
    assert "Contested." in body(browser)


def press(browser: webdriver.Chrome, *keys: str) -> None:
    ActionChains(browser).send_keys(*keys).perform()


def focused(browser: webdriver.Chrome) -> tuple[str, str]:
    """Role and name of what has the focus, as a screen reader has it."""
    for node in tree(browser):
        states = {each["name"]: each["value"].get("value") for each in node.get("properties", ())}
        if states.get("focused") and node["role"]["value"] != "RootWebArea":
            return node["role"]["value"], node.get("name", {}).get("value", "")
    return "", ""


def tree(browser: webdriver.Chrome) -> list[dict[str, Any]]:
    nodes = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    return [node for node in nodes if not node.get("ignored")]


def test_the_keyboard_alone_is_enough(browser: webdriver.Chrome, registry: tuple[Served, Path]) -> None:
    browser.get(registry[0].address)
    met = []
    while not met or not met[-1].startswith("Number of a work"):
        press(browser, Keys.TAB)
        met.append(focused(browser)[1])
        assert len(met) < 12, met
    assert met[0] == "Skip to the content"
    assert met[1:6] == ["Consent registry", "Search", "Counts", "The log", "Check a proof"]
    assert any(name.startswith("Picture, recording or manuscript") for name in met[6:]), met
    assert "Search with this file" in met
    press(browser, work("mine"), Keys.ENTER)
    WebDriverWait(browser, 30).until(expected_conditions.url_contains(f"/works/{work('mine')}"))
    press(browser, Keys.TAB, Keys.ENTER)  # the link that skips
    assert browser.current_url.endswith("#content")


def test_whatever_has_the_focus_shows_it(browser: webdriver.Chrome, registry: tuple[Served, Path]) -> None:
    for path in ("/", f"/works/{work('mine')}", "/counts"):
        browser.get(registry[0].address + path)
        for _ in range(8):
            press(browser, Keys.TAB)
            now = browser.switch_to.active_element
            assert now.value_of_css_property("outline-style") == "solid", now.get_attribute("outerHTML")
            assert now.value_of_css_property("outline-width") == "3px"


@pytest.mark.parametrize("path", PAGES)
def test_a_screen_reader_finds_its_way(browser: webdriver.Chrome, registry: tuple[Served, Path], path: str) -> None:
    browser.get(registry[0].address + path)
    nodes = tree(browser)
    roles = [node["role"]["value"] for node in nodes]
    for landmark in ("banner", "navigation", "main", "contentinfo"):
        assert roles.count(landmark) == 1, landmark
    levels = [
        next(each["value"]["value"] for each in node["properties"] if each["name"] == "level")
        for node in nodes
        if node["role"]["value"] == "heading"
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), levels
    for node in nodes:
        if node["role"]["value"] in {"link", "button", "textbox", "heading", "table", "region", "form", "searchbox"}:
            assert node.get("name", {}).get("value", "").strip() or node["role"]["value"] == "form", node
    assert browser.find_element(By.TAG_NAME, "html").get_attribute("lang") == "en"
    assert browser.title.endswith("registry.example/log")


CONTRAST = """
const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
function rgb(colour) {
  canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
  return canvas.getImageData(0, 0, 1, 1).data;
}
function light(colour) {
  const part = [...colour].slice(0, 3).map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
}
function behind(node) {
  for (; node; node = node.parentElement) {
    const colour = rgb(getComputedStyle(node).backgroundColor);
    if (colour[3] === 255) return colour;
  }
  return [255, 255, 255, 255];
}
const found = [];
for (const node of document.querySelectorAll('body *')) {
  if (![...node.childNodes].some(each => each.nodeType === 3 && each.textContent.trim())) continue;
  const two = [light(rgb(getComputedStyle(node).color)), light(behind(node))].sort((a, b) => b - a);
  found.push([(two[0] + 0.05) / (two[1] + 0.05), node.tagName + ': ' + node.textContent.trim().slice(0, 40)]);
}
return found;
"""


def test_letters_stand_out_and_nothing_is_wider_than_the_page(tmp_path: Path, registry: tuple[Served, Path]) -> None:
    """Measured by scripts of this test; the pages have none. Source: WCAG 2.2, 1.4.3 (contrast) and 1.4.10 (reflow)."""
    shots = os.environ.get("ARTISTGUARD_SHOTS", "")
    browser = chromium(tmp_path / "profile", scripts=True)
    try:
        for scheme in ("light", "dark"):
            media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
            for width in (1100, 320):
                size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
                browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
                for nth, path in enumerate(PAGES):
                    browser.get(registry[0].address + path)
                    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
                    wide = browser.execute_script("return document.documentElement.scrollWidth")
                    assert wide <= width, (path, scheme, wide)
                    found = browser.execute_script(CONTRAST)
                    assert len(found) > 5
                    assert not [each for each in found if each[0] < 4.5], (path, scheme)
                    if shots:
                        _shoot(browser, Path(shots) / f"{scheme}-{width}-{nth}.png")
        assert browser.title != "taken over"
        assert not [line for line in browser.get_log("browser") if "Content Security Policy" in line["message"]]
    finally:
        browser.quit()


def _shoot(browser: webdriver.Chrome, path: Path) -> None:
    shot = browser.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True})
    path.write_bytes(base64.b64decode(shot["data"]))
