"""Makes the paintings of this folder that were written by hand; the others come from the programs SAMPLES.md names."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from PIL import Image

HERE = Path(__file__).resolve().parent
PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>
<rdf:li xml:lang="x-default">The Quay</rdf:li></rdf:Alt></dc:title><dc:rights><rdf:Alt>
<rdf:li xml:lang="x-default">(c) 2026 Mira Söl</rdf:li></rdf:Alt></dc:rights></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def picture() -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((40, 30)).convert("RGB").save(out, "PNG")
    return out.getvalue()


def packed(name: str, mime: str, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(HERE / name, "w") as made:
        for path, content in {"mimetype": mime.encode(), **members}.items():
            method = zipfile.ZIP_STORED if path == "mimetype" else zipfile.ZIP_DEFLATED
            made.writestr(zipfile.ZipInfo(path, (2026, 11, 22, 0, 0, 0)), content, method)


STACK = {"stack.xml": b"<image w='40' h='30'><stack/></image>", "mergedimage.png": picture()}
packed("hand-packet.ora", "image/openraster", {**STACK, "META-INF/metadata.xml": PACKET.encode()})
packed("hand-packet.kra", "application/x-krita", {"maindoc.xml": b"<DOC/>", "META-INF/metadata.xml": PACKET.encode()})
packed("odd-packet.ora", "image/openraster", {**STACK, "META-INF/metadata.xml": b"no packet"})
packed("broken-merged.ora", "image/openraster", {**STACK, "mergedimage.png": picture()[:60]})
