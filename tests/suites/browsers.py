"""A browser without a screen, which reaches this machine and nothing else."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

if TYPE_CHECKING:
    from pathlib import Path


def chromium(folder: Path, *, scripts: bool) -> webdriver.Chrome:
    """Start one.

    Args:
        folder: For its profile.
        scripts: Whether it runs scripts of pages.
    """
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for each in (
        "--headless=new",
        "--no-sandbox",  # as root in a container it has none
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--force-renderer-accessibility",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        f"--user-data-dir={folder}",
        "--window-size=1100,1400",
    ):
        options.add_argument(each)
    if not scripts:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    # It keeps notes of its crashes at home, and puts a socket among temporary files: a path of at most 107 bytes.
    surroundings = {**os.environ, "HOME": str(folder), "TMPDIR": "/tmp"}
    return webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver", env=surroundings))
