"""Makes the score of this folder that was written by hand; the others come from the program SAMPLES.md names."""

from __future__ import annotations

import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
MUSIC = '<Part id="1"><trackName>Voice</trackName></Part><Staff id="1"><Measure/></Staff>'
SCORE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<museScore version="4.20">\n  <Score>\n    <Division>480</Division>\n'
    f'    <metaTag name="workTitle">Rain</metaTag>\n    <Order id="o"/>\n    {MUSIC}\n  </Score>\n</museScore>\n'
)
PART = f'<museScore version="4.20"><Score><metaTag name="partName">Voice</metaTag>{MUSIC}</Score></museScore>'
CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?><container><rootfiles><rootfile full-path="score_style.mss"/>'
    '<rootfile full-path="rain.mscx"/><rootfile full-path="Excerpts/1_Voice/1_Voice.mscx"/></rootfiles></container>'
)
MEMBERS = {
    "score_style.mss": "<museScore><Style/></museScore>",
    "Excerpts/1_Voice/1_Voice.mscx": PART,
    "rain.mscx": SCORE,
    "META-INF/container.xml": CONTAINER,
}

for name, left_out in (("hand-four.mscz", ""), ("broken-no-score.mscz", ".mscx")):
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED) as made:
        for path, content in MEMBERS.items():
            if not left_out or not path.endswith(left_out):
                made.writestr(zipfile.ZipInfo(path, (2026, 11, 22, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
