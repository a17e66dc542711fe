from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from artistguard.decoding.values import CODE_RATE
from artistguard.fingerprints import table
from artistguard.fingerprints.values import Fingerprints
from artistguard.jobs import grouping
from artistguard.jobs.grouping import Candidate
from artistguard.works import Digest, Facts, Medium
from tests.suites import artworks

if TYPE_CHECKING:
    import random

NOTHING = Fingerprints({}, distinctive=False)
AUDIO = frozenset(("flac", "mp3", "wav", "ogg"))
TEXT = frozenset(("docx", "epub", "pdf", "txt"))


def file(path: str, prints: Fingerprints = NOTHING, work: str = "", **facts: object) -> Candidate:
    ending = path.rpartition(".")[2].lower()
    medium = Medium.AUDIO if ending in AUDIO else Medium.TEXT if ending in TEXT else Medium.IMAGE
    said = Facts(**facts)  # type: ignore[arg-type]
    return Candidate(path, medium, said, prints.values, prints.distinctive, Digest.of(path.encode()), work)


def grouped(*files: Candidate | str) -> list[set[str]]:
    found = grouping.group([file(each) if isinstance(each, str) else each for each in files])
    return [set(each.paths) for each in found]


def together(*files: Candidate | str) -> str:
    """The reason why all of these are one work; fails where they are not."""
    found = grouping.group([file(each) if isinstance(each, str) else each for each in files])
    assert len(found) == 1, [each.paths for each in found]
    return found[0].reason


def apart(*files: Candidate | str) -> bool:
    return all(len(each) == 1 for each in grouped(*files))


def of_picture(image: Image.Image) -> Fingerprints:
    return table.compute(artworks.pixels(image))


PICTURE = of_picture(artworks.picture(1))
SMALLER = of_picture(artworks.picture(1).resize((320, 240), Image.Resampling.LANCZOS))
OTHER = of_picture(artworks.picture(2))
SILENCE = table.compute(artworks.samples(np.zeros(30 * CODE_RATE, np.float32)))
TUNE = table.compute(artworks.samples(artworks.tune(1)))
TUNE_AGAIN = table.compute(artworks.samples((artworks.tune(1) * 0.7).astype(np.float32)))
BOOK = table.compute(artworks.words(artworks.story(1)))
BOOK_AGAIN = table.compute(artworks.words(artworks.story(1) + " The end."))
OTHER_BOOK = table.compute(artworks.words(artworks.story(2)))


# --- names


@pytest.mark.parametrize(
    "paths",
    [
        ("album/01 Tide.flac", "album/01 Tide.mp3", "album/01 Tide.ogg"),
        ("flac/01 Tide.flac", "mp3/01 Tide.mp3"),
        ("photo.tif", "photo-web.jpg"),
        ("photo.jpg", "photo-web.jpg", "photo_small.jpg", "photo@2x.jpg"),
        ("photo.jpg", "photo (1).jpg"),
        ("x/photo.psd", "x/web/photo.jpg"),
        ("Tide.WAV.wav", "tide.wav.mp3"),
        ("Café.jpg", "Cafe\u0301.png"),
        ("song-final.wav", "song_master.wav", "song v2.mp3"),
        ("cover 1024x768.png", "cover 300dpi.tif"),
        ("book.docx", "book.epub", "book.pdf"),
        ("pic.final.web.jpg", "pic.png"),
    ],
)
def test_versions_by_name(paths: tuple[str, ...]) -> None:
    assert together(*paths) == "same name"


