"""How a request can end: the words of the frontier's `outcome` column, and the sentences that say why."""

from collections.abc import Mapping

from scrapy.exceptions import IgnoreRequest

OUTCOMES: Mapping[str, str] = {
    "page": "The answer to a page's address is in the archive; extraction reads it there.",
    "unchanged": "The page is as an earlier crawl left it: the server said so (304) or sent the same content.",
    "source": "A feed or sitemap that was read; what it announces is queued or passed over.",
    "redirected": "It leads to another address, which has a row of its own.",
    "double": "It leads to an address that was known already.",
    "unusable": "A feed or sitemap that is none.",
    "forbidden": "The publisher does not want it: robots.txt, or a reservation of text and data mining.",
    "refused": "The crawler does not go there: an internal address, a loop, a stranger in a demo.",
    "too large": "The answer is larger than the limit, as it came or unpacked.",
    "failed": "No answer came, or a broken one.",
    "given up": "Its host kept refusing or failing, so the rest of its addresses was not asked for.",
}
"""Every outcome and what it means."""

KEPT = ("page", "unchanged", "source", "redirected")
"""Outcomes that need no excuse; every other one becomes a row of the rejects."""

TOO_LARGE = "the answer is larger than the limit"
FAILURES: Mapping[str, str] = {
    "CannotResolveHostError": "no public host has this name",
    "DownloadTimeoutError": "no answer in time",
    "DownloadConnectionRefusedError": "the host refused the connection",
    "DownloadCancelledError": TOO_LARGE,
    "ResponseDataLossError": "the answer broke off",
    "TunnelError": "no connection through the proxy",
    "DownloadFailedError": "the connection broke",
    "SSLError": "no safe connection",
    "ValueError": "it leads to something that is no address",
}
"""What Scrapy's exceptions mean, without ports, times or anything else that changes from run to run."""


class Refused(IgnoreRequest):
    """A request that is not made, or an answer that is not used: its outcome and the reason as a sentence."""

    def __init__(self, outcome: str, reason: str):
        super().__init__(reason)
        self.outcome = outcome
        self.reason = reason


def outcome_of(why: BaseException) -> tuple[str, str]:
    """Outcome and reason of an address that could not be fetched."""
    if isinstance(why, Refused):
        return why.outcome, why.reason
    if isinstance(why, IgnoreRequest):
        return _ignored(str(why))
    told = FAILURES.get(type(why).__name__, type(why).__name__)
    return "too large" if told == TOO_LARGE else "failed", f"It could not be fetched: {told}."


def _ignored(said: str) -> tuple[str, str]:
    """What Scrapy's own middlewares mean when they ignore a request."""
    if "DOWNLOAD_MAXSIZE" in said:
        return "too large", f"It could not be used: {TOO_LARGE} when it is unpacked."
    if "redirections" in said:
        return "refused", "It was not fetched: it was redirected too often."
    return "refused", f"It was not fetched: {said}."
