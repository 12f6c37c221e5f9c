"""The process that reads a foreign file: its own memory limit, its findings or its refusal in a JSON file.

Started by ``pipeline.open_source``: a file that makes a parser run wild takes this process down, not the window.
"""

import hashlib
import json
import sys
import traceback
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from cchc_desktop.errors import FileProblem
from cchc_desktop.reading import pages_read, refusals
from cchc_desktop.reading.kinds import reader_of
from cchc_desktop.reading.letters.right_letters import with_right_letters
from cchc_desktop.reading.source import Source
from cchc_desktop.reading.source_json import source_as_json


def main(argv: Sequence[str]) -> int:
    """Read ``argv[0]`` and write the result to ``argv[1]``; ``argv[2]`` limits the memory in bytes (0: no limit).

    Returns 0 when the result was written, also when it is a refusal.
    """
    path, output = Path(argv[0]), Path(argv[1])
    _limit_memory(int(argv[2]) if len(argv) > 2 else 0)
    pages_read.tell_in(output.parent)
    output.write_text(json.dumps(_result(path), ensure_ascii=False), encoding="utf-8")
    return 0


def read_bytes(name: str, data: bytes) -> Source:
    """Read the bytes of a file in this process.

    Raises FileProblem for everything that cannot be read.
    """
    source = with_right_letters(reader_of(name, data)(name, data))
    return replace(source, sha256=hashlib.sha256(data).hexdigest())


def _result(path: Path) -> dict[str, Any]:
    try:
        return {"source": source_as_json(read_bytes(path.name, path.read_bytes()))}
    except FileProblem as problem:
        return {"problem": problem.message}
    except MemoryError:
        return {"problem": refusals.too_much_memory(path.name).message}
    except PermissionError:
        return {"problem": refusals.open_elsewhere(path.name).message}
    except OSError:
        return {"problem": refusals.unreadable(path.name).message}
    except Exception:  # noqa: BLE001 - whatever a foreign file provokes is a refusal; the details go to the log
        return {"problem": refusals.damaged(path.name).message, "details": traceback.format_exc()}


def _limit_memory(size: int) -> None:
    """Limit the address space of this process; Windows has no such limit and relies on the checks before parsing."""
    if size <= 0 or sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (size, size))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
