"""Make the sample manuscripts again with pandoc, LibreOffice, Ghostscript, qpdf, cairo and by hand.

Run ``python tests/samples/text/make.py FOLDER``; the files differ in dates from those kept here, in nothing else.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from PIL import Image

STORY = """---
title: The Lamp at Ebbing
author: Ana Körner
lang: en
---

# Low water

The lamp at Ebbing was lit by hand, and the hand was always the same one. Old Márta climbed the ninety steps with a
can of oil and a crust of bread, and when she came down again it was night.^[She never counted the steps aloud.]

"You could leave it dark for once," said the boy — he was twelve and thought that most things could be left.

# High water

In the morning the nets hung full of *small silver coins*, as the fishers called them: naïve little fish, 鰯 to the
cook, who came from far away. Nobody sold them. Nobody ever asked.

- one for the lamp
- one for the boy
"""

CONTAINER = (
    '<?xml version="1.0"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="{path}" media-type="application/oebps-package+xml"/>{more}</rootfiles></container>'
)
PAGE = (
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html{doctype}>\n<html xmlns="http://www.w3.org/1999/xhtml">'
    "<head><title>{title}</title></head><body><h1>{title}</h1><p>{words}</p></body></html>"
)
STRICT = ' PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd"'
NAV = (
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
    'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>Contents</title></head><body><nav epub:type="toc"><ol>'
    '<li><a href="one.xhtml">One</a></li></ol></nav></body></html>'
)
NCX = (
    '<?xml version="1.0" encoding="utf-8"?>\n<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head>'
    '<meta name="dtb:uid" content="9783161484100"/></head><docTitle><text>Net</text></docTitle><navMap>'
    '<navPoint id="a" playOrder="1"><navLabel><text>One</text></navLabel><content src="one.xhtml"/></navPoint>'
    "</navMap></ncx>"
)
SIGIL = """<?xml version="1.0" encoding="utf-8"?>
<package version="3.0" unique-identifier="BookId" prefix="rendition: http://www.idpf.org/vocab/rendition/#" xmlns="http://www.idpf.org/2007/opf">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
    <dc:title id="t1">Net and Coin</dc:title>
    <dc:creator id="cre">Ana Körner</dc:creator>
    <meta scheme="marc:relators" property="role" refines="#cre">aut</meta>
    <!-- set by the author, please keep -->
    <dc:language>en</dc:language>
    <dc:identifier id="BookId">urn:isbn:9783161484100</dc:identifier>
    <meta property="dcterms:modified">2026-01-02T03:04:05Z</meta>
    <meta property="belongs-to-collection" id="series">Ebbing</meta>
    <meta refines="#series" property="group-position">2</meta>
    <meta name="Sigil version" content="2.0.1"/>
  </metadata>
  <manifest>
    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="one" href="one.xhtml" media-type="application/xhtml+xml"/>
  </manifest>
  <spine>
    <itemref idref="one"/>
  </spine>
</package>
"""
CALIBRE = """<?xml version='1.0' encoding='utf-8'?>
<package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="uuid_id">
  <metadata xmlns:calibre="http://calibre.kovidgoyal.net/2009/metadata" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:opf="http://www.idpf.org/2007/opf" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <dc:title>Net and Coin</dc:title>
    <dc:creator opf:role="aut" opf:file-as="Körner, Ana">Ana Körner</dc:creator>
    <dc:identifier opf:scheme="ISBN" id="uuid_id">9783161484100</dc:identifier>
    <dc:language>en</dc:language>
    <dc:rights>All of it stays mine.</dc:rights>
    <meta name="calibre:series" content="Ebbing"/>
    <meta name="calibre:series_index" content="2"/>
  </metadata>
  <manifest>
    <item href="one.xhtml" id="one" media-type="application/xhtml+xml"/>
    <item href="toc.ncx" id="ncx" media-type="application/x-dtbncx+xml"/>
  </manifest>
  <spine toc="ncx">
    <itemref idref="one"/>
  </spine>
