"""Outlet packs are read strictly, and an outlet knows which addresses are its own."""

import pytest

from corpus.errors import PackError
from corpus.event import load_event
from crawl.outlet import PACKS, Outlet, load_outlets, packs_of

PACK = 'id = "gazette"\nname = "The Gazette"\nhome = "http://gazette.example/"\nlanguages = ["en"]\n'
FEED = 'feeds = ["http://gazette.example/feed.xml"]\n'


def write(folder, text, name="gazette"):
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def test_every_pack_of_ours_loads_and_claims_no_check_that_was_not_made():
    outlets = load_outlets()
    assert {"rbc", "overclockers", "se7en", "xakep", "hotkkan"} <= set(outlets)
    assert not any(outlet.checked for outlet in outlets.values())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (PACK, ["gazette.toml, feeds: found []", '"feeds" or "sitemaps"', "needs a source"]),
        (PACK + FEED + 'feedz = ["x"]', ['unknown key "feedz"', 'did you mean "feeds"?']),
        (PACK.replace("http://gazette", "gazette") + FEED, ["gazette.toml, home", "http:// or https://"]),
        (PACK + 'feeds = ["ftp://gazette.example/feed"]', ["gazette.toml, feeds.0", "http:// or https://"]),
        (PACK.replace('["en"]', "[]") + FEED, ["gazette.toml, languages"]),
        (PACK.replace('"gazette"', '"herald"') + FEED, ['gazette.toml, id: found "herald", expected "gazette"']),
        (PACK + FEED + 'kind = "blog"', ["gazette.toml, kind: found 'blog'"]),
        (
            PACK + FEED + 'example = "http://herald.example/a"',
            ["gazette.toml, example", "an address on gazette.example"],
        ),
        ("id = ", ["gazette.toml: found unreadable TOML"]),
    ],
)
def test_a_pack_that_cannot_be_used_is_one_sentence_with_file_and_key(tmp_path, text, told):
    with pytest.raises(PackError) as why:
        load_outlets(write(tmp_path, text))
    assert all(part in str(why.value) for part in told), str(why.value)
    assert "\n" not in str(why.value)


def test_a_later_folder_replaces_a_pack_of_the_same_id(tmp_path):
    own = write(tmp_path, 'id = "rbc"\nname = "Mine"\nhome = "http://a.example"\nlanguages = ["ru"]\n' + FEED, "rbc")
    assert load_outlets(PACKS, own)["rbc"].name == "Mine"
    assert len(load_outlets(PACKS, own)) == len(load_outlets())


def test_a_missing_folder_of_packs_is_named(tmp_path):
    with pytest.raises(PackError, match="nowhere: found no such folder"):
        load_outlets(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("url", "own"),
    [
        ("http://gazette.example/a", True),
        ("https://www.gazette.example/a", True),
        ("https://news.gazette.example/a", True),
        ("https://gazette-mirror.example/a", True),
        ("https://notgazette.example/a", False),
        ("https://gazette.example.evil.example/a", False),
        ("mailto:desk@gazette.example", False),
    ],
)
def test_an_outlet_owns_its_host_subdomains_and_named_hosts(url, own):
    outlet = Outlet(
        id="g", name="G", home="http://www.gazette.example/", languages=["en"],
        feeds=["http://gazette.example/f"], hosts=["gazette-mirror.example"],
    )  # fmt: skip
    assert outlet.owns(url) is own


@pytest.mark.parametrize(
    ("outlets", "told"),
    [('["gazete"]', 'found "gazete"'), ("[]", "outlets: found none")],
)
def test_an_event_names_outlets_that_have_packs(tmp_path, tiny, outlets, told):
    event = tmp_path / "event.toml"
    event.write_text(tiny.EVENT.replace('["gazette"]', outlets), encoding="utf-8")
    packs = tmp_path / "packs"
    packs.mkdir()
    with pytest.raises(PackError) as why:
        packs_of(load_event(event), [write(packs, PACK + FEED)], where=str(event))
    assert told in str(why.value)
    assert "gazette" in str(why.value)


def test_a_broken_pack_is_named_even_if_the_event_does_not_ask_for_it(tmp_path, tiny):
    event = tmp_path / "event.toml"
    event.write_text(tiny.EVENT, encoding="utf-8")
    packs = tmp_path / "packs"
    packs.mkdir()
    write(packs, PACK + FEED)
    write(packs, PACK, "herald")
    with pytest.raises(PackError, match=r"herald\.toml, feeds"):
        packs_of(load_event(event), [packs], where=str(event))
