"""Every exception of ArtistGuard, each with a stable code and a remedy that an artist understands.

The tree::

    ArtistGuardError
    ├── FileProblem              one file cannot be worked on; the others go on
    │   ├── Unreadable           no permission, or the disk refuses
    │   ├── Vanished             it was there a moment ago
    │   ├── EmptyFile            zero bytes
    │   ├── Damaged              truncated, malformed, not what it claims to be
    │   ├── Locked               encrypted or password protected
    │   ├── TooLarge             more than can be decoded safely (decompression bomb)
    │   ├── Busy                 open in another program or still growing
    │   ├── NotDownloaded        a cloud placeholder whose bytes are elsewhere
    │   ├── LinkLoop             a symbolic link that leads to itself
    │   ├── CannotEmbed          sound, but this file cannot safely carry a statement inside: use a sidecar
    │   └── WouldHarm            what was written does not decode to the same work: nothing was replaced
    ├── StoreProblem             the user's own database, way back or output folder
    │   ├── DiskFull
    │   ├── EditedSince          putting back would lose later edits
    │   ├── NothingToPutBack
    │   ├── OutputExists         a file that is not ours stands where a copy should go
    │   ├── UnknownWork
    │   └── StoreDamaged
    ├── IdentityProblem
    │   ├── NoIdentity
    │   ├── WrongPassphrase
    │   └── KeyringRefused
    ├── RegistryProblem
    │   ├── Unreachable          try again later: the outbox keeps what waits
    │   ├── Refused              the registry says no, for good
    │   └── Distrusted           a proof, key or history does not hold; nothing it said is kept
    ├── ProofProblem             a proof bundle or receipt does not hold
    ├── UsageProblem             the request itself is off
    └── Stopped                  the user ended it: what is finished is kept
"""

from __future__ import annotations

from typing import ClassVar


