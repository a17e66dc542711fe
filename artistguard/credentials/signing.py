"""Making content credentials: inside a file, or beside it.

What the reference implementation would harm is refused here, or handled by the modules beside this one; whoever calls
decodes the result all the same before it replaces anything.

Source: C2PA Technical Specification 2.2, sections "Claims", "Ingredients" and "Embedding manifests into assets"; CAWG
Identity Assertion 1.1, section "X.509 certificates and COSE signatures".
"""

from __future__ import annotations

import io
import json
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import urlsplit

from artistguard.credentials import carriers, library, manifest
from artistguard.credentials.parents import MANIFEST, Parent, parent
from artistguard.credentials.placing import place
from artistguard.credentials.reading import SETTINGS
from artistguard.credentials.values import Place
from artistguard.errors import CannotEmbed, FileProblem, Unreadable
from artistguard.vocabularies import cawg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from artistguard.credentials.values import Saying, Signatory, Signing

    Make = Callable[[dict[str, Any]], AbstractContextManager[Any]]
    """Begins a manifest, given the data of its assertion about the file's bytes; none where the library sees them."""

_NOTHING = b"\0"
"""Stands where the file would be; nothing of this is hashed or kept."""
_ROLE = "cawg.creator"


def embed(source: BinaryIO, target: BinaryIO, mime: str, signing: Signing) -> None:
    """Copy a file with credentials inside.

    Where a time stamp is wanted and the authority fails, they have none; reading them tells.

    Args:
        source: The file; nothing in it may change afterwards.
        target: Receives the copy; open for reading too.
        mime: Its media type.
        signing: What to state, who signs, and what the file was before.

    Raises:
        CannotEmbed: It cannot carry them safely, or the signatory's certificate is not good enough.
    """
    if place(source, mime, flac=Place.INSIDE) is not Place.INSIDE:
        raise CannotEmbed("Content credentials cannot be put safely into this file.")

    def attempt(make: Make) -> None:
        if mime in carriers.CARRIERS:
            carriers.carry(source, target, mime, lambda data_hash: _apart(make, data_hash))
            return
        target.seek(0)
        target.truncate()
        with make({}) as builder:
            builder.sign(mime, source, target)

    _sign(attempt, source, mime, signing)
    if not target.seek(0, io.SEEK_END):
        raise CannotEmbed("The file was not signed: nothing was written.")


def beside(source: BinaryIO, mime: str, signing: Signing) -> bytes:
    """Credentials for a file of any type, to lie beside it; as for time stamps, see `embed`.

    Args:
        source: The file; nothing in it may change afterwards.
        mime: Its media type.
        signing: What to state, who signs, and what the file was before.

    Returns:
        Content of a ``.c2pa`` file.

    Raises:
        CannotEmbed: They cannot be made, or the signatory's certificate is not good enough.
    """
    made: list[bytes] = []
    data_hash = carriers.whole(source)
    _sign(lambda make: made.append(_apart(make, data_hash)), source, mime, signing)
    return made[-1]


def _apart(make: Make, data_hash: dict[str, Any]) -> bytes:
    """A manifest for a file that the library does not see."""
    with make(data_hash) as builder:
        builder.set_no_embed()
        return bytes(builder.sign(MANIFEST, io.BytesIO(_NOTHING), io.BytesIO()))


def _sign(attempt: Callable[[Make], None], source: BinaryIO, mime: str, signing: Signing) -> None:
    """Attempt it, once more without a time stamp where the authority does not answer.

    Raises:
        CannotEmbed: It failed.
    """
    try:
        former = parent(signing.parent or source, mime, signing.earlier)
        try:
            _attempt(attempt, signing.saying, signing.signatory, former)
        except Exception:
            if not signing.signatory.stamping:
                raise
            _attempt(attempt, signing.saying, replace(signing.signatory, stamping=""), former)
    except (CannotEmbed, Unreadable):
        raise
    except FileProblem as problem:
        raise CannotEmbed(problem.message) from problem
    except Exception as problem:  # seen: C2paError of every kind; ValueError for a stream that is not one
        raise CannotEmbed(f"The file could not be signed ({_told(problem)}).") from problem


def _attempt(attempt: Callable[[Make], None], saying: Saying, signatory: Signatory, former: Parent) -> None:
    c2pa = library.load()
    created = manifest.created(saying) and not former.told
    with c2pa.Context(settings=c2pa.Settings.from_json(_settings(signatory))) as context:

        @contextmanager
        def make(data_hash: dict[str, Any]) -> Iterator[Any]:
            definition = manifest.definition(saying, former.mime, data_hash, created=created)
            with c2pa.Builder(json.dumps(definition), context=_provider(c2pa, context)) as builder:
                if not created:
                    builder.set_intent(c2pa.C2paBuilderIntent.EDIT)
                    former.add_to(builder, manifest.title(saying))
                yield builder

        attempt(make)


def _provider(c2pa: Any, context: Any) -> Any:  # noqa: ANN401 - untyped library
    """A context whose signer stands in its settings, which the library's own class does not tell of."""

    class Provider(c2pa.ContextProvider):  # type: ignore[misc]
        is_valid = property(lambda _: context.is_valid)
        execution_context = property(lambda _: context.execution_context)
        has_signer = True

    return Provider()


def _settings(signatory: Signatory) -> str:
    who = {
        "alg": signatory.algorithm,
        "sign_cert": signatory.chain.decode("ascii"),
        "private_key": signatory.key.decode("ascii"),
    }
    settings = json.loads(SETTINGS)
    settings["verify"]["verify_after_sign"] = False  # whoever calls reads what was written
    settings["builder"] = {"thumbnail": {"enabled": False}}
    settings["signer"] = {"local": dict(who)}
    if signatory.stamping:
        # An empty address makes the library fail, so none at all is given where none is wanted.
        settings["signer"]["local"]["tsa_url"] = signatory.stamping
        settings["core"]["allowed_network_hosts"] = [urlsplit(signatory.stamping).hostname or ""]
    if signatory.bought:
        named = {"referenced_assertions": [cawg.CURRENT, cawg.LEGACY], "roles": [_ROLE]}
        settings["cawg_x509_signer"] = {"local": who | named}
    return json.dumps(settings)


def _told(problem: Exception) -> str:
    return " ".join(str(problem).split())[:200]
