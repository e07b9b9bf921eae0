"""Scripts that make data of the project; nothing here is needed to use it."""
