"""Our own packs, each and together: who they are, that their addresses are theirs, that there are enough."""

from collections import Counter
from urllib.parse import urlsplit

import pytest
from babel import Locale
from babel.core import parse_locale
from tldextract import TLDExtract

from crawl.outlet import PACKS, load_outlets

OUTLETS = load_outlets()
ENGLISH = Locale("en")
DOMAINS = TLDExtract(suffix_list_urls=(), cache_dir=None)  # the list that the library brings along: no network
SEEDS = {
    "rbc", "overclockers", "se7en", "xakep", "hotkkan", "mydrivers", "ixbt", "tomshardware", "livemint", "fortune",
    "reuters", "anthropic",
}  # fmt: skip


def domain(host):
    return DOMAINS(host).top_domain_under_public_suffix or host


@pytest.mark.parametrize("outlet", OUTLETS.values(), ids=OUTLETS)
def test_a_pack_of_ours_is_whole(outlet):
    assert outlet.country is not None
    assert outlet.country.upper() in ENGLISH.territories
    for tag in outlet.languages:
        language, _, script, _ = parse_locale(tag, sep="-")[:4]
        assert language in ENGLISH.languages
        assert script is None or script in ENGLISH.scripts
        assert language != "zh" or script, "Chinese is written in two scripts"
    assert outlet.name.strip() == outlet.name
    assert outlet.checked is False, "nobody has seen these addresses work; see docs/how-to-add-an-outlet.md"
    first = (PACKS / f"{outlet.id}.toml").read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# ")


@pytest.mark.parametrize("outlet", OUTLETS.values(), ids=OUTLETS)
def test_its_addresses_stand_on_its_own_domain_or_on_a_host_that_it_states(outlet):
    home = domain(urlsplit(outlet.home).hostname)
    search = [outlet.search] if outlet.search else []
    addresses = [*outlet.feeds, *outlet.sitemaps, *outlet.sections, *search]
    assert len(addresses) == len(set(addresses))
    for url in addresses:
        host = urlsplit(url).hostname
        stated = {*outlet.hosts, *outlet.feed_hosts}
        assert domain(host) == home or any(host == h or host.endswith("." + h) for h in stated), url
    for url in outlet.sections:
        assert outlet.owns(url)


def test_no_two_outlets_have_one_host_or_one_name():
    hosts = Counter(host for outlet in OUTLETS.values() for host in outlet.own_hosts)
    assert [host for host, n in hosts.items() if n > 1] == []
    for outlet in OUTLETS.values():
        assert [o.id for o in OUTLETS.values() if o.owns(outlet.home)] == [outlet.id]
    assert len({outlet.name for outlet in OUTLETS.values()}) == len(OUTLETS)


def test_there_are_enough_of_them():
    assert len(OUTLETS) >= 40
    assert len({lang for outlet in OUTLETS.values() for lang in outlet.languages}) >= 12
    assert set(OUTLETS) >= SEEDS


def test_sources_are_told_from_outlets():
    kinds = {outlet.id: outlet.kind for outlet in OUTLETS.values()}
    assert (kinds["anthropic"], kinds["reuters"], kinds["hotkkan"]) == ("primary", "wire", "aggregator")
