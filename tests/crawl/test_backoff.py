"""A host that asks for a pause gets it, in both forms of Retry-After; one that goes on refusing is given up."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from types import SimpleNamespace

import pytest
from scrapy import Spider
from scrapy.exceptions import DownloadTimeoutError
from scrapy.http import Request, Response
from scrapy.utils.test import get_crawler

from crawl.backoff import BackoffMiddleware, retry_after
from crawl.outcomes import Refused
from crawl.policy import OWN

URL = "http://gazette.example/a"
SETTINGS = {"BACKOFF_START": 5.0, "BACKOFF_MAX": 300.0, "BACKOFF_GIVE_UP": 4, "RETRY_TIMES": 2}


class Told:
    """A scheduler that remembers what it is told."""

    def __init__(self):
        self.rests = []
        self.given_up = []

    def rest(self, request, seconds):
        self.rests.append(seconds)

    def give_up(self, request, reason):
        self.given_up.append(reason)


@pytest.fixture
def backoff():
    crawler = get_crawler(Spider, SETTINGS)
    crawler.spider = Spider.from_crawler(crawler, "test")
    crawler.engine = SimpleNamespace(scheduler=Told())
    return BackoffMiddleware.from_crawler(crawler), crawler.engine.scheduler


def busy(status=429, **headers):
    return Response(URL, status=status, headers={name.replace("_", "-"): value for name, value in headers.items()})


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("120", 120.0), ("0", 0.0), ("soon", None), ("", None), ("-5", None), ("9" * 30, 999_999_999.0)],
)
def test_retry_after_in_seconds(written, seconds):
    assert retry_after(busy(Retry_After=written)) == seconds


def test_retry_after_as_a_date():
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=100), usegmt=True)
    assert 95 < retry_after(busy(Retry_After=later)) < 101
    assert retry_after(busy(Retry_After="Tue, 06 May 2014 09:30:00 GMT")) == 0


def test_the_request_comes_back_after_the_pause_that_was_asked_for(backoff):
    middleware, told = backoff
    again = middleware.process_response(Request(URL), busy(503, Retry_After="42"))
    assert isinstance(again, Request)
    assert (told.rests, again.meta["retry_times"]) == ([42.0], 1)


def test_without_a_word_the_pause_doubles(backoff):
    middleware, told = backoff
    for _ in range(3):
        middleware.process_response(Request(URL), busy())
    assert told.rests == [5.0, 10.0, 20.0]


def test_an_answer_ends_the_count(backoff):
    middleware, told = backoff
    for answer in (busy(), busy(200), busy()):
        middleware.process_response(Request(URL), answer)
    assert told.rests == [5.0, 5.0]


@pytest.mark.parametrize("wanted", ["301", "604800"])
def test_who_asks_for_too_long_is_given_up(backoff, wanted):
    middleware, told = backoff
    answer = busy(Retry_After=wanted)
    assert middleware.process_response(Request(URL), answer) is answer
    assert told.given_up == [f"It was not fetched: its host asks for a pause of {wanted} seconds (status 429)."]
    with pytest.raises(Refused, match="asks for a pause"):
        middleware.process_request(Request("http://gazette.example/b"))
    assert middleware.process_request(Request("http://herald.example/b")) is None


def test_who_goes_on_failing_is_given_up(backoff):
    middleware, told = backoff
    answers = [middleware.process_exception(Request(URL), DownloadTimeoutError()) for _ in range(4)]
    assert [isinstance(answer, Request) for answer in answers] == [True, True, True, False]
    assert told.given_up == ["It was not fetched: its host keeps refusing or failing (no answer in time)."]


def test_a_request_is_tried_so_often_and_not_more(backoff):
    middleware, _ = backoff
    tried = Request(URL, meta={"retry_times": 2})
    answer = busy(500)
    assert middleware.process_response(tried, answer) is answer


def test_our_own_questions_are_not_asked_again(backoff):
    middleware, told = backoff
    question = Request("http://gazette.example/robots.txt", meta={OWN: "robots"})
    answer = busy(503, Retry_After="42")
    assert middleware.process_response(question, answer) is answer
    assert middleware.process_exception(question, DownloadTimeoutError()) is None
    assert told.rests == []
