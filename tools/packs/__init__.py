"""Writes the generated layer of the language packs from public tables; nothing here is needed to read a text."""
