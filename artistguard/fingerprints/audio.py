"""The codes of a recording: ISCC Audio-Code and the whole raw Chromaprint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import iscc_lib
import numpy as np

from artistguard.fingerprints import chromaprint, distinct
from artistguard.fingerprints.iscc import BITS
from artistguard.fingerprints.values import CHROMAPRINT, ISCC, PAYLOAD, Fingerprints
from artistguard.works import Medium

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from artistguard.decoding.values import Samples


def compute(samples: Samples) -> Fingerprints:
    """Every code of a recording."""
    mono = bounded(samples.mono)
    raw = chromaprint.items(mono)
    reason = distinct.recording(mono, raw)
    values = {ISCC: audio_code(raw), PAYLOAD: samples.payload.hex}
    if len(raw):
        values[CHROMAPRINT] = chromaprint.to_text(raw)
    return Fingerprints(values, not reason, reason, Medium.AUDIO)


def bounded(mono: NDArray[np.float32]) -> NDArray[np.float32]:
    """The samples cut to -1..1, with silence for what is no number: files of floating point may hold anything."""
    if not len(mono) or max(float(mono.max()), -float(mono.min())) <= 1:
        return mono
    return np.clip(np.nan_to_num(mono, nan=0.0, posinf=0.0, neginf=0.0), -1, 1)


def audio_code(raw: NDArray[np.uint32]) -> str:
    """The ISCC Audio-Code of 256 bits.

    Args:
        raw: Chromaprint items of the whole recording.

    Returns:
        Text form ``ISCC:EID…``; all zeros where there is no item.

    Source: ISO 24138:2024, clause on Audio-Code, whose input is the items as signed 32-bit numbers.
    """
    return iscc_lib.gen_audio_code_v0(raw.view(np.int32).tolist(), BITS).iscc