@pytest.mark.parametrize(
    "paths",
    [
        ("01.jpg", "02.jpg", "03.jpg"),
        ("DSC0001.jpg", "DSC0002.jpg", "DSC0003.tif"),
        ("Holiday (1).jpg", "Holiday (2).jpg", "Holiday (3).jpg"),
        ("Holiday.jpg", "Holiday (1).jpg", "Holiday (2).jpg", "Holiday (3).jpg"),
        ("red.jpg", "blue.jpg"),
        ("far/away/song.flac", "elsewhere/song.mp3"),
        ("tide.mp3", "tide.jpg", "tide.txt"),
        ("chapter 1.docx", "chapter 2.docx"),
        ("web.jpg", "small.jpg"),
        ("take 1.wav", "take 2.wav"),
        ("a/cover.jpg", "b/cover.jpg"),
    ],
)
def test_names_that_make_no_versions(paths: tuple[str, ...]) -> None:
    assert apart(*paths)


def test_names_across_folders_where_two_have_the_same_type_prove_nothing() -> None:
    assert grouped("a/01.flac", "a/01.mp3", "b/01.flac", "b/01.mp3") == [
        {"a/01.flac", "a/01.mp3"},
        {"b/01.flac", "b/01.mp3"},
    ]


def test_a_series_with_versions_stays_a_series() -> None:
    paths = [
        f"{folder}/{number:02}.{ending}"
        for number in range(1, 30)
        for folder, ending in (("raw", "tif"), ("web", "jpg"))
    ]
    assert sorted(map(sorted, grouped(*paths))) == [[f"raw/{n:02}.tif", f"web/{n:02}.jpg"] for n in range(1, 30)]


def test_numbers_in_brackets_go_with_their_own_kind() -> None:
    assert grouped("H (1).jpg", "H (1).png", "H (2).jpg") == [{"H (1).jpg", "H (1).png"}, {"H (2).jpg"}]


def test_names_do_not_tie_what_the_codes_tell_apart_in_other_folders() -> None:
    assert apart(file("one/cover.jpg", PICTURE), file("two/cover.png", OTHER))
    assert apart(file("one/chapter1.docx", BOOK), file("two/chapter1.pdf", OTHER_BOOK))
    assert together(file("one/cover.jpg", PICTURE), file("two/cover.png", SMALLER))


# --- what stands inside


def test_the_same_work_inside_is_surest() -> None:
    assert together(file("a/x.flac", work="urn:1"), file("b/y.mp3", work="urn:1")) == "already known as one work"


def test_different_works_inside_are_never_tied() -> None:
    assert apart(file("01.flac", TUNE, work="urn:1"), file("01.mp3", TUNE, work="urn:2"))
    numbers = (("ISRC", "DEA121900001"),)
    assert apart(file("x.flac", work="urn:1", identifiers=numbers), file("y.flac", work="urn:2", identifiers=numbers))


def test_one_work_has_one_medium() -> None:
    assert apart(file("a.jpg", work="urn:1"), file("a.mp3", work="urn:1"), file("a.txt", work="urn:1"))


def test_a_file_without_a_work_joins_only_one() -> None:
    found = grouped(file("01.flac", work="urn:1"), file("01.mp3"), file("01.ogg", work="urn:2"))
    assert sorted(map(len, found)) == [1, 2]


@pytest.mark.parametrize(
    ("one", "other"), [("DE-A12-19-00001", "dea121900001"), ("ISRC DE A12 19 00001", "DEA121900001")]
)
def test_the_same_isrc(one: str, other: str) -> None:
    files = (file("x/1.flac", identifiers=(("ISRC", one),)), file("y/zz.mp3", identifiers=(("ISRC", other),)))
    assert together(*files) == "same recording number (ISRC)"


def test_the_same_isbn_in_its_old_and_new_form() -> None:
    files = (
        file("a/b.epub", identifiers=(("ISBN", "urn:isbn:978-0-306-40615-7"),)),
        file("c/d.pdf", identifiers=(("isbn", "0-306-40615-2"),)),
    )
    assert together(*files) == "same book number (ISBN)"