</package>
"""
EMPTY = SIGIL.replace("Net and Coin", "Empty Book").replace('<meta name="Sigil version" content="2.0.1"/>', "")
FIXED = """<?xml version="1.0" encoding="utf-8"?>
<package version="3.0" unique-identifier="id" xml:lang="en" prefix="rendition: http://www.idpf.org/vocab/rendition/# ibooks: http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/" xmlns="http://www.idpf.org/2007/opf">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="id">urn:uuid:3b0d7a4e-6d1f-4c57-9a3d-6a1d0c9b7e11</dc:identifier>
    <dc:title>Nets, a Comic</dc:title>
    <dc:creator>Ana Körner</dc:creator>
    <dc:language>en</dc:language>
    <meta property="dcterms:modified">2026-01-02T03:04:05Z</meta>
    <meta property="rendition:layout">pre-paginated</meta>
    <meta property="rendition:spread">landscape</meta>
    <meta property="rendition:orientation">auto</meta>
    <meta property="ibooks:specified-fonts">true</meta>
    <meta name="cover" content="cover"/>
  </metadata>
  <manifest>
    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="cover" href="cover.png" media-type="image/png" properties="cover-image"/>
    <item id="one" href="one.xhtml" media-type="application/xhtml+xml"/>
    <item id="two" href="two.xhtml" media-type="application/xhtml+xml" properties="svg"/>
  </manifest>
  <spine page-progression-direction="rtl">
    <itemref idref="one" properties="rendition:page-spread-center"/>
    <itemref idref="two" properties="page-spread-left"/>
  </spine>
