"""Show and look after the names under which you sign, and their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.cli.opening import asked, studio
from artistguard.cli.output import say, show, show_json
from artistguard.cli.parser import add_json
from artistguard.cli.status import Status
from artistguard.cli.terminal import show_table
from artistguard.errors import UsageProblem, WrongPassphrase
from artistguard.jobs import crediting, identity

if TYPE_CHECKING:
    import argparse

    from artistguard.credentials.values import Certificate
    from artistguard.jobs.deliver import Delivery
    from artistguard.jobs.studio import Studio
    from artistguard.store.identity import Profile

NAME = "identity"

PASSPHRASE, CERTIFICATE_PASSPHRASE = "ARTISTGUARD_PASSPHRASE", "ARTISTGUARD_CERTIFICATE_PASSPHRASE"
RECOVERY_LINE = "ARTISTGUARD_RECOVERY_LINE"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    actions = parser.add_subparsers(
        dest="action", metavar="show|create|choose|export|import|rotate|revoke|recovery|certificate", required=True
    )
    shown = actions.add_parser("show", help="your names, their keys, and which signs by itself")
    add_json(shown)
    made = actions.add_parser("create", help="another name, such as a pen name, with a key of its own")
    made.add_argument("name", metavar="NAME")
    made.add_argument("--acts-for", default="", metavar="WHOM", help="the person on whose behalf it signs")
    made.add_argument("--locked", action="store_true", help=f"lock the key with a passphrase (${PASSPHRASE}, or asked)")
    chosen = actions.add_parser("choose", help="let a name sign by itself")
    chosen.add_argument("name", metavar="NAME")
    out = actions.add_parser("export", help="write a copy of a key, locked with a passphrase")
    out.add_argument("file", metavar="FILE")
    _add_profile(out)
    into = actions.add_parser("import", help="take in a key that was exported")
    into.add_argument("file", metavar="FILE")
    into.add_argument("--name", default="", help="another name for it here")
    renewed = actions.add_parser("rotate", help="a new key takes over; the registries that know the old one are told")
    _add_profile(renewed)
    renewed.add_argument(
        "--lost", action="store_true", help=f"the key is lost: use the recovery line (${RECOVERY_LINE}, or asked)"
    )
    ended = actions.add_parser("revoke", help="end a key for good, with none in its place, such as a stolen one")
    _add_profile(ended)
    ended.add_argument("--sure", action="store_true", help="you have read what it means, which is told without this")
    _add_profile(actions.add_parser("recovery", help="make a recovery key and show its line, once, to put on paper"))
    _add_certificate(actions.add_parser("certificate", help="show or exchange what signs your content credentials"))


def _add_certificate(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--import",
        dest="bought",
        default="",
        metavar="FILE",
        help=f"take in one that was bought, PEM or PKCS#12; its passphrase is ${CERTIFICATE_PASSPHRASE}, or asked",
    )
    what.add_argument("--renew", action="store_true", help="make your own anew, with the name that is set now")
    what.add_argument("--remove", action="store_true", help="remove the one that was bought; your own signs again")
    parser.add_argument("--key", default="", metavar="FILE", help="its private key, where that is in a file of its own")
    _add_profile(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    return _ACTIONS[arguments.action](arguments)


def _show(arguments: argparse.Namespace) -> int:
    with studio() as at_work:
        profiles = identity.profiles(at_work)
        signing = at_work.introduce_yourself()
    if arguments.json:
        for each in profiles:
            show_json(_entry(each, signs=each.did == signing.did))
        return Status.DONE
    rows = [
        (
            each.name,
            each.acts_for,
            "yes" if each.did == signing.did else "",
            identity.PLACES[each.place],
            "yes" if each.recovery else "none yet",
            each.did,
        )
        for each in profiles
    ]
    show_table(("Name", "Acts for", "Signs by itself", "Its key lies", "Recovery key", "Public key"), rows)
    return Status.DONE


def _entry(each: Profile, *, signs: bool) -> dict[str, object]:
    return {
        "name": each.name,
        "acts_for": each.acts_for or None,
        "did": each.did,
        "place": each.place,
        "recovery": each.recovery or None,
        "made": each.made,
        "signs": signs,
    }


def _create(arguments: argparse.Namespace) -> int:
    passphrase = asked(PASSPHRASE, "A passphrase for this key: ", twice=True) if arguments.locked else ""
    with studio() as at_work:
        made = identity.create(at_work, arguments.name, acts_for=arguments.acts_for, passphrase=passphrase)
    show(f"{made.name}: {made.did}")
    say(f"It signs where you say so: artistguard protect --profile '{made.name}' PATH")
    return Status.DONE


def _choose(arguments: argparse.Namespace) -> int:
    with studio() as at_work:
        chosen = identity.choose(at_work, arguments.name)
    show(f"{chosen.name} signs from now on.")
    return Status.DONE


def _export(arguments: argparse.Namespace) -> int:
    with studio(arguments.profile) as at_work:
        profile, path = identity.export(
            at_work, arguments.file, lambda: asked(PASSPHRASE, "A passphrase for the copy: ", twice=True)
        )
    show(str(path))
    say(f"The key of {profile.name}, locked with your passphrase. Whoever has both can sign as you.")
    return Status.DONE


def _import(arguments: argparse.Namespace) -> int:
    with studio() as at_work:
        passphrase = asked(PASSPHRASE, "The passphrase of this copy: ")
        profile = identity.bring_in(at_work, arguments.file, passphrase, arguments.name)
    show(f"{profile.name}: {profile.did}")
    return Status.DONE


def _rotate(arguments: argparse.Namespace) -> int:
    line = asked(RECOVERY_LINE, "The recovery line from paper (AG-…): ") if arguments.lost else ""
    with studio(arguments.profile) as at_work:
        renewed = identity.rotate(at_work, line)
    say(renewed.words)
    show(f"{renewed.profile.name}: {renewed.profile.did}")
    return _told(renewed.deliveries)


def _revoke(arguments: argparse.Namespace) -> int:
    if not arguments.sure:
        raise UsageProblem(_REVOKING, remedy="If that is what you want, add --sure. Nothing was changed.")
    with studio(arguments.profile) as at_work:
        ended = identity.revoke(at_work)
    show(ended.words)
    return _told(ended.deliveries)


def _recovery(arguments: argparse.Namespace) -> int:
    with studio(arguments.profile) as at_work:
        renewed = identity.make_recovery(at_work)
    show(renewed.words)
    say("Print or write down this line and put it away. It is not kept on this computer and is not shown again.")
    return _told(renewed.deliveries)


def _certificate(arguments: argparse.Namespace) -> int:
    if arguments.key and not arguments.bought:
        raise UsageProblem("--key belongs to --import.", remedy="Name the certificate, too: --import FILE")
    with studio(arguments.profile) as at_work:
        if arguments.bought:
            _bring_in(at_work, arguments)
        elif arguments.renew:
            crediting.make(at_work)
        elif arguments.remove and not crediting.forget(at_work):
            raise UsageProblem("No bought certificate is here.", remedy="Nothing was changed.")
        found = crediting.certificate(at_work)
    if arguments.json:
        show_json(_described(found))
    elif found is None:
        show("There is none yet. Your own is made when you first protect a file, or now with --renew.")
    else:
        rows = [(found.name, found.issuer, f"{found.ends:%Y-%m-%d}", found.fingerprint)]
        show_table(("It says", "Made by", "Valid until", "Fingerprint (SHA-256)"), rows)
        say("Its issuer vouches for the name." if found.bought else "It says what you call yourself; nobody vouches.")
    return Status.DONE


def _bring_in(at_work: Studio, arguments: argparse.Namespace) -> None:
    """The passphrase is asked for only where the file wants one."""
    try:
        crediting.bring_in(at_work, arguments.bought, arguments.key)
    except WrongPassphrase:
        passphrase = asked(CERTIFICATE_PASSPHRASE, "The passphrase of this file: ")
        crediting.bring_in(at_work, arguments.bought, arguments.key, passphrase)


def _described(found: Certificate | None) -> dict[str, object]:
    if found is None:
        return {"name": None}
    return {
        "name": found.name,
        "issuer": found.issuer,
        "begins": found.begins.isoformat(),
        "ends": found.ends.isoformat(),
        "bought": found.bought,
        "fingerprint": found.fingerprint,
    }


def _told(deliveries: tuple[Delivery, ...]) -> int:
    """Whether every registry that must know was told; what could not be sent waits."""
    well = True
    for each in deliveries:
        if each.waiting is not None:
            say(f"{each.waiting.message} {each.waiting.remedy}")
        for record, reason in each.refused.items():
            say(f"{each.origin} refused {record}: {reason}")
        well = well and each.waiting is None and not each.refused
    return Status.DONE if well else Status.SOME_FAILED


def _add_profile(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--profile", default="", metavar="NAME", help="which name (the one that signs by itself)")


_REVOKING = (
    "A revoked key never signs again: what it stated stays as it is, and nobody can change or withdraw it any more. "
    "To go on under the same name, let a new key take over instead: artistguard identity rotate, or with the recovery "
    "line from paper, where the key was lost or stolen: artistguard identity rotate --lost."
)
_ACTIONS = {
    "show": _show,
    "create": _create,
    "choose": _choose,
    "export": _export,
    "import": _import,
    "rotate": _rotate,
    "revoke": _revoke,
    "recovery": _recovery,
    "certificate": _certificate,
}
