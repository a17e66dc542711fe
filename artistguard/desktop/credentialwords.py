"""The words of the window about content credentials; all others are in `words`, `sayings` and `housewords`."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from artistguard.desktop.sayings import day
from artistguard.desktop.words import translate

if TYPE_CHECKING:
    from artistguard.credentials.values import Certificate, Place

CREDENTIALS = "Your signature in the files"
SIGN = "Sign my files (Content Credentials)"
SIGN_MORE = (
    "A signature says who stated this and shows whether the file was changed since. Many picture programs and websites "
    "show it."
)
NO_CERTIFICATE = "Your certificate is made when you first protect something."
OWN = "Your certificate says “{}”. It was made on this computer; nobody vouches for the name. Valid until {}."
BOUGHT = "Your certificate says “{}”, and {} vouches for the name. Valid until {}."
ANEW = "Make anew"
BRING = "Bring in a bought certificate…"
BRING_IT = "Bring it in"
REMOVE = "Remove it"
CERTIFICATE_FILES = "Certificates (*.pem *.crt *.cer *.p12 *.pfx)"
CERTIFICATE_LOCK = "The passphrase of this certificate"
CERTIFICATE_LOCK_MEANS = (
    "It came with the certificate; leave it empty if there is none. From then on the certificate signs your files, and "
    "its key is kept as your own key is."
)
KEY_ELSEWHERE = "Its private key is in another file…"
FLAC = "Signatures of FLAC files"
FLAC_WAYS = {
    "beside": "In a small file beside it, which every player leaves alone",
    "inside": "Inside the file, which old players may stumble over",
}

_PLACES = {"inside": "signed as yours, inside the file", "beside": "signed as yours, in a small file beside it"}
_STANDS = {
    "inside": "Carries your signature (content credentials).",
    "beside": "Your signature (content credentials) lies beside it; keep the two together.",
}


def certificate(certificate: Certificate | None) -> str:
    """Which certificate signs, and what it is worth."""
    if certificate is None:
        return translate(NO_CERTIFICATE)
    ends = day(certificate.ends.isoformat())
    if certificate.bought:
        return translate(BOUGHT).format(certificate.name, certificate.issuer, ends)
    return translate(OWN).format(certificate.name, ends)


def key_file(path: str) -> str:
    """Which file holds the key."""
    return translate("Its private key is in “{}”").format(PurePath(path).name)


def signed(place: Place) -> str:
    """That a file is, or will be, signed, and where."""
    return translate(_PLACES[place.value])


def stands(place: str) -> str:
    """The same as a sentence of its own."""
    return translate(_STANDS[place])
