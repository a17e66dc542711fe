"""One file stated through the store as `jobs` does it, without formats or registries."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from artistguard.store import drafts, files, keeping
from artistguard.store.changing import Change, NewStatement, NewVersion, NewWork, Replacement, made, replaced
from artistguard.terms import Choice, Declaration, Inscription
from artistguard.works import Digest, Medium

if TYPE_CHECKING:
    from pathlib import Path

    from artistguard.errors import ArtistGuardError
    from artistguard.store import Store
    from artistguard.store.disk import Disk

WORK = "urn:uuid:00000000-0000-4000-8000-000000000001"


def draft(store: Store, path: Path, content: bytes, disk: Disk | None = None) -> Replacement:
    """The bytes as a draft for a path, with the way back where something stands there."""
    real = files.real_path(path)
    store.journal.draft_in([real.parent])
    seen = files.inspect(path) if real.exists() else None
    with drafts.begin(real, store.owner, disk or store.disk) as new:
        new.stream.write(content)
        after = new.seal()
    try:
        if seen is None:
            return made(real, new.path, after)
        drafts.dress(new.path, seen, disk=disk or store.disk)
        kept = keeping.keep(store.home, real, new.path, store.owner, disk or store.disk)
        return replaced(seen, new.path, kept.way.before, after, kept)
    except BaseException:
        new.drop()
        raise


def change(
    run: str,
    path: Path,
    *replacements: Replacement,
    choice: Choice = Choice.SEARCH_ONLY,
    source: Path | None = None,
    sidecar: Path | None = None,
    work: str = WORK,
) -> Change:
    """Everything that is recorded with it: a work, a version, a statement that waits."""
    first = replacements[0]
    assert first.after is not None
    record = f"urn:uuid:{Digest.of(f'{run} {first.after} {path} {choice}'.encode('utf-8', 'surrogateescape')).hex[:32]}"
    real = files.real_path(path)
    version = NewVersion(
        work=work,
        path=real,
        source=files.real_path(source) if source else real,
        sidecar=sidecar,
        inscription=Inscription(Declaration(choice, name="Ada"), record, work, fingerprints={"iscc": "K"}),
        medium=Medium.IMAGE,
        format="JPEG",
        before=first.before,
        after=first.after,
        details={"layers": [1, 2]},
    )
    return Change(
        run,
        tuple(replacements),
        (NewWork(work, "Fox in snow", Medium.IMAGE),),
        (version,),
        (NewStatement(record, work, "protect", b"signed " + record.encode(), ("embedded",)),),
    )


def state(
    store: Store, path: Path, content: bytes, *, run: str = "run", choice: Choice = Choice.SEARCH_ONLY
) -> ArtistGuardError | None:
    """Do it all."""
    (error,) = store.journal.apply([change(run, path, draft(store, path, content), choice=choice)])
    return error


def other_look(replacement: Replacement) -> Replacement:
    """The same, as if the file had been looked at earlier and had changed since."""
    assert replacement.look is not None
    return dataclasses.replace(replacement, look=dataclasses.replace(replacement.look, mtime_ns=1))


def names_in(folder: Path) -> list[str]:
    """Everything in a folder, hidden or not."""
    return sorted(path.name for path in folder.iterdir())


def drafts_in(folder: Path) -> list[str]:
    """Names of drafts left anywhere below a folder."""
    return sorted(str(path) for path in folder.rglob(".artistguard-*"))
