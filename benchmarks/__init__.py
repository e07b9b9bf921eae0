"""Measurements: accuracy on outside sticks, speed against named peers. Not part of the distribution."""
