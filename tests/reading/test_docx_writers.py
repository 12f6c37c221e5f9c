"""Documents as another program writes them: opened and saved again by LibreOffice."""

import shutil
import subprocess
from pathlib import Path

import pytest

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.reading.child import read_bytes
from cchc_desktop.reading.drafting import draft_from
from tests.reading.documents import tien_giang_word
from tests.reading.layouts import LAYOUTS
from tests.reading.pdfs import changed
from tests.reading.test_tien_giang import ROWS, as_rows

CASES = ("automatic numbers", "groups in a column", "two-line heading", "merged down", "among other tables")
OFFICE = shutil.which("soffice")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_what_another_program_saved_reads_the_same(tmp_path: Path, directory: Directory) -> None:
    assert OFFICE is not None
    files = {case: LAYOUTS[case][1]() for case in CASES} | {"tien giang": tien_giang_word(ROWS)}
    for name, data in files.items():
        wide = changed(
            data, "<w:gridCol/>", '<w:gridCol w:w="1990"/>'
        )  # without widths merged cells move when saved
        (tmp_path / f"{name}.docx").write_bytes(wide)
    profile = (tmp_path / "profile").as_uri()
    command = [
        OFFICE,
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
    ]
    sources = [str(tmp_path / f"{name}.docx") for name in files]
    subprocess.run(
        [*command, "--outdir", str(tmp_path / "saved"), *sources],
        check=True,
        capture_output=True,
        timeout=120,
    )
    drafts = {
        name: draft_from(read_bytes("kh.docx", (tmp_path / "saved" / f"{name}.docx").read_bytes()), directory)
        for name in files
    }
    assert as_rows(drafts["tien giang"]) == ROWS
    for case in CASES:
        rows = [
            f"{task.section}|{task.number}|{task.content}|{task.lead}|{task.coordinating}|{task.deadline}"
            for task in drafts[case].tasks
        ]
        assert rows == LAYOUTS[case][2], case
