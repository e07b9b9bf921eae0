"""What an address says of itself: an article or not, and from which days."""

from datetime import date

import pytest

from crawl.addresses import days_in, looks_like_article


@pytest.mark.parametrize(
    ("path", "is_article"),
    [
        ("/2031/05/06/bridge-sold", True),
        ("/news/2031-05-06/bridge.html", True),
        ("/article/2031/0506/70305.htm", True),
        ("/hot/detail_3108655.html", True),
        ("/news/brindlemoor-sells-its-oldest-bridge", True),
        ("/news/city_council_sells_bridge.html", True),
        ("/story?id=3108655", True),
        ("/новости/мост-в-городе-продан-застройщику", True),
        ("/", False),
        ("", False),
        ("/news/", False),
        ("/news/economy", False),
        ("/about-us", False),
        ("/page/2", False),
        ("/tag/the-old-bridge-of-brindlemoor", False),
        ("/category/3108655", False),
        ("/2031/05/06/bridge-sold.jpg", False),
        ("/login?next=/2031/05/06/", False),
    ],
)
def test_articles_are_told_by_dates_numbers_and_slugs(path, is_article):
    assert looks_like_article(f"http://gazette.example{path}") is is_article


@pytest.mark.parametrize(
    ("path", "is_article"), [("/n/bridge", True), ("/n/bridge?full=1", True), ("/2031/05/06/bridge", False)]
)
def test_an_outlet_s_own_patterns_decide_alone(path, is_article):
    assert looks_like_article(f"http://gazette.example{path}", ["^/n/"]) is is_article


DAY = (date(2031, 5, 6), date(2031, 5, 6))
MONTH = (date(2031, 5, 1), date(2031, 5, 31))


@pytest.mark.parametrize(
    ("path", "days"),
    [
        ("/2031/05/06/bridge", DAY),
        ("/2031/5/6/bridge", DAY),
        ("/news/2031-05-06/bridge.html", DAY),
        ("/article/2031/0506/7.htm", DAY),
        ("/20310506/7.htm", DAY),
        ("/2031/05/bridge", MONTH),
        ("/2031/13/bridge", None),
        ("/2031/02/30/bridge", None),
        ("/plan-2031-05-06", None),
        ("/agenda-2031-05-goals/", None),
        ("/201205/7.htm", None),
        ("/news?day=2031-05-06", None),
        ("/", None),
    ],
)
def test_a_date_that_is_a_folder_says_when(path, days):
    assert days_in(f"http://gazette.example{path}") == days


@pytest.mark.parametrize(
    ("path", "days"),
    [
        ("/sitemap-2031-05.xml", MONTH),
        ("/sitemap_2031_05_06.xml.gz", DAY),
        ("/sitemap?month=2031-05", MONTH),
        ("/sitemap-2031.xml", None),
        ("/sitemap-2031-99.xml", None),
        ("/sitemap-12.xml", None),
    ],
)
def test_a_date_in_a_sitemap_s_address_says_what_it_holds(path, days):
    assert days_in(f"http://gazette.example{path}", is_list=True) == days
