"""Thiết đặt – Hiển thị: text size, density, light or dark; put in force at once."""

from PySide6.QtWidgets import QWidget

from ui.bridge import Bridge
from ui.preferences import Density, Scheme, TextSize
from ui.widgets.cards import Card
from ui.widgets.fields import Combo
from ui.widgets.settings_form import SettingsForm
from ui.widgets.text import Text

SIZES = {
    TextSize.SMALL: "Nhỏ",
    TextSize.MEDIUM: "Vừa",
    TextSize.LARGE: "Lớn",
    TextSize.LARGER: "Rất lớn",
    TextSize.LARGEST: "Cực lớn",
}
DENSITIES = {
    Density.COMPACT: "Gọn – mỗi nhiệm vụ một dòng",
    Density.MEDIUM: "Vừa – hai dòng",
    Density.AIRY: "Thoáng – đến bốn dòng",
}
SCHEMES = {Scheme.SYSTEM: "Theo Windows", Scheme.LIGHT: "Sáng", Scheme.DARK: "Tối"}


class DisplayCard(Card):
    """How the window looks."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("Hiển thị", parent)
        self._bridge = bridge
        self.text_size = Combo("Cỡ chữ")
        self.density = Combo("Mật độ dòng")
        self.scheme = Combo("Giao diện sáng, tối")
        for combo, choices in ((self.text_size, SIZES), (self.density, DENSITIES), (self.scheme, SCHEMES)):
            for value, words in choices.items():
                combo.addItem(words, value)
        form = SettingsForm()
        form.add_row("Cỡ chữ", self.text_size)
        form.add_row("Mật độ dòng", self.density)
        form.add_row("Giao diện", self.scheme)
        self.body.addWidget(form)
        self.body.addWidget(
            Text("Phím tắt: Ctrl+= phóng to, Ctrl+- thu nhỏ, Ctrl+0 cỡ vừa.", kind="muted", wrap=True)
        )
        self.text_size.activated.connect(lambda _row: self._put("text_size", self.text_size))
        self.density.activated.connect(lambda _row: self._put("density", self.density))
        self.scheme.activated.connect(lambda _row: self._put("scheme", self.scheme))

    def show_stored(self) -> None:
        """Show what is chosen."""
        preferences = self._bridge.preferences
        self.text_size.setCurrentIndex(self.text_size.findData(preferences.text_size))
        self.density.setCurrentIndex(self.density.findData(preferences.density))
        self.scheme.setCurrentIndex(self.scheme.findData(preferences.scheme))

    def _put(self, key: str, combo: Combo) -> None:
        self._bridge.preferences.put(f"display/{key}", str(combo.currentData()))
        self._bridge.restyle_wanted.emit()
