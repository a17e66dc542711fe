"""Makes the scores of this folder that were written by hand; the others come from the programs SAMPLES.md names."""

from __future__ import annotations

import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
NOTES = (
    '<part-list><score-part id="P1"><part-name>Voice</part-name></score-part></part-list>'
    '<part id="P1"><measure number="1"><note><pitch><step>G</step><octave>4</octave></pitch><duration>4</duration>'
    "</note></measure></part>"
)
BARE = f'<?xml version="1.0" encoding="UTF-8"?><score-partwise version="4.0">{NOTES}</score-partwise>'
TIMEWISE = """<?xml version="1.0" encoding="UTF-16"?>
<!-- <part-list> comes later -->
<score-timewise version="4.0">
\t<movement-title>Rain</movement-title>
\t<identification>
\t\t<miscellaneous>
\t\t\t<miscellaneous-field name="shelf">7b</miscellaneous-field>
\t\t</miscellaneous>
\t</identification>
\t<part-list><score-part id="P1"><part-name>Voice</part-name></score-part></part-list>
\t<measure number="1"><part id="P1"/></measure>
</score-timewise>
"""
EMPTY = BARE.replace("<part-list>", "<work><work-title>Mist</work-title></work><identification/><part-list>", 1)
CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?><container><rootfiles>'
    '<rootfile full-path="scores/rain.musicxml" media-type="application/vnd.recordare.musicxml+xml"/>'
    '<rootfile full-path="rain.pdf" media-type="application/pdf"/></rootfiles></container>'
)


def archive(name: str, *members: tuple[str, str, int]) -> None:
    with zipfile.ZipFile(HERE / name, "w") as made:
        for path, content, method in members:
            made.writestr(zipfile.ZipInfo(path, (2026, 11, 22, 0, 0, 0)), content, method)


MIMETYPE = ("mimetype", "application/vnd.recordare.musicxml", zipfile.ZIP_STORED)
SCORE = ("scores/rain.musicxml", EMPTY, zipfile.ZIP_DEFLATED)
LISTED = ("META-INF/container.xml", CONTAINER, zipfile.ZIP_DEFLATED)

(HERE / "hand-one-line.musicxml").write_bytes(BARE.encode())
(HERE / "hand-timewise-utf16.musicxml").write_bytes(TIMEWISE.encode("utf-16"))
archive("hand-declared.mxl", MIMETYPE, LISTED, SCORE, ("rain.pdf", "%PDF-1.4", zipfile.ZIP_STORED))
archive("odd-signed.mxl", LISTED, SCORE, ("META-INF/signatures.xml", "<signatures/>", zipfile.ZIP_STORED))
archive("broken-no-score.mxl", LISTED)
(HERE / "broken-cut.musicxml").write_bytes(BARE.encode()[:-5])
(HERE / "odd-entities.musicxml").write_bytes(
    BARE.replace("<score", '<!DOCTYPE score-partwise [<!ENTITY g "G">]><score', 1).encode()
)
