"""The shape of the figure files of a language pack, a module for each file."""
