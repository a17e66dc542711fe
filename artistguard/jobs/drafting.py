"""One file's finished drafts: statement inside or in a sidecar, proven, dressed, with the way back made.

Runs in any process. Everything it makes can still be thrown away: only `store` puts drafts in their places.
"""

from __future__ import annotations

import hashlib
import io
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from artistguard.errors import ArtistGuardError, Busy, CannotEmbed, WouldHarm
from artistguard.formats import packages
from artistguard.jobs.attesting import SIDECAR, Attested, Commission, lay_beside
from artistguard.jobs.finishing import Filling, Found, fill
from artistguard.jobs.inscribe import Written, beside
from artistguard.jobs.outcome import Trouble
from artistguard.jobs.survey import IN_MEMORY
from artistguard.store import drafts, files, keeping
from artistguard.store.changing import Replacement, made, replaced
from artistguard.works import Digest

if TYPE_CHECKING:
    from artistguard.store.files import Seen
    from artistguard.store.home import Home
    from artistguard.terms import Inscription

MOST_OF_A_SIDECAR = 64 << 20
"""Bytes of an existing sidecar that are read at most; the packet's own parser refuses more."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to make of one file.

    Attributes:
        source: The user's file, absolute.
        target: Where the stated file will stand: the same, or its copy.
        sidecar: Where a sidecar would stand.
        home: Where ways back are kept.
        owner: The store's mark for this process and its workers.
        kind: Name of the format.
        embeds: Whether the statement is to go inside.
        digest: Of the source, as surveyed.
        guard: What must not change, as surveyed.
        inscription: What to write.
        commission: The credentials that are wanted, or None.
        credited: The source carries some, as surveyed.
        package: The source is a folder that is one document.
        way_back: Whether to keep one.
        keep_mtime: Whether the file keeps its time of last change.
    """

    source: str
    target: str
    sidecar: str
    home: Home
    owner: str
    kind: str
    embeds: bool
    digest: Digest
    guard: Digest
    inscription: Inscription
    commission: Commission | None = None
    credited: bool = False
    package: bool = False
    way_back: bool = True
    keep_mtime: bool = True

    @property
    def in_place(self) -> bool:
        """Whether the source itself is to be replaced."""
        return self.source == self.target

    @property
    def may_lie_beside(self) -> bool:
        """Whether a file that stays as it is gets credentials beside it; one that carries some keeps those."""
        return self.commission is not None and not self.package and not self.credited


@dataclass(frozen=True, slots=True)
class Product:
    """Drafts ready to take their places.

    Attributes:
        written: What they state, read back.
        attested: The credentials.
        after: Digest of the stated file once all is in place.
        replacements: For the store, in the order in which to put them.
        sidecar: Path of the sidecar, or empty.
        warnings: Why there is a sidecar, and what contradicts the statement.
    """

    written: Written
    attested: Attested
    after: Digest
    replacements: tuple[Replacement, ...]
    sidecar: str = ""
    warnings: tuple[Trouble, ...] = ()


def make(order: Order) -> Product:
    """Make the drafts for one file.

    Raises:
        Busy: It is no longer what was looked at.
        FileProblem: It cannot be done; no draft is left.
        StoreProblem: No room, or the way back cannot be kept.
    """
    if order.package:
        _still_the_same(order, packages.tree_digest(files.tree(Path(order.source))))
        return _beside(order, order.digest, (), (), None)
    seen = files.inspect(Path(order.source))
    with files.reading(seen) as handle:
        source = cast("BinaryIO", io.BytesIO(handle.read())) if seen.size <= IN_MEMORY else handle
        _still_the_same(order, _digest(source))
        if not order.embeds:
            return _outside(order, seen, source, ())
        try:
            return _inside(order, seen, source)
        except (CannotEmbed, WouldHarm) as refusal:
            return _outside(order, seen, source, (Trouble.of(refusal),))


def _inside(order: Order, seen: Seen, source: BinaryIO) -> Product:
    if order.in_place:
        files.must_be_replaceable(seen)
    target = files.real_path(Path(order.target))
    room = str(order.home.wayback)
    filling = Filling(order.kind, order.inscription, order.guard, order.commission, found_at(order), room)
    with drafts.begin(target, order.owner) as draft:
        written, attested = fill(filling, source, draft.stream)
        after = draft.seal()
        try:
            replacements = (_put(order, seen, target, draft.path, after), *_credentials(order, attested))
        except BaseException:
            draft.drop()
            raise
    return Product(written, attested, after, replacements, warnings=(*written.warnings, *attested.warnings))


