"""The notebooks: clean in the repository, and they run from top to bottom on the demo corpus."""

import ast

import nbformat
import pytest

from corpus.places import ROOT

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
ALLOWED = {"os", "matplotlib.pyplot", "pandas", "parallax", "parallax.faces"}


def code_cells(path):
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]


def test_there_are_notebooks():
    assert [path.name[:3] for path in NOTEBOOKS] == ["01-", "02-"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_no_output_is_stored(path):
    assert all(not cell.outputs and cell.execution_count is None for cell in code_cells(path))
    assert "language_info" not in nbformat.read(path, as_version=4).metadata


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_cells_are_short_and_import_only_the_face(path):
    for cell in code_cells(path):
        assert len(cell.source.splitlines()) <= 15
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [node.module] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
                assert set(names) <= ALLOWED


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_it_runs_on_the_demo(path, demo_run, monkeypatch, tmp_path):
    monkeypatch.setenv("PARALLAX_CORPUS", str(demo_run[1]))
    done = run_notebook(path)
    shown = [output for cell in done.cells if cell.cell_type == "code" for output in cell.outputs]
    assert len(shown) >= 4
    assert not [o for o in shown if o.output_type in ("error", "stream")], "no error and no warning"
    assert any("image/png" in o.get("data", {}) for o in shown)


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::RuntimeWarning", "ignore::ResourceWarning")
def run_notebook(path):
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)
    return NotebookClient(
        notebook, timeout=300, record_timing=False, resources={"metadata": {"path": path.parent}}
    ).execute()
