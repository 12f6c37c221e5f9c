"""The imported files themselves: kept byte for byte under their hash, verified when opened, never handed out to be changed."""

import hashlib
import re
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from cchc_desktop.errors import FileProblem, StorageProblem
from cchc_desktop.storage.durable import ensure_folder, ensure_space, replace_durably
from cchc_desktop.storage.problems import translated

_HELD = 64 * 1024 * 1024
"""Bytes of a file that are held from reading to storing; of a larger one only the place is remembered."""
_SUFFIXES = frozenset(
    {".docx", ".docm", ".doc", ".odt", ".rtf", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv"}
    | {".pdf", ".txt", ".html", ".htm", ".mht", ".mhtml"}
)
"""Endings that are given back as they were; whatever else is opened as a file of its kind, never as a program."""
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_LONGEST_STEM = 100
_OPENED = "opened"
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The file a plan or an amendment was read from, as the data file remembers it."""

    name: str
    """File name without folder."""
    kind: str
    """docx, xlsx, txt, ..."""
    sha256: str

    @property
    def suffix(self) -> str:
        """Ending under which the file may be opened.

        >>> SourceFile("Kế hoạch.DOCX", "docx", "").suffix, SourceFile("kehoach.bat", "txt", "").suffix
        ('.docx', '.txt')
        """
        written = Path(self.name).suffix.lower()
        return written if written in _SUFFIXES else f".{self.kind or 'txt'}"

    @property
    def file_name(self) -> str:
        """Name for a copy, as the file was called; without what some systems do not take in names.

        >>> SourceFile("Nội dung dán", "txt", "").file_name, SourceFile('a/b: "c".pdf', "pdf", "").file_name
        ('Nội dung dán.txt', 'a_b_ _c_.pdf')
        """
        written = Path(self.name).suffix
        stem = self.name[: len(self.name) - len(written)] if written.lower() == self.suffix else self.name
        stem = _NOT_IN_NAMES.sub("_", stem)[:_LONGEST_STEM].strip(" .") or "tep-goc"
        return f"{'_' if _DEVICES.fullmatch(stem) else ''}{stem}{self.suffix}"


@dataclass
class SourceFiles:
    """The folder of the originals of one office."""

    folder: Path
    read_only: bool = False
    _places: dict[str, Path] = field(default_factory=dict)
    _held: tuple[str, bytes] = ("", b"")

    def note(self, path: Path, sha256: str) -> None:
        """Remember a file that has just been read: a pasted one is gone before the plan is stored."""
        if self.read_only or not sha256:
            return
        self._places[sha256] = path.absolute()
        data = b""
        with suppress(OSError):
            if path.stat().st_size <= _HELD:
                data = path.read_bytes()
        if _digest(data) == sha256:
            self._held = (sha256, data)

    def keep(self, file: SourceFile) -> bool:
        """Keep a file that was read before under its hash; False when its bytes are not to be had any more.

        Raises StorageProblem when it cannot be written.
        """
        if not file.sha256:
            return False
        if self._is_intact(file):
            return True
        data = self._bytes_of(file.sha256)
        if data is None:
            return False
        self._write(data, self._place(file))
        return True

    def take_back(self, file: SourceFile, path: Path) -> None:
        """Keep a file again whose copy is missing. Raises FileProblem when ``path`` holds another one, StorageProblem."""
        try:
            data = path.read_bytes()
        except OSError as error:
            raise FileProblem(
                f"Không đọc được tệp “{path.name}”. Hãy kiểm tra tệp còn ở đó và được phép đọc."
            ) from error
        if _digest(data) != file.sha256:
            raise FileProblem(
                f"“{path.name}” không phải đúng tệp đã nhập (“{file.name}”), hoặc đã được sửa sau khi nhập. "
                "Hãy chọn tệp khác; nếu văn bản có bản mới, hãy dùng Nhập lại."
            )
        self._write(data, self._place(file))

    def is_kept(self, file: SourceFile) -> bool:
        """Tell whether there is a copy; whether it is intact is checked when it is opened."""
        found = False
        with suppress(OSError):
            found = bool(file.sha256) and self._place(file).is_file()
        return found

    def copy_to_open(self, file: SourceFile) -> Path:
        """Return a copy under the file's own name for the system's programs: what they save leaves the original alone.

        Raises FileProblem when the original is missing or damaged.
        """
        data = self._verified(file)
        folder = self._folder_for_opening(file)
        target = folder / file.file_name
        try:
            if not target.is_file() or target.read_bytes() != data:
                target.write_bytes(data)
        except OSError:  # an older copy is open and locked: the same file beside it
            target = Path(tempfile.mkdtemp(prefix="cchc-")) / file.file_name
            with translated(target):
                target.write_bytes(data)
        return target

    def forget_opened(self) -> None:
        """Remove the copies made for opening earlier; one that is still open somewhere stays until the next time."""
        if not self.read_only:
            shutil.rmtree(self.folder / _OPENED, ignore_errors=True)

    def save_copy(self, file: SourceFile, target: Path) -> Path:
        """Write a copy where told. Raises FileProblem when the original is missing, StorageProblem."""
        data = self._verified(file)
        with translated(target):
            is_itself = target.exists() and target.samefile(self._place(file))
            if not is_itself:
                target.write_bytes(data)
        return target

    def _place(self, file: SourceFile) -> Path:
        return self.folder / f"{file.sha256}{file.suffix}"

    def _verified(self, file: SourceFile) -> bytes:
        if not self.is_kept(file):
            raise FileProblem(
                f"Chưa có bản lưu của tệp gốc “{file.name}”: tệp được nhập trước khi phần mềm giữ tệp gốc, "
                "hoặc thư mục tệp gốc không được chép theo dữ liệu. Hãy chọn lại tệp này để giữ."
            )
        place = self._place(file)
        with translated(place):
            data = place.read_bytes()
        if _digest(data) != file.sha256:
            raise FileProblem(
                f"Bản lưu của tệp gốc “{file.name}” đã bị thay đổi hoặc hỏng so với lúc nhập nên không được mở. "
                "Hãy chọn lại đúng tệp đã nhập để thay bản hỏng."
            )
        return data

    def _is_intact(self, file: SourceFile) -> bool:
        with suppress(OSError):
            return _digest(self._place(file).read_bytes()) == file.sha256
        return False

    def _bytes_of(self, sha256: str) -> bytes | None:
        if self._held[0] == sha256:
            return self._held[1]
        place = self._places.get(sha256)
        with suppress(OSError):
            data = place.read_bytes() if place is not None else b""
            return data if _digest(data) == sha256 else None
        return None

    def _write(self, data: bytes, target: Path) -> None:
        if self.read_only:
            raise StorageProblem(
                "Dữ liệu đang mở ở chế độ chỉ đọc nên chưa giữ được tệp gốc. Hãy đóng phần mềm ở máy đang sửa rồi mở lại."
            )
        ensure_folder(target.parent)
        ensure_space(target.parent, len(data))
        part = target.with_name(target.name + ".part")
        with translated(target):
            try:
                part.write_bytes(data)
                replace_durably(part, target)
            finally:
                with suppress(OSError):
                    part.unlink(missing_ok=True)

    def _folder_for_opening(self, file: SourceFile) -> Path:
        """Return a folder of this file's own inside the data folder, or a temporary one where nothing may be written."""
        folder = self.folder / _OPENED / file.sha256[:16]
        if not self.read_only:
            with suppress(StorageProblem):
                ensure_folder(folder)
                return folder
        return Path(tempfile.mkdtemp(prefix="cchc-"))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
