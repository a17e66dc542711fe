"""The kit for a website, a shop or a publisher: every form of the choice that does not lie inside a file.

It is made from what is set and known here; no network, no key, no work is touched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from artistguard.errors import OutputExists, UsageProblem
from artistguard.jobs.facts import crawlers, law_page, readers_text
from artistguard.jobs.overview import overview
from artistguard.store import files
from artistguard.store.drafts import make_folders, put_anew
from artistguard.vocabularies import feed, leaves, odrl, onix, pages, plus, robots, rsl, shops, web
from artistguard.vocabularies.plain import CHOICES
from artistguard.vocabularies.rights import clean, is_web

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from artistguard.jobs.overview import Entry
    from artistguard.jobs.studio import Studio
    from artistguard.terms import Declaration

GUIDE = "READ ME FIRST.txt"
POLICY = "tdm-policy.json"
LICENCE = "license.xml"


@dataclass(frozen=True, slots=True)
class Kit:
    """What the kit is made for.

    Attributes:
        declaration: The terms of the whole site.
        site: Web address of the site without a slash at its end; empty where it is not known.
        date: Of today, ISO 8601.
    """

    declaration: Declaration
    site: str
    date: str

    @property
    def licence(self) -> str:
        """Web address of the RSL licence, or empty."""
        return f"{self.site}/{LICENCE}" if self.site else ""

    @property
    def linked(self) -> Declaration:
        """The terms with the address of the kit's own policy, where no other is named."""
        own = f"{self.site}/{POLICY}" if self.site else ""
        return replace(self.declaration, policy=self.declaration.policy or own)


def publish_kit(studio: Studio, folder: Path, declaration: Declaration, site: str, entries: Sequence[Entry]) -> Path:
    """Write the kit.

    Args:
        studio: For the clock and the disk.
        folder: Where to; it is made, and nothing in it is written over.
        declaration: The terms of the whole site.
        site: Web address of the site, or empty: then it is taken from the addresses in the terms.
        entries: Works that get a page of their own each; none for no archive.

    Returns:
        The folder.

    Raises:
        UsageProblem: The site is no web address.
        OutputExists: Something else stands in a place of the kit.
    """
    kit = Kit(declaration, _site(site, declaration), studio.moment()[:10])
    real = files.real_path(folder)
    made = {real / name: content for name, content in (_files(kit) | _archive(kit, entries)).items()}
    missing = {path: content for path, content in made.items() if not _stands(path, content)}
    make_folders(dict.fromkeys(path.parent for path in made), studio.store.disk)
    for path, content in missing.items():
        put_anew(path, content, studio.store.disk)
    return real


def chosen(studio: Studio, paths: Sequence[str], *, everything: bool) -> Sequence[Entry]:
    """The works that get a page: those in the named files and folders, or all of them.

    Raises:
        UnknownWork: Nothing is known of one of the paths.
    """
    entries = overview(studio, paths) if paths or everything else []
    return list({each.work.id: each for each in entries}.values())


def _site(named: str, declaration: Declaration) -> str:
    """Scheme and host, from what was named or from the first web address in the terms."""
    if named and not is_web(clean(named)):
        raise UsageProblem(f"{named}: a web address that begins with https:// is wanted.")
    if named:
        return clean(named).rstrip("/")
    for address in (declaration.licence, declaration.policy, declaration.contact):
        if is_web(clean(address)):
            parts = urlsplit(clean(address))
            return f"{parts.scheme}://{parts.netloc}"
    return ""


def _files(kit: Kit) -> dict[str, bytes]:
    """Every file that is for the whole site."""
    known, declaration = crawlers(), kit.linked
    headers = web.headers(declaration, kit.licence)
    texts = {
        "robots.txt": robots.lines(declaration.choice, known.crawlers, known.date, kit.licence),
        "headers.txt": "".join(f"{name}: {value}\n" for name, value in headers),
        "head.html": web.head(declaration, kit.licence),
        "tdmrep.json": web.well_known(declaration),
        POLICY: odrl.offer(declaration, declaration.policy or "urn:artistguard:policy"),
        "onix.xml": onix.constraint(declaration.choice).xml + "\n",
        "shops.txt": _shops(declaration),
        "book-page.txt": leaves.plain(declaration),
        "book-page.xhtml": leaves.page(declaration),
        "rights.html": pages.rights_page(declaration, kit.licence, kit.date),
        "law.html": law_page(),
        GUIDE: _guide(kit),
    }
    rich = {LICENCE: rsl.document(declaration, f"{kit.site}/"), "book-page.rtf": leaves.rich(declaration)}
    return {name: text.encode() for name, text in texts.items()} | rich


