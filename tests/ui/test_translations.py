"""Qt's own words are Vietnamese, and the compiled file is the compiled source."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from cchc_desktop.paths import resources

SOURCE = resources() / "translations" / "qtbase_vi.ts"


def messages() -> list[tuple[str, str, str]]:
    return [
        (
            context.findtext("name") or "",
            message.findtext("source") or "",
            message.findtext("translation") or "",
        )
        for context in ET.parse(SOURCE).getroot().iter("context")  # noqa: S314 - our own file
        for message in context.iter("message")
    ]


def test_standard_buttons_are_vietnamese(qtbot: QtBot) -> None:
    wanted = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(wanted.Ok | wanted.Cancel | wanted.Save | wanted.Retry | wanted.Close)
    qtbot.addWidget(box)
    said = {button.text().replace("&", "") for button in box.buttons()}
    assert said == {"Đồng ý", "Hủy bỏ", "Lưu", "Thử lại", "Đóng"}


def test_the_edit_menu_is_vietnamese(qtbot: QtBot) -> None:
    field = QLineEdit("Sở Nội vụ")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    said = [
        re.sub(r"[&\t].*?(?=\w|$)|\t.*", "", action.text().split("\t")[0])
        for action in menu.actions()
        if action.text()
    ]
    assert "Chọn tất cả" in said
    assert any("Dán" in each for each in said)
    menu.deleteLater()


@pytest.mark.parametrize(("context", "source", "translation"), messages())
def test_every_translation_is_in_force_and_complete(
    qapp: QApplication,  # noqa: ARG001 - the translator hangs on it
    context: str,
    source: str,
    translation: str,
) -> None:
    assert QCoreApplication.translate(context, source) == translation
    assert translation.strip()
    assert sorted(re.findall(r"%\d", source)) == sorted(re.findall(r"%\d", translation))


def test_the_locale_is_vietnamese(qapp: QApplication) -> None:  # noqa: ARG001 - sets the locale
    assert QLocale().language() is QLocale.Language.Vietnamese
    assert QLocale().firstDayOfWeek().name == "Monday"


def test_the_compiled_file_is_up_to_date(tmp_path: Path) -> None:
    compiler = Path(sys.executable).parent / "pyside6-lrelease"
    if not compiler.exists():
        pytest.skip("the compiler of translations is not installed")
    made = tmp_path / "qtbase_vi.qm"
    subprocess.run([compiler, SOURCE, "-qm", made], check=True, capture_output=True)
    assert made.read_bytes() == SOURCE.with_suffix(".qm").read_bytes()
