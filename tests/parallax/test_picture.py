"""The report as a reader sees it: a picture by headless Chromium, on a machine that may have no Chinese font."""

import os
import shutil
import subprocess

import matplotlib.image
import numpy as np
import pytest

from parallax.faces import web_face

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="module")
def picture(tmp_path_factory):
    """A function from a page and a size to its picture as an array (rows, columns, RGB in 0..1)."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        reason = "Chromium is not installed, so no picture can be taken"
        pytest.fail(reason) if os.environ.get("PARALLAX_NEEDS_CHROMIUM") else pytest.skip(reason)

    def take(page, width, height):
        folder = tmp_path_factory.mktemp("picture")
        out = folder / "page.png"
        size = (f"--user-data-dir={folder}", f"--window-size={width},{height}", f"--screenshot={out}")
        subprocess.run([chromium, *FLAGS, *size, page.as_uri()], capture_output=True, check=True, timeout=120)
        return matplotlib.image.imread(out)[:, :, :3]

    return take


@pytest.mark.slow
def test_the_report_fills_its_page_without_running_out_of_it(picture, demo_run):
    seen = picture(demo_run[1] / "report" / "index.html", 1240, 3000)
    assert seen.shape[:2] == (3000, 1240)
    ink = (seen.min(axis=2) < 0.5).mean(axis=1)
    assert 0.01 < ink.mean() < 0.3
    assert (ink > 0).mean() > 0.2, "text all the way down"
    assert (seen[:, -20:].min(axis=2) > 0.5).all(), "nothing is cut off at the right edge"


@pytest.mark.slow
def test_han_characters_are_drawn_and_not_boxed(picture, tmp_path):
    texts = "测模"
    face = web_face(texts)
    style = f"@font-face{{font-family:X;src:url(data:font/woff2;base64,{face})}}div{{font:100px X;height:150px}}"
    body = "".join(f"<div>{character}</div>" for character in texts)
    page = tmp_path / "page.html"
    page.write_text(f"<meta charset=utf-8><style>body{{margin:0}}{style}</style>{body}", encoding="utf-8")
    seen = picture(page, 200, 300)
    first, second = seen[:150], seen[150:300]
    assert (first < 0.5).any()
    assert (second < 0.5).any()
    assert np.abs(first - second).mean() > 0.01, "two characters look different; two boxes do not"
