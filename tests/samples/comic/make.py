"""Makes the comics of this folder out of pages that are drawn here; `zip` must be at hand.

One is packed by Info-ZIP, the others by Python in the manner of ComicRack and ComicTagger.
"""

from __future__ import annotations

import io
import subprocess
import tempfile
import zipfile
from pathlib import Path

from PIL import Image, ImageDraw

HERE = Path(__file__).resolve().parent
COMICRACK = """<?xml version="1.0"?>\r
<ComicInfo xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">\r
  <Title>The Quay</Title>\r
  <Series>Nets &amp; Coins</Series>\r
  <Number>3</Number>\r
  <Summary>Boats. Rain.</Summary>\r
  <Year>2026</Year>\r
  <Writer>Mira Söl</Writer>\r
  <PageCount>3</PageCount>\r
  <Pages><Page Image="0" Type="FrontCover"/></Pages>\r
</ComicInfo>"""
TAGGER = """<?xml version="1.0" encoding="utf-8"?>
<ComicInfo>
  <Title>Rain</Title>
  <Notes>Scanned by Ana &amp; me.
tdm-reservation: 0
rights: all of them mine</Notes>
  <Web>https://ana.example/rain</Web>
  <Penciller>Ana Körner</Penciller>
</ComicInfo>
"""
HIDDEN = "<ComicInfo><Notes><![CDATA[one\ntwo]]></Notes></ComicInfo>"


def page(number: int, kind: str) -> bytes:
    drawing = Image.new("RGB", (96, 144), (240, 236, 220))
    pen = ImageDraw.Draw(drawing)
    for line in range(3):
        box = (8, 8 + 45 * line, 88 - 9 * number, 48 + 45 * line)
        pen.rectangle(box, outline=(30, 30, 40), fill=(90 + 40 * line, 160 - 30 * number, 60 + 50 * number))
        pen.ellipse((20 + 12 * number, 15 + 45 * line, 44 + 12 * number, 39 + 45 * line), fill=(250, 250, 250))
    out = io.BytesIO()
    drawing.save(out, kind, quality=80)
    return out.getvalue()


def packed(name: str, members: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> None:
    with zipfile.ZipFile(HERE / name, "w") as made:
        for path, content in members.items():
            made.writestr(zipfile.ZipInfo(path, (2026, 11, 22, 0, 0, 0)), content, method)


PAGES = {f"page-{number}.jpg": page(number, "JPEG") for number in range(3)}
WIDE = {f"Rain/{number:02}.png": page(number, "PNG") for number in range(2)}
packed("comicrack-like.cbz", {"ComicInfo.xml": COMICRACK.encode(), **PAGES})
packed("tagger-like.cbz", {**WIDE, "ComicInfo.xml": TAGGER.encode()}, zipfile.ZIP_DEFLATED)
packed("no-pictures.cbz", {"page-1.txt": b"no picture at all"})
packed("odd-notes.cbz", {**PAGES, "ComicInfo.xml": HIDDEN.encode()})
packed("odd-other.cbz", {**PAGES, "ComicInfo.xml": b"<Other/>"})
packed("broken-notes.cbz", {**PAGES, "ComicInfo.xml": b"<ComicInfo><Notes>"})
with tempfile.TemporaryDirectory() as folder:
    for name, content in PAGES.items():
        Path(folder, name.replace("page-", "page-1") if "2" in name else name).write_bytes(content)
    (HERE / "infozip-bare.cbz").unlink(missing_ok=True)
    files = sorted(each.name for each in Path(folder).iterdir())
    subprocess.run(["zip", "-qX", str(HERE / "infozip-bare.cbz"), *files], cwd=folder, check=True)
