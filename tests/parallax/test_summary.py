from corpus.store import Corpus
from parallax.summary import summary_lines


def test_the_summary_counts_what_the_tables_hold(sample: Corpus) -> None:
    assert summary_lines(sample) == [
        "7 articles of 7 outlets (en 3, ru 2, hu 1, zh-Hans 1)",
        "44 figures and 17 claims; 13 facts, 9 of them in several outlets",
        "comparators drift in 4 of 8 that several outlets give as numbers",
        "firms: heard by 3 of 5 outlets",
        "port: heard by 5 of 5 outlets",
        "1 pairs of articles share text, 1 with credit",
        "3 set aside (annotate 1, extract 1, fetch 1)",
    ]
