"""The TDM policy behind ``tdm:policy``: an ODRL offer in JSON-LD.

Coarse: its one action is mining as a whole, permitted to all, or to whoever has obtained consent. The profile demands a
permission and wants no prohibition: the reservation itself already says no. A sentence says the exact choice to people.

Source: TDM Reservation Protocol, Final Community Group Report, 10 May 2024, "Expressing a TDM Policy" (context, type,
profile, assigner, one permission with the action ``tdm:mine``, duty ``obtainConsent``); ODRL Information Model 2.2,
section 2 (Offer); JSON-LD context of ODRL 2.2 (prefix ``dct``).
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
        JSON-LD, ending with a newline.
    """
    permission: dict[str, object] = {"action": "tdm:mine"}
    if declaration.choice is not Choice.ALLOW:
        permission["duty"] = [{"action": "obtainConsent"}]
    policy: dict[str, object] = {
        "@context": ["http://www.w3.org/ns/odrl.jsonld", "http://www.w3.org/ns/tdmrep.jsonld"],
        "@type": "Offer",
        "profile": PROFILE,
        "uid": uid,
        "assigner": _assigner(declaration, uid),
        "dct:description": rights(declaration).terms,
        "permission": [permission],
    }
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
