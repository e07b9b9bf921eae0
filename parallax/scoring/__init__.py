"""Scoring a reading against gold: one layer per file, each a function from gold and reading to a tally of ratios."""
