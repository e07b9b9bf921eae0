"""Fixtures that every folder of tests uses."""