def _shops(declaration: Declaration) -> str:
    return "\n".join(f"{where}:\n{words}\n" for where, words in shops.texts(declaration))


def _archive(kit: Kit, entries: Sequence[Entry]) -> dict[str, bytes]:
    """A page a work, the list of them, and the feed; nothing without works."""
    if not entries:
        return {}
    names = {each.work.id: f"{number:04d}-{_slug(each.work.title)}.html" for number, each in enumerate(entries, 1)}
    made = {f"works/{names[each.work.id]}": _page(kit, each) for each in entries}
    listed = [(names[each.work.id], each.work.title, CHOICES[each.version.choice]) for each in entries]
    title = f"Works of {clean(kit.declaration.name)}" if clean(kit.declaration.name) else "Works"
    items = [
        feed.Listed(each.work.title, f"{kit.site}/works/{names[each.work.id]}", _terms(kit, each), each.work.id)
        for each in entries
    ]
    return made | {
        "works/index.html": pages.index_page(title, web.head(kit.linked, kit.licence), listed).encode(),
        "works/feed.xml": feed.feed(title, f"{kit.site}/works/", items),
    }


def _page(kit: Kit, entry: Entry) -> bytes:
    codes: Mapping[str, str] = entry.version.inscription.fingerprints
    return pages.work_page(entry.work.title, _terms(kit, entry), entry.work.id, codes, kit.licence).encode()


def _terms(kit: Kit, entry: Entry) -> Declaration:
    """The work's own terms; the policy is the site's where the work names none."""
    own = entry.version.inscription.declaration
    policy = own.policy or (kit.linked.policy if own.choice is kit.declaration.choice else "")
    return replace(own, choice=entry.version.choice, policy=policy)


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60] or "work"


def _stands(path: Path, content: bytes) -> bool:
    """Whether the very same file stands there already.

    Raises:
        OutputExists: Something else does.
    """
    if files.look_at(path) is None:
        return False
    with files.reading(files.inspect(path)) as handle:
        if handle.read(len(content) + 1) == content:
            return True
    raise OutputExists(f"{path}: another file stands there", remedy="Choose another folder with -o, or empty it.")


def _guide(kit: Kit) -> str:
    """Where each file goes, and who reads it."""
    choice = kit.declaration.choice
    lines = [
        f"What AI may do: {CHOICES[choice]} (IPTC/PLUS: {plus.uri(choice).rsplit('/', 1)[-1]}). Made on {kit.date}.",
        "",
        *(_WITHOUT_SITE if not kit.site else (f"The addresses in these files are for {kit.site}.",)),
        "",
        *(f"{name:18} {where}" for name, where in _PLACES),
        "",
        *readers_text(),
        "",
        *_LATER,
    ]
    return "".join(f"{line}\n" for line in lines)


_PLACES = (
    ("robots.txt", "Add these lines to the file robots.txt at the top of your website. Where it has a group for"),
    ("", "“User-agent: *” already, put the line Content-Usage into that group and leave its rules alone."),
    ("tdmrep.json", "Goes to /.well-known/tdmrep.json."),
    (POLICY, "Goes to the top of your website; tdmrep.json, the headers and the pages link to it."),
    (LICENCE, "The RSL licence. Goes to the top of your website; robots.txt names it."),
    ("headers.txt", "Lines for the answers of your web server; your host's help says where headers are set."),
    ("head.html", "Goes into the <head> of every page, where you cannot set headers or besides."),
    ("rights.html", "A page to link to from everywhere, with law.html beside it."),
    ("onix.xml", "For publishers: goes into DescriptiveDetail of the ONIX record of a book."),
    ("book-page.rtf", "A visible page for a manuscript, to paste behind its title page. Your programs put it in; ours"),
    ("", "never write into a text what readers see. As plain text: book-page.txt. For an EPUB:"),
    ("", "book-page.xhtml, to add in Sigil, calibre or the like."),
    ("shops.txt", "Words to paste where only words fit: music shops, distributors, portfolio sites."),
    ("works/", "Only with works: a page a work, a list and a licence feed. Goes to /works/ on your website."),
)
_WITHOUT_SITE = (
    "The address of your website is not known: what needs it (License in robots.txt, links to the policy) is left out.",
    "Say it with --site https://…, or set your licence page or contact, and make the kit again.",
)
_LATER = (
    "Not in this kit: an RSL-MEDIA file (/.well-known/rsl-media.xml). That standard is a draft which says that it must",
    "not be used in production, and it names what it speaks of by numbers that registries give, such as a Human",
    "Consent ID, which you can reserve at rslmedia.org. A file made here without one would speak of nothing.",
)
