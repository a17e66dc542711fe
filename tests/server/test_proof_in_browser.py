"""The page that checks proofs by itself, in a real browser: what it tells, and that it sends nothing."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from tests.suites.browsers import chromium
from tests.suites.public_face import HOSTILE, shown
from tests.suites.registry_makers import key, work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from selenium import webdriver

    from tests.suites.served import Served

pytestmark = pytest.mark.network


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, Path]]:
    """The server, and a folder that holds a proof of mine.jpg, too."""
    with shown(tmp_path_factory.mktemp("face")) as (server, files):
        (files / "proof.json").write_bytes(server.get(f"/works/{work('mine')}/proof.json").body)
        yield server, files


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    made = chromium(tmp_path_factory.mktemp("profile"), scripts=True)
    yield made
    made.quit()


@pytest.fixture
def page(browser: webdriver.Chrome, registry: tuple[Served, Path]) -> Iterator[webdriver.Chrome]:
    """The page, ready; whatever happens there, nothing but its own files was asked for."""
    browser.get(f"{registry[0].address}/proof")
    WebDriverWait(browser, 90).until(lambda now: now.find_element(By.ID, "checking").is_displayed())
    yield browser
    asked = browser.execute_script("return performance.getEntriesByType('resource').map((each) => each.name)")
    assert {each.rsplit("/", 1)[1] for each in asked} <= {"style.css", "check.mjs", "reader.mjs"}
    assert browser.title != "taken over"
    assert browser.get_log("browser") == []


def told(browser: webdriver.Chrome, *paths: Path) -> str:
    browser.find_element(By.ID, "dropped").send_keys("\n".join(map(str, paths)))
    return answer(browser)


def answer(browser: webdriver.Chrome) -> str:
    place = browser.find_element(By.ID, "told")
    WebDriverWait(browser, 90).until(lambda _: place.text not in {"", "Checking …"})
    return place.text


def test_a_proof_and_its_file_hold(page: webdriver.Chrome, registry: tuple[Served, Path]) -> None:
    files = registry[1]
    text = told(page, files / "proof.json", files / "mine.jpg", files / "stranger.jpg")
    assert "This proof holds." in text
    assert "Ask its creator for a licence." in text
    assert key("vera").did in text
    mine, stranger = text.split("mine.jpg")[1].split("stranger.jpg")
    assert "A statement that holds speaks of exactly this file." in mine
    assert "may not be used for AI" in mine.split("What the file itself says")[1].split("SHA-256")[0]
    assert "No statement that holds speaks of exactly this file." in stranger
    assert "Nothing that this page can read." in stranger
    if shots := os.environ.get("ARTISTGUARD_SHOTS"):
        page.set_window_size(1100, 1900)
        page.save_screenshot(str(Path(shots) / "proof.png"))


def forge_digest(bundle: dict[str, object]) -> None:
    bundle["digest"] = "0" * 64


def forge_choice(bundle: dict[str, object]) -> None:
    bundle["proven"][0]["signed"]["statement"]["choice"] = "allow"  # type: ignore[index]


def forge_place(bundle: dict[str, object]) -> None:
    receipt = bundle["proven"][0]["receipts"][0]  # type: ignore[index]
    receipt["proof"] = receipt["proof"].replace("index 0", "index 1")


def forge_record(bundle: dict[str, object]) -> None:
    bundle["proven"][0]["signed"]["statement"]["record"] = HOSTILE  # type: ignore[index]


@pytest.mark.parametrize(
    ("forge", "why"),
    [
        (forge_digest, "the proof file was changed after it was made"),
        (forge_choice, "the creator's signature does not fit"),
        (forge_place, "receipt and proof name different entries"),
        (forge_record, HOSTILE),
    ],
)
def test_what_was_forged_is_told_with_its_reason(
    page: webdriver.Chrome,
    registry: tuple[Served, Path],
    tmp_path: Path,
    forge: Callable[[dict[str, object]], None],
    why: str,
) -> None:
    bundle = json.loads((registry[1] / "proof.json").read_bytes())
    forge(bundle)
    (tmp_path / "forged.json").write_text(json.dumps(bundle))
    text = told(page, tmp_path / "forged.json", registry[1] / "mine.jpg")
    assert "This proof does not hold." in text
    assert "This proof holds." not in text
    assert why in text


def test_another_key_counts_at_once(page: webdriver.Chrome, registry: tuple[Served, Path]) -> None:
    told(page, registry[1] / "proof.json")
    field = page.find_element(By.ID, "keys")
    field.clear()
    field.send_keys("other.example+00000000+AaxCbJqEiPp9hNDWKJxC7dzb0kgSLbBv6tz1oEJ1WFsp")
    page.find_element(By.TAG_NAME, "h1").click()
    WebDriverWait(page, 90).until(lambda now: "does not hold" in now.find_element(By.ID, "told").text)
    assert "no receipt of a registry that is known" in answer(page)


def test_files_are_dropped_and_looked_up_by_their_digest_alone(
    page: webdriver.Chrome, registry: tuple[Served, Path]
) -> None:
    page.execute_script(
        "const bag = new DataTransfer(); bag.items.add(new File(['{\"type\": 1}'], 'some.json'));"
        "document.getElementById('checking').dispatchEvent(new DragEvent('drop', {dataTransfer: bag}));"
    )
    text = answer(page)
    assert "some.json" in text
    link = page.find_element(By.LINK_TEXT, "Ask this registry about exactly this file").get_attribute("href")
    assert link.startswith(f"{registry[0].address}/find?q=")
    assert len(link.rsplit("=", 1)[1]) == 64


def test_a_script_that_wanted_to_send_something_could_not(page: webdriver.Chrome) -> None:
    script = (
        "fetch('/find', {method: 'POST', body: 'x'}).then(() => arguments[0]('sent'), () => arguments[0]('refused'))"
    )
    assert page.execute_async_script(script) == "refused"
    lines = [line["message"] for line in page.get_log("browser")]
    assert lines
    assert all("Content Security Policy" in line for line in lines)


def test_without_scripts_the_page_says_how_to_check(registry: tuple[Served, Path], tmp_path: Path) -> None:
    browser = chromium(tmp_path, scripts=False)
    try:
        browser.get(f"{registry[0].address}/proof")
        text = browser.find_element(By.TAG_NAME, "main").text
        assert "Your browser runs no scripts here." in text
        assert "python3 verify_proof.py KEY proof.json FILE" in text
        assert not browser.find_element(By.ID, "checking").is_displayed()
    finally:
        browser.quit()