class ArtistGuardError(Exception):
    """The root of the tree: catch it at a border, never inside.

    Attributes:
        code: Stable name of the cause, for scripts and translations.
        remedy: What the user can do, one sentence.
    """

    code: ClassVar[str] = "error"
    advice: ClassVar[str] = "Try again; if it happens again, please report it with this message."

    def __init__(self, message: str, *, remedy: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy if remedy is not None else self.advice

    def __reduce__(self) -> tuple[object, ...]:
        # Errors travel from worker processes; keyword arguments are lost by the default protocol.
        return (_rebuild, (type(self), self.message, self.remedy))


def _rebuild(kind: type[ArtistGuardError], message: str, remedy: str) -> ArtistGuardError:
    return kind(message, remedy=remedy)


class FileProblem(ArtistGuardError):
    """One file cannot be worked on; the others go on."""

    code = "file-problem"
    advice = "Look at the file in the program that made it, and save it again."


class Unreadable(FileProblem):
    """The system refuses to let us read or write it."""

    code = "unreadable"
    advice = "Give yourself permission to read and change the file, then try again."


class Vanished(FileProblem):
    """It was there when the list was made and is not there now."""

    code = "vanished"
    advice = "Check whether the file was moved or renamed, and add it again."


class EmptyFile(FileProblem):
    """Zero bytes."""

    code = "empty"
    advice = "The file holds nothing; export or save the work again."


class Damaged(FileProblem):
    """Truncated, malformed, or not what it claims to be."""

    code = "damaged"
    advice = "Open it in the program that made it and save it again, or use an undamaged copy."


class Locked(FileProblem):
    """Encrypted or protected by a password."""

    code = "locked"
    advice = "Remove the password or save an unlocked copy, then try again."


class TooLarge(FileProblem):
    """Decoding it would take more memory than is safe."""

    code = "too-large"
    advice = "Save it in a smaller size or split it, then try again."


class Busy(FileProblem):
    """Open in another program or still growing."""

    code = "busy"
    advice = "Close the file in the other program or wait until it is saved, then try again."


class NotDownloaded(FileProblem):
    """A cloud placeholder: the bytes are not on this computer."""

    code = "not-downloaded"
    advice = "Make the file available offline in your cloud program, then try again."


class LinkLoop(FileProblem):
    """A symbolic link that leads back to itself."""

    code = "link-loop"
    advice = "Remove or mend the link."


class CannotEmbed(FileProblem):
    """The file is sound but cannot safely carry a statement inside."""

    code = "cannot-embed"
    advice = "The statement goes into a sidecar file beside it instead; keep the two together."


class WouldHarm(FileProblem):
    """What was written does not decode to the same work, so the original stayed."""

    code = "would-harm"
    advice = "Your file is untouched. Please report the program that made it; a sidecar can be used meanwhile."


class StoreProblem(ArtistGuardError):
    """The user's own database, way back or output folder."""

    code = "store-problem"
    advice = "Check the disk that holds your ArtistGuard folder."


class DiskFull(StoreProblem):
    """No room left."""

    code = "disk-full"
    advice = "Free some space and run the same command again; it goes on where it stopped."


class EditedSince(StoreProblem):
    """Putting back would throw later edits away."""

    code = "edited-since"
    advice = "Keep your edited file; to get the earlier one back, move the edited one elsewhere first."


class NothingToPutBack(StoreProblem):
    """No way back is kept for it."""

    code = "nothing-to-put-back"
    advice = "Look at `artistguard status` for what can be put back."


class OutputExists(StoreProblem):
    """A file that is not ours stands where a copy should go."""

    code = "output-exists"
    advice = "Choose another folder with --out, or move that file away."


class UnknownWork(StoreProblem):
    """No work of that name is known here."""

    code = "unknown-work"
    advice = "Look at `artistguard status` for the works that are known."


class StoreDamaged(StoreProblem):
    """The database or the way back does not read back as it was written."""

    code = "store-damaged"
    advice = "Keep the folder as it is and restore it from a backup; your files themselves are untouched."


class IdentityProblem(ArtistGuardError):
    """The creator's key."""

    code = "identity-problem"
    advice = "See `artistguard identity show`."


class NoIdentity(IdentityProblem):
    """There is no such profile or key."""

    code = "no-identity"
    advice = "See `artistguard identity show` for the profiles there are."


class WrongPassphrase(IdentityProblem):
    """The passphrase does not open the key."""

    code = "wrong-passphrase"
    advice = "Type it again; without it the key can only be replaced with the recovery key."


class KeyringRefused(IdentityProblem):
    """The system keyring does not answer."""

    code = "keyring-refused"
    advice = "Unlock the system keyring, or keep the key in a file: `artistguard config set identity.store file`."


class RegistryProblem(ArtistGuardError):
    """The consent registry."""

    code = "registry-problem"
    advice = "Your files are protected; the registration waits and is sent with `artistguard deliver`."


class Unreachable(RegistryProblem):
    """No answer: try again later.

    Attributes:
        after: Seconds that the registry asks us to stay away; 0 where it says nothing.
    """

    code = "registry-unreachable"
    advice = "Check the internet connection; what waits is sent with `artistguard deliver`."

    def __init__(self, message: str, *, remedy: str | None = None, after: float = 0.0) -> None:
        super().__init__(message, remedy=remedy)
        self.after = after


class Refused(RegistryProblem):
    """The registry says no, for good."""

    code = "registry-refused"
    advice = "Read the reason; if it seems wrong, ask the people who run the registry."


class Distrusted(RegistryProblem):
    """A proof, a key or a history does not hold; nothing the registry said was kept."""

    code = "registry-distrusted"
    advice = "Do not rely on this registry until its operators explain; your earlier receipts stay valid."


class Contradicted(Distrusted):
    """What a registry concludes does not follow from the statements that it shows."""

    code = "registry-contradicted"
    advice = "Do not rely on this registry's answers until its operators explain; the statements it shows are genuine."


class ProofProblem(ArtistGuardError):
    """A proof bundle or receipt does not hold."""

    code = "proof-invalid"
    advice = "Ask for the proof again from the person who made it; this one proves nothing."


class UsageProblem(ArtistGuardError):
    """The request itself is off."""

    code = "usage"
    advice = "See `artistguard --help`."


class Stopped(ArtistGuardError):
    """The user ended it; a listener raises this, and what is finished is kept."""

    code = "stopped"
    advice = "What was finished is kept; do the same again to go on with the rest."
