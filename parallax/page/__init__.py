"""The parts of the report: each module turns tables into plain rows, the templates set them."""