def _outside(order: Order, seen: Seen, source: BinaryIO, reasons: tuple[Trouble, ...]) -> Product:
    copies = () if order.in_place else (_copy(order, seen, source),)
    try:
        return _beside(order, order.digest, copies, reasons, source)
    except BaseException:
        for copy in copies:
            _drop(copy)
        raise


def _beside(
    order: Order, after: Digest, copies: tuple[Replacement, ...], reasons: tuple[Trouble, ...], source: BinaryIO | None
) -> Product:
    path = files.real_path(Path(order.sidecar))
    existing = sidecar_at(path)
    written = beside(existing[1] if existing else None, order.inscription)
    attested = _lain_beside(order, source)
    made = [_sidecar(order, path, existing[0] if existing else None, written.sidecar or b"")]
    try:
        made += _credentials(order, attested)
    except BaseException:
        _drop(made[0])
        raise
    warnings = (*reasons, *written.warnings, *attested.warnings)
    return Product(written, attested, after, (*copies, *made), str(path), warnings)


def _lain_beside(order: Order, source: BinaryIO | None) -> Attested:
    if order.commission is None or source is None or not order.may_lie_beside:
        return Attested()
    return lay_beside(order.commission, source, earlier=found_at(order).beside)


def found_at(order: Order) -> Found:
    """The credentials that the source has; those beside it that cannot be read are there all the same."""
    path = files.real_path(Path(order.source + SIDECAR))
    try:
        existing = sidecar_at(path)
    except ArtistGuardError:
        return Found(order.credited, b"")
    return Found(order.credited, existing[1] if existing else None)


def _credentials(order: Order, attested: Attested) -> tuple[Replacement, ...]:
    """The ``.c2pa`` file, where there is to be one."""
    if attested.store is None:
        return ()
    path = files.real_path(Path(order.target + SIDECAR))
    return (_sidecar(order, path, _standing(path), attested.store),)


def _put(order: Order, seen: Seen, target: Path, draft: Path, after: Digest) -> Replacement:
    """The replacement of whatever stands at the target; where nothing does, a new file."""
    drafts.dress(draft, seen, keep_mtime=order.keep_mtime, copy=not order.in_place)
    standing = seen if order.in_place else _standing(target)
    if standing is None:
        return made(target, draft, after)
    before = order.digest if order.in_place else files.digest_of(standing.real)
    kept = (
        keeping.keep(order.home, standing.real, draft, order.owner, known=(before, after)) if order.way_back else None
    )
    return replaced(standing, draft, before, after, kept)


def _copy(order: Order, seen: Seen, source: BinaryIO) -> Replacement:
    target = files.real_path(Path(order.target))
    with drafts.begin(target, order.owner) as draft:
        source.seek(0)
        shutil.copyfileobj(source, draft.stream, 1 << 20)
        after = draft.seal()
        try:
            _still_the_same(order, after)
            return _put(order, seen, target, draft.path, after)
        except BaseException:
            draft.drop()
            raise


def _sidecar(order: Order, path: Path, seen: Seen | None, content: bytes) -> Replacement:
    with drafts.begin(path, order.owner) as draft:
        draft.stream.write(content)
        after = draft.seal()
        try:
            if seen is None:
                # Whoever may read the work may read what is said about it.
                drafts.share(draft.path, Path(order.source))
                return made(path, draft.path, after)
            drafts.dress(draft.path, seen, keep_mtime=False)
            kept = keeping.keep(order.home, seen.real, draft.path, order.owner) if order.way_back else None
            return replaced(seen, draft.path, files.digest_of(seen.real), after, kept)
        except BaseException:
            draft.drop()
            raise


def sidecar_at(path: Path) -> tuple[Seen, bytes] | None:
    """A sidecar that stands there, and its content; None where nothing does."""
    seen = _standing(path)
    if seen is None:
        return None
    with files.reading(seen) as handle:
        return seen, handle.read(MOST_OF_A_SIDECAR)


def _standing(path: Path) -> Seen | None:
    if files.look_at(path) is None:
        return None
    return files.inspect(path)


def _still_the_same(order: Order, found: Digest) -> None:
    if found != order.digest:
        raise Busy(f"{order.source}: it was changed while it was being worked on")


def _digest(source: BinaryIO) -> Digest:
    total = hashlib.sha256()
    while piece := source.read(1 << 20):
        total.update(piece)
    return Digest(total.hexdigest())


def _drop(replacement: Replacement) -> None:
    if replacement.draft is not None:
        replacement.draft.unlink(missing_ok=True)