</package>
"""
FIXED_PAGE = (
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"><head>'
    '<title>{title}</title><meta name="viewport" content="width=60, height=90"/></head><body>{body}</body></html>'
)
DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="60" height="90" '
    'viewBox="0 0 60 90"><image width="60" height="90" xlink:href="cover.png"/><text x="5" y="80">Nobody sold them.'
    "</text></svg>"
)
ENCRYPTION = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">'
    '<enc:EncryptedData><enc:EncryptionMethod Algorithm="{algorithm}"/><enc:CipherData><enc:CipherReference '
    'URI="OEBPS/{file}"/></enc:CipherData></enc:EncryptedData></encryption>'
)


def epub(opf: bytes, more: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED, *, streamed: bool = False) -> bytes:
    """An EPUB put together by hand."""
    page = PAGE.format(doctype="", title="One", words="Nobody sold them. Nobody ever asked.").encode()
    members = {"META-INF/container.xml": CONTAINER.format(path="OEBPS/content.opf", more="").encode()}
    members |= {"OEBPS/content.opf": opf, "OEBPS/one.xhtml": page, "OEBPS/nav.xhtml": NAV.encode()} | more
    whole = io.BytesIO()
    with zipfile.ZipFile(_Unseekable(whole) if streamed else whole, "w", method) as archive:
        for name, content in {"mimetype": b"application/epub+zip", **members}.items():
            if content:
                stamp = zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 6))
                archive.writestr(stamp, content, zipfile.ZIP_STORED if name == "mimetype" else method)
    return whole.getvalue()


class _Unseekable(io.RawIOBase):
    """Makes zipfile write data descriptors, as programs do that write to a pipe."""

    def __init__(self, inner: io.BytesIO) -> None:
        self._inner = inner

    def writable(self) -> bool:
        return True

    def write(self, content: bytes) -> int:  # type: ignore[override]
        return self._inner.write(content)


def fixed_pages() -> dict[str, bytes]:
    """Pages of a set size, whose words are in pictures or placed by hand."""
    cover = io.BytesIO()
    Image.linear_gradient("L").resize((60, 90)).save(cover, "PNG")
    picture = FIXED_PAGE.format(title="One", body='<div><img src="cover.png" alt="Boats in the rain"/></div>')
    drawing = FIXED_PAGE.format(title="Two", body=DRAWN)
    pages = {"OEBPS/one.xhtml": picture.encode(), "OEBPS/two.xhtml": drawing.encode()}
    return {"OEBPS/cover.png": cover.getvalue(), **pages}


def books(folder: Path) -> None:
    """EPUBs by hand, in the manner of Sigil, Calibre and Vellum, and odd ones."""
    sigil, calibre = SIGIL.encode(), CALIBRE.encode()
    two = {
        "OEBPS/nav.xhtml": b"",
        "OEBPS/toc.ncx": NCX.encode(),
        "OEBPS/one.xhtml": PAGE.format(doctype=STRICT, title="One", words="Nobody sold them&#160;all.").encode(),
    }
    wide = ("\ufeff" + SIGIL.replace('encoding="utf-8"', 'encoding="utf-16"')).encode("utf-16-le")
    hollow = {"OEBPS/one.xhtml": PAGE.format(doctype="", title="", words="").encode()}
    both = CONTAINER.format(
        path="OEBPS/content.opf",
        more='<rootfile full-path="OEBPS/other.opf" media-type="application/oebps-package+xml"/>',
    )
    fonts = ENCRYPTION.format(algorithm="http://www.idpf.org/2008/embedding", file="font.otf").encode()
    locks = ENCRYPTION.format(algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc", file="one.xhtml").encode()
    made = {
        "sigil.epub": epub(sigil, {}),
        "calibre2.epub": epub(calibre, two),
        "vellum-streamed.epub": epub(sigil, {}, streamed=True),
        "stored.epub": epub(sigil, {}, zipfile.ZIP_STORED),
        "utf16-opf.epub": epub(wide, {}),
        "two-packages.epub": epub(sigil, {"META-INF/container.xml": both.encode(), "OEBPS/other.opf": sigil}),
        "font-obfuscated.epub": epub(sigil, {"META-INF/encryption.xml": fonts, "OEBPS/font.otf": b"\x17" * 80}),
        "empty-book.epub": epub(EMPTY.encode(), hollow),
        "fixed-layout.epub": epub(FIXED.encode(), fixed_pages()),
        "odd-drm.epub": epub(sigil, {"META-INF/encryption.xml": locks}),
        "odd-signed.epub": epub(sigil, {"META-INF/signatures.xml": b"<signatures/>"}),
        "hand-credentials.epub": epub(sigil, {"META-INF/content_credential.c2pa": b"\0\0\0\x08jumb"}),
        "broken-no-opf.epub": epub(b"", {}),
        "broken-cut.epub": epub(sigil, {})[:-40],
    }
    for name, content in made.items():
        (folder / name).write_bytes(content)


def package(members: dict[str, str], mimetype: str = "") -> bytes:
    """A ZIP package put together by hand, a mimetype first where there is one."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        if mimetype:
            archive.writestr(zipfile.ZipInfo("mimetype", (2026, 1, 2, 3, 4, 6)), mimetype, zipfile.ZIP_STORED)
        for name, content in members.items():
            stamp = zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 6))
            archive.writestr(stamp, content.encode(), zipfile.ZIP_DEFLATED)
    return whole.getvalue()


RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD = {
    "[Content_Types].xml": '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>',
    "_rels/.rels": '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId3" Type="%(r)scustom-properties" Target="docProps/custom.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId1" Type="%(r)sofficeDocument" Target="word/document.xml"/></Relationships>' % {"r": RELATIONS},
    "word/document.xml": '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body><w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr><w:r><w:t xml:space="preserve">The nets </w:t></w:r><w:del w:id="1" w:author="A"><w:r><w:delText>never </w:delText></w:r></w:del><w:r><w:t>hung</w:t><w:tab/><w:t>full.</w:t></w:r></w:p><w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>Once only.</w:t></mc:Choice><mc:Fallback><w:t>Once only.</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p></w:body></w:document>',
    "docProps/core.xml": '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Net and Coin</dc:title><dc:creator>Ana Körner</dc:creator></cp:coreProperties>',
    "docProps/custom.xml": '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="7" name="Draft"><vt:i4>3</vt:i4></property><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="9" name="tdm-reservation"><vt:lpwstr>0</vt:lpwstr></property></Properties>',
}
BARE = {
    "[Content_Types].xml": WORD["[Content_Types].xml"].split("<Override PartName=\"/docProps/core")[0] + "</Types>",
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="%sofficeDocument" Target="/word/document.xml"/></Relationships>' % RELATIONS,
    "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>',
}
ODF = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
OPEN = {
    "content.xml": f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {ODF} xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes><text:h>Net</text:h><text:p>The<text:s text:c="3"/>nets <text:span>hung</text:span><text:tab/>full.</text:p></office:text></office:body></office:document-content>',
    "meta.xml": f'<?xml version="1.0" encoding="UTF-8"?><office:document-meta {ODF} xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>Net and Coin</dc:title><meta:user-defined meta:name="Draft" meta:value-type="float">3</meta:user-defined></office:meta></office:document-meta>',
    "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>',
}
LOCKED = OPEN | {"META-INF/manifest.xml": OPEN["META-INF/manifest.xml"].replace('full-path="content.xml" manifest:media-type="text/xml"/>', 'full-path="content.xml" manifest:media-type="text/xml"><manifest:encryption-data/></manifest:file-entry>')}
ODT = "application/vnd.oasis.opendocument.text"
RICH = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman Times New Roman;}}{\*\generator Wordlike 16;}"
    r"{\info{\title Net and Coin}{\author Ana K\'f6rner}{\*\company Ebbing}{\creatim\yr2026\mo1\dy2}}"
    "\r\n"
    r"{\*\userprops {\propname Draft}\proptype3{\staticval 3}{\propname TDM_Reservation}\proptype30{\staticval 0}}"
    r"\pard The nets hung full \{as ever\}.\par{\pict\pngblip\bin5 {}}}{}Nobody sold them: \u40944?.\par}"
)
BARE_RICH = r"{\rtf1\ansi\deff0 Plain beginning.\par Second line.\par}" + "\n\0"
SIGNED = b"""%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [] >> >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Resources << >> >>
endobj
"""


def pdf(body: bytes) -> bytes:
    """A PDF put together by hand: objects 1 to 3 and their table."""
    places = [body.index(b"%d 0 obj" % number) for number in (1, 2, 3)]
    rows = b"".join(b"%010d 00000 n\r\n" % place for place in places)
    table = b"xref\n0 4\n0000000000 65535 f\r\n" + rows + b"trailer\n<< /Size 4 /Root 1 0 R >>\n"
    return body + table + b"startxref\n%d\n%%%%EOF" % len(body)


