"""What a start loads: heavy libraries come after the first frame, the readers of plans when a plan is read."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
_LOADED = "import sys, json; print(json.dumps(sorted(sys.modules)))"


def test_the_first_frame_needs_no_heavy_library(tmp_path: Path) -> None:
    loaded = _loaded(
        "from pathlib import Path\n"
        "from ui.app import application\n"
        "import ui.main_window\n"
        "from ui.first_look import first_look\n"
        f"first_look(Path({str(tmp_path)!r}))\n"
    )
    heavy = {"sqlalchemy", "alembic", "openpyxl", "apscheduler", "plyer", "asyncio", "PySide6.QtPrintSupport"}
    assert not heavy & loaded
    assert not {name for name in loaded if name.startswith(("cchc_desktop.reading", "cchc_desktop.writing"))}
    assert "ui.pages.task_panel" not in loaded, "the panel is made when it is opened"
    assert not {name for name in loaded if name.startswith("ui.dialogs.")}


def test_opening_the_data_loads_no_reader(tmp_path: Path) -> None:
    loaded = _loaded(
        "from pathlib import Path\n"
        "from cchc_desktop.bootstrap import open_app\n"
        "from cchc_desktop.clock import SystemClock\n"
        f"open_app(Path({str(tmp_path)!r}), SystemClock()).close()\n"
    )
    assert "cchc_desktop.reading.pipeline" not in loaded
    assert "cchc_desktop.domain.agency_cells" not in loaded
    assert "openpyxl" not in loaded


def _loaded(script: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", script + _LOADED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stdout))