@pytest.mark.parametrize(
    ("kind", "value"), [("ISRC", "000000000000"), ("ISRC", ""), ("ISRC", "n/a"), ("ISBN", "1"), ("ISWC", "T0345246801")]
)
def test_numbers_that_name_no_recording_or_book(kind: str, value: str) -> None:
    for ending in ("mp3", "epub"):
        assert apart(*(file(f"{name}.{ending}", identifiers=((kind, value),)) for name in ("one", "two")))


def test_a_book_number_says_nothing_of_a_recording() -> None:
    number = (("ISBN", "9780306406157"),)
    assert apart(file("disc 1.mp3", identifiers=number), file("disc 2.mp3", identifiers=number))


# --- codes


def test_the_same_picture_in_another_size_and_place() -> None:
    assert together(file("masters/sea.tif", PICTURE), file("site/img7.jpg", SMALLER)) == "same picture"


def test_the_same_recording_and_the_same_words() -> None:
    assert together(file("a/x.wav", TUNE), file("b/y.mp3", TUNE_AGAIN)) == "same recording"
    assert together(file("a/x.docx", BOOK), file("b/y.epub", BOOK_AGAIN)) == "same words"


def test_the_very_same_pixels_under_two_names() -> None:
    assert together(file("a/one.png", PICTURE), file("a/two.png", PICTURE)) == "same picture"


def test_frames_and_bursts_in_one_folder_are_works_of_their_own() -> None:
    assert apart(file("frame_001.png", PICTURE), file("frame_002.png", SMALLER))
    assert apart(file("frame_001.png", PICTURE), file("frame_002.png", PICTURE))
    assert apart(file("folder_red.png", PICTURE), file("folder_blue.png", SMALLER))
    assert apart(file("a/frame_001.png", PICTURE), file("b/frame_002.jpg", SMALLER))


def test_a_series_is_not_tied_through_a_third_file() -> None:
    found = grouped(file("s/001.png", PICTURE), file("s/002.png", SMALLER), file("web/hero.jpg", PICTURE))
    assert len(found) == 2
    assert {"s/001.png", "s/002.png"} not in found


def test_a_thousand_silent_tracks_are_a_thousand_works() -> None:
    titles = [f"album/{number:04} Silence no {number}.flac" for number in range(1000)]
    assert apart(*(file(title, SILENCE) for title in titles))


def test_a_silent_track_and_its_mp3_are_one_work() -> None:
    assert together(file("a/quiet.flac", SILENCE), file("a/quiet.mp3", SILENCE)) == "same name"
    assert together(file("flac/02 Quiet.flac", SILENCE), file("mp3/02 Quiet.mp3", SILENCE)) == "same name"


def test_other_works_stay_apart() -> None:
    assert apart(file("a.jpg", PICTURE), file("b.jpg", OTHER), file("c.docx", BOOK), file("d.docx", OTHER_BOOK))


# --- tags


def song(path: str, prints: Fingerprints = NOTHING, **more: object) -> Candidate:
    return file(path, prints, **{"title": "Tide", "creator": "Zoë Ünal", **more})


def test_the_same_title_and_creator() -> None:
    assert together(song("a/x.flac"), song("b/y.mp3", title=" tide ", creator="ZOË ÜNAL")) == "same title and creator"


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Ebb"},
        {"creator": "Somebody Else"},
        {"collection": "Live in Graz"},
        {"number": "7"},
        {"seconds": 260.0},
    ],
)
def test_tags_that_differ_in_anything_that_both_say(other: dict[str, object]) -> None:
    told: dict[str, object] = {"collection": "Shore", "number": "01/12", "seconds": 200.0}
    assert apart(song("a/x.flac", **told), song("b/y.mp3", **{**told, **other}))


def test_tags_that_say_the_same_in_other_words() -> None:
    assert together(song("a/x.flac", number="01/12", seconds=200.0), song("b/y.mp3", number="1", seconds=201.5))
    assert together(song("a/x.flac", collection="Shore"), song("b/y.mp3"))


