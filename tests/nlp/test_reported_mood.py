"""Sentences that only the mood of their verb shows to be reported, whatever the language."""

import pytest

from nlp.layers import Claim, Cue, Place, Source
from nlp.reported_mood import MoodForms, reported
from nlp.sections.attributions import ReportedMood
from nlp.within import Within

SAID = "Mira said it was late. "
SPEAKER = Source(0, 4, "mira", "name")
CLAIM = Claim(SPEAKER, Cue(5, 9, "neutral"), (Place(10, 21),), "indirect", "report", "bare")


def found(more: str, *moods: ReportedMood) -> list[tuple[str, str | None]]:
    text = SAID + more
    sentences = [Place(0, len(SAID) - 1)]
    at = len(SAID)
    for sentence in more.split(". "):
        sentences.append(Place(at, min(len(text), at + len(sentence) + 1)))
        at += len(sentence) + 2
    claims = reported([CLAIM], sentences, Within([]), text, [MoodForms(m) for m in moods])
    return [(text[c.content[0].start : c.content[0].end], c.source.actor if c.source else None) for c in claims]


SPEAKS_ON = ReportedMood(stems=["gala"], endings=["rit"], not_after=["ulo"], excluded=["if"])
LATER = ReportedMood(after_speech=True, forms=["foret"])


@pytest.mark.parametrize(
    ("more", "mood", "expected"),
    [
        ("The boat galarit.", SPEAKS_ON, [("The boat galarit", "mira")]),
        ("The boat ulo galarit.", SPEAKS_ON, []),
        ("The boat galarit if it rains.", SPEAKS_ON, []),
        ("The Galarit sank.", SPEAKS_ON, []),
        ("The boat foret lost.", LATER, [("The boat foret lost", "mira")]),
        ("It rained. The boat foret lost.", LATER, []),
        ("It rained. It rained, and the boat galarit.", SPEAKS_ON, []),
        ("It rained. The boat galarit.", SPEAKS_ON, [("The boat galarit", "mira")]),
        ("It rained. It rained. It rained. It rained. The boat galarit.", SPEAKS_ON, [("The boat galarit", None)]),
    ],
)
def test_in_a_reported_mood_the_last_speaker_speaks_on(
    more: str, mood: ReportedMood, expected: list[tuple[str, str]]
) -> None:
    assert found(more, mood) == expected