def others(folder: Path) -> None:
    """Documents by hand, in the manner of Word, of minimal programs, and odd ones."""
    blank = SIGNED.replace(b" /AcroForm << /SigFlags 3 /Fields [] >>", b"")
    attached = b" /AF [ << /Type /Filespec /AFRelationship /C2PA_Manifest /F (c) >> ] >>"
    made = {
        "word.docx": package(WORD),
        "empty.docx": package(BARE),
        "odd-signed.docx": package(WORD | {"_xmlsignatures/sig1.xml": "<Signature/>"}),
        "broken-locked.docx": bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504) + "EncryptedPackage".encode("utf-16-le"),
        "handmade.odt": package(OPEN, ODT),
        "odd-signed.odt": package(OPEN | {"META-INF/documentsignatures.xml": "<s/>"}, ODT),
        "broken-locked.odt": package(LOCKED, ODT),
        "wordlike.rtf": RICH.encode("ascii"),
        "bare.rtf": BARE_RICH.encode("ascii"),
        "broken-cut.rtf": RICH.encode("ascii")[:-30],
        "hugo.md": b'+++\ntitle = "Net and Coin" # ours\ntags = ["a"]\n\n[params]\nrights = "x"\n+++\nNobody sold them.\n',
        "bare-crlf.md": b"Nobody sold them.\r\n\r\n---\r\n\r\nNobody ever asked.\r\n",
        "bom-jekyll.markdown": "\ufeff---\n# kept\ntitle: 'Net ''and'' Coin'\nauthor: \"Ana Körner\"\ntags:\n- sea\nTDM-Reservation: 0\n---\n\nNobody.\n".encode(),
        "windows1252.md": "Ana Körner – “nobody”\n".encode("cp1252"),
        "utf16.md": "\ufeffNobody sold them.\n".encode("utf-16-le"),
        "odd-pandoc-title.md": b"% Net and Coin\n% Ana\n\nNobody.\n",
        "odd-json.md": b'{\n  "title": "Net"\n}\nNobody.\n',
        "broken-binary.md": bytes(range(32)) * 8,
        "handmade-blank.pdf": pdf(blank),
        "odd-signed.pdf": pdf(SIGNED),
        "hand-credentials.pdf": pdf(blank.replace(b"/Pages 2 0 R >>", b"/Pages 2 0 R" + attached)),
        "odd-no-xref.pdf": pdf(blank).replace(b"startxref\n", b"startxref\n9"),
        "broken-cut.pdf": pdf(blank)[:60],
    }
    for name, content in made.items():
        (folder / name).write_bytes(content)


def run(*command: str | Path) -> None:
    """Run one program quietly."""
    subprocess.run(list(map(str, command)), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def office(folder: Path, source: Path, kind: str, name: str) -> None:
    """Convert with LibreOffice and give the file a name."""
    out = folder / "office"
    run("soffice", "--headless", "--convert-to", kind, "--outdir", out, source)
    made = next(out.iterdir())
    shutil.move(made, folder / name)


def documents(folder: Path) -> None:
    """Files of pandoc, LibreOffice and the PDF programs."""
    story = folder / "pandoc.md"
    story.write_text(STORY, encoding="utf-8")
    for name in ("pandoc.docx", "pandoc.odt", "pandoc3.epub", "pandoc2.epub", "pandoc.rtf"):
        kind = {"pandoc3.epub": "epub3", "pandoc2.epub": "epub2"}.get(name, name.rpartition(".")[2])
        run("pandoc", "-s", "-t", kind, story, "-o", folder / name)
    office(folder, folder / "pandoc.odt", "docx:MS Word 2007 XML", "libreoffice.docx")
    for kind in ("odt", "rtf"):
        office(folder, folder / "pandoc.docx", kind, f"libreoffice.{kind}")
    office(folder, folder / "pandoc.odt", "epub", "libreoffice.epub")
    office(folder, folder / "pandoc.odt", "pdf", "libreoffice.pdf")
    archival = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"1"}}'
    office(folder, folder / "pandoc.odt", archival, "libreoffice-pdfa1.pdf")
    plain = folder / "libreoffice.pdf"
    run("gs", "-q", "-sDEVICE=pdfwrite", "-o", folder / "ghostscript.pdf", plain)
    run("pdftocairo", "-pdf", plain, folder / "cairo.pdf")
    run("qpdf", "--object-streams=generate", plain, folder / "qpdf-object-streams.pdf")
    run("qpdf", "--linearize", "--object-streams=generate", plain, folder / "qpdf-linearised.pdf")
    run("qpdf", "--encrypt", "", "owner", "256", "--", folder / "cairo.pdf", folder / "odd-owner-password.pdf")
    run("qpdf", "--encrypt", "user", "owner", "256", "--", folder / "cairo.pdf", folder / "broken-locked.pdf")


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    books(target)
    others(target)
    documents(target)
    shutil.rmtree(target / "office", ignore_errors=True)
