"""The file that a signed one was made from, with the credentials that it had: none are ever dropped.

Source: C2PA Technical Specification 2.2, section "Ingredient" (relationship ``parentOf``).
"""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from artistguard.credentials import library
from artistguard.credentials.reading import ANYTHING, SETTINGS
from artistguard.errors import CannotEmbed

if TYPE_CHECKING:
    from collections.abc import Mapping

MANIFEST = "application/c2pa"
_EARLIER = "earlier.c2pa"
_NONE_THERE = ("ManifestNotFound", "Remote", "NotSupported", "Other: asset could not be parsed")
"""What the library says of files without credentials, with no more than an address of some, and of unknown kinds."""


@dataclass(frozen=True, slots=True)
class Parent:
    """The file as it was.

    Attributes:
        content: Its bytes.
        mime: Its media type.
        read_as: As what the library is to read it.
        told: What it says about the credentials there; empty where there are none.
        beside: Those that lay beside it.
    """

    content: BinaryIO
    mime: str
    read_as: str
    told: Mapping[str, Any]
    beside: bytes | None = None

    def add_to(self, builder: Any, title: str) -> None:  # noqa: ANN401 - untyped library
        """Make it what the new file was made from.

        Args:
            builder: Of the new file's manifest.
            title: Of the work.
        """
        ingredient: dict[str, Any] = {"title": title, "format": self.mime, "relationship": "parentOf"}
        if self.beside is not None:
            builder.add_resource(_EARLIER, io.BytesIO(self.beside))
            ingredient["manifest_data"] = {"format": MANIFEST, "identifier": _EARLIER}
            ingredient |= {each: self.told[each] for each in ("active_manifest", "validation_results")}
        self.content.seek(0)
        builder.add_ingredient(ingredient, self.read_as, self.content)


def parent(content: BinaryIO, mime: str, beside: bytes | None) -> Parent:
    """The parent, once it was looked at.

    Args:
        content: The file as it was.
        mime: Its media type.
        beside: Credentials that lay beside it.

    Raises:
        CannotEmbed: Credentials are there, and the one that counts is not.
        Exception: The library's own, where credentials are there that cannot be read.
    """
    c2pa = library.load()
    read_as = ANYTHING if beside or mime not in c2pa.Reader.get_supported_mime_types() else mime
    content.seek(0)
    try:
        with (
            c2pa.Context(settings=c2pa.Settings.from_json(SETTINGS)) as context,
            c2pa.Reader(read_as, content, beside, context=context) as reader,
        ):
            told = json.loads(reader.json())
    except c2pa.C2paError as problem:
        if beside is not None or not str(problem).startswith(_NONE_THERE):
            raise
        return Parent(content, mime, ANYTHING, {})
    if told.get("active_manifest") not in told["manifests"]:
        raise CannotEmbed("The credentials that the file has are damaged.")
    return Parent(content, mime, read_as, told, beside)