@pytest.mark.parametrize("title", ["", "Untitled", "UNKNOWN", "OLYMPUS DIGITAL CAMERA"])
def test_titles_that_name_nothing(title: str) -> None:
    assert apart(file("a/1.jpg", title=title, creator="Zoë"), file("b/2.png", title=title, creator="Zoë"))


def test_a_title_without_a_creator_is_not_enough() -> None:
    assert apart(song("a/x.flac", creator=""), song("b/y.mp3", creator=""))


def test_a_title_that_many_pictures_of_a_folder_bear_names_a_series() -> None:
    files = [file(f"shoot/{name}.jpg", title="Autumn", creator="Zoë") for name in ("oak", "beech", "ash")]
    assert apart(*files, file("web/best.png", title="Autumn", creator="Zoë"))


def test_tags_do_not_tie_what_the_codes_tell_apart() -> None:
    assert apart(song("a/x.jpg", PICTURE), song("b/y.png", OTHER))


# --- laws

WORDS = st.sampled_from(["tide", "ebb", "01", "02", "tide-web", "tide (1)", "tide_final", "IMG_1", "IMG_2"])
FOLDERS = st.sampled_from(["", "a/", "b/", "a/web/", "flac/", "mp3/"])
PRINTS = st.sampled_from([NOTHING, PICTURE, SMALLER, OTHER, SILENCE, TUNE, TUNE_AGAIN, BOOK, BOOK_AGAIN])


@st.composite
def candidates(draw: st.DrawFn) -> list[Candidate]:
    paths = draw(
        st.lists(
            st.builds("{}{}.{}".format, FOLDERS, WORDS, st.sampled_from(["jpg", "png", "flac", "mp3", "docx", "pdf"])),
            unique=True,
            max_size=14,
        )
    )
    return [
        file(
            path,
            draw(PRINTS),
            draw(st.sampled_from(["", "", "", "urn:1", "urn:2"])),
            title=draw(st.sampled_from(["", "Tide"])),
            creator=draw(st.sampled_from(["", "Zoë"])),
            identifiers=draw(st.sampled_from([(), (), (("ISRC", "DEA121900001"),)])),
        )
        for path in paths
    ]


@settings(max_examples=120, deadline=None)
@given(candidates(), st.randoms(use_true_random=False))
def test_the_order_of_the_files_does_not_matter(files: list[Candidate], dice: random.Random) -> None:
    shuffled = files[:]
    dice.shuffle(shuffled)
    assert grouping.group(shuffled) == grouping.group(files)


@settings(max_examples=120, deadline=None)
@given(candidates())
def test_every_file_is_in_exactly_one_group_of_one_medium_and_one_work(files: list[Candidate]) -> None:
    found = grouping.group(files)
    by_path = {each.path: each for each in files}
    assert sorted(path for each in found for path in each.paths) == sorted(by_path)
    for each in found:
        assert list(each.paths) == sorted(each.paths)
        assert len({by_path[path].medium for path in each.paths}) == 1
        assert len({by_path[path].work for path in each.paths} - {""}) <= 1
        assert bool(each.reason) == (len(each.paths) > 1)


@settings(max_examples=60, deadline=None)
@given(candidates())
def test_grouping_again_with_what_was_found_gives_the_same(files: list[Candidate]) -> None:
    found = grouping.group(files)
    work_of = {path: f"urn:{place}" for place, each in enumerate(found) for path in each.paths}
    again = grouping.group(
        [Candidate(f.path, f.medium, f.facts, f.values, f.distinctive, f.digest, work_of[f.path]) for f in files]
    )
    assert [each.paths for each in again] == [each.paths for each in found]


def test_nothing_gives_nothing() -> None:
    assert grouping.group([]) == ()


def test_files_of_no_known_medium_are_works_of_their_own() -> None:
    unknown = [
        Candidate(f"{name}.xyz", None, Facts(), {}, distinctive=False, digest=Digest.of(b"")) for name in ("a", "a-web")
    ]
    assert len(grouping.group(unknown)) == 2
