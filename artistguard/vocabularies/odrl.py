"""The TDM policy behind ``tdm:policy``: an ODRL offer in JSON-LD.

Coarse: its one action is mining as a whole; the sentence in it says the exact choice to people.

Source: TDM Reservation Protocol, Final Community Group Report, 10 May 2024, section 8 (ODRL profile: action
``tdm:mine``, duties ``obtainConsent`` and ``compensate``); ODRL Information Model 2.2, section 2 (Offer).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from artistguard.terms import Choice
from artistguard.vocabularies.rights import clean, is_web, mail, rights

if TYPE_CHECKING:
    from artistguard.terms import Declaration

PROFILE = "http://www.w3.org/ns/tdmrep"


def offer(declaration: Declaration, uid: str) -> str:
    """The policy file.

    Args:
        declaration: The terms.
        uid: What names the policy: its own web address, or a URN where it has none yet.

    Returns:
        JSON-LD, ending with a newline. ``allow`` permits mining, ``ask`` permits it with the duty to obtain consent,
        every other choice prohibits it.
    """
    policy: dict[str, object] = {
        "@context": [
            "http://www.w3.org/ns/odrl.jsonld",
            "http://www.w3.org/ns/tdmrep.jsonld",
            {"dcterms": "http://purl.org/dc/terms/"},
        ],
        "@type": "Offer",
        "profile": PROFILE,
        "uid": uid,
        "assigner": _assigner(declaration, uid),
        "dcterms:description": rights(declaration).terms,
    }
    match declaration.choice:
        case Choice.ALLOW:
            policy["permission"] = [{"action": "tdm:mine"}]
        case Choice.ASK:
            policy["permission"] = [{"action": "tdm:mine", "duty": [{"action": "obtainConsent"}]}]
        case _:
            policy["prohibition"] = [{"action": "tdm:mine"}]
    return json.dumps(policy, ensure_ascii=False, indent=2) + "\n"


def _assigner(declaration: Declaration, uid: str) -> dict[str, str]:
    pages = [page for page in (clean(declaration.contact), clean(declaration.licence)) if is_web(page)]
    found = {
        "uid": pages[0] if pages else f"{uid}#assigner",
        "vcard:fn": clean(declaration.name),
        "vcard:hasEmail": f"mailto:{mail(declaration.contact)}" if mail(declaration.contact) else "",
        "vcard:hasURL": pages[0] if pages else "",
    }
    return {name: text for name, text in found.items() if text}
