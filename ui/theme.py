"""Colours, type and spacing in force: tokens become palette, style sheet and fonts of the whole program.

Fusion is given a palette made of the tokens and a style sheet for frames, headers, fields, boxes and buttons. Menus stay
with the palette; in high contrast so do the boxes, whose pictures know only light and dark.
"""

from dataclasses import dataclass, replace
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from cchc_desktop.domain.tasks import Status
from cchc_desktop.paths import resources
from ui.preferences import Density, Preferences, Scheme, TextSize
from ui.style_controls import CONTROLS
from ui.style_sheet import BUTTONS, FIELDS, FRAMES
from ui.tokens import DARK, LIGHT, STATUS_DARK, STATUS_LIGHT

FAMILIES = ["Segoe UI", "Noto Sans", "DejaVu Sans"]
POINTS = {
    TextSize.SMALL: 9.0,
    TextSize.MEDIUM: 10.0,
    TextSize.LARGE: 11.5,
    TextSize.LARGER: 13.0,
    TextSize.LARGEST: 15.0,
}
LINES = {Density.COMPACT: 1, Density.MEDIUM: 2, Density.AIRY: 4}

GRID = 4
GAP = 12
PAGE_MARGIN = (24, 18, 24, 12)
CARD_PADDING = 14
RADIUS = 8
RADIUS_SMALL = 6
TITLE_SCALE = 1.8
FIGURE_SCALE = 2.0
LINE_SPACING = 1.2
"""Stacked Vietnamese marks ("Ẫ", "Ổ") overshoot the ascent of some fonts: lines need this much of the font size at least."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What is in force: delegates and painted widgets ask ``theme.current()`` at paint time."""

    dark: bool = False
    points: float = 10.0
    density: Density = Density.MEDIUM
    plain: bool = False
    """High contrast: only colours of the system's own palette."""
    tokens: tuple[tuple[str, str], ...] = tuple(LIGHT.items())

    def value(self, token: str) -> str:
        """Return a token's colour as ``#RRGGBB``."""
        return dict(self.tokens)[token]


class _InForce:
    """Holds the theme in force: one for the process, as Qt's palette is."""

    theme = Theme()
    colours: dict[str, QColor]


_InForce.colours = {name: QColor(value) for name, value in LIGHT.items()}


def current() -> Theme:
    """Return the theme in force."""
    return _InForce.theme


def colour(token: str) -> QColor:
    """Return a token's colour in the theme in force."""
    return _InForce.colours[token]


def status_colours(status: Status) -> tuple[QColor, QColor | None]:
    """Return text and ground of a status chip; no ground means an outlined chip."""
    if current().plain:
        return colour("text"), None
    text, ground = (STATUS_DARK if current().dark else STATUS_LIGHT)[status]
    return QColor(text), QColor(ground) if ground else None


def apply(app: QApplication, preferences: Preferences) -> Theme:
    """Put the chosen colours, text size and density in force for the whole program."""
    theme = choose(app, preferences)
    sheet = _style_sheet()  # measures with the font that is now in force
    if app.styleSheet() != sheet:  # every widget is measured anew: only when something has changed
        app.setStyleSheet(sheet)
    return theme


def choose(app: QApplication, preferences: Preferences) -> Theme:
    """Put colours and fonts in force without the style sheet.

    A window is built faster so: under a sheet each widget is styled again whenever it is given a parent.
    """
    if app.style().objectName().lower() != "fusion":
        app.setStyle("Fusion")
    hints = QGuiApplication.styleHints()
    dark = preferences.scheme is Scheme.DARK or (
        preferences.scheme is Scheme.SYSTEM and hints.colorScheme() is Qt.ColorScheme.Dark
    )
    plain = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
    theme = Theme(
        dark,
        POINTS[preferences.text_size],
        preferences.density,
        plain,
        tuple((DARK if dark else LIGHT).items()),
    )
    if plain:
        theme = replace(theme, tokens=tuple(_system_tokens(app.style().standardPalette()).items()))
    _InForce.theme = theme
    _InForce.colours = {name: QColor(value) for name, value in theme.tokens}
    font, palette = base_font(theme.points), app.style().standardPalette() if plain else _palette()
    if app.font() != font:
        app.setFont(font)
    if app.palette() != palette:
        app.setPalette(palette)
    return theme


def base_font(points: float) -> QFont:
    """Return the interface font at a size in points."""
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPointSizeF(points)
    return font


def scaled_font(scale: float, *, bold: bool = False) -> QFont:
    """Return the interface font, scaled from the base size (page title 1.8, card figure 2)."""
    font = base_font(current().points * scale)
    if bold:
        font.setWeight(QFont.Weight.DemiBold if scale < TITLE_SCALE else QFont.Weight.Bold)
    return font


def line_height(font: QFont | None = None) -> int:
    """Return the pixels one line of text needs, stacked marks included."""
    metrics = QFontMetrics(font if font is not None else QApplication.font())
    return max(metrics.lineSpacing(), round(metrics.height() * LINE_SPACING / 1.25))


def control_height() -> int:
    """Return the least height of something to click: 32 px, 28 at "Nhỏ", more when the text is larger."""
    least = 28 if current().points < POINTS[TextSize.MEDIUM] else 32
    return max(least, line_height() + 3 * GRID)


def row_height(density: Density | None = None) -> int:
    """Return the height of a task row: 34 px for one line, 52 for two lines at the base size."""
    lines = LINES[density or current().density]
    return max(control_height() + 2, lines * line_height() + 4 * GRID)


def spaced(layout: QLayout, *, margin: int | tuple[int, int, int, int] = 0, gap: int = GAP) -> QLayout:
    """Give a layout margins and spacing from the 4-px grid."""
    sides = (margin, margin, margin, margin) if isinstance(margin, int) else margin
    layout.setContentsMargins(*sides)
    layout.setSpacing(gap)
    return layout


def mark(widget: QWidget, kind: str) -> None:
    """Give a widget the look of a kind named in the style sheet (card, primary, plain, muted, title, …)."""
    widget.setProperty("kind", kind)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _system_tokens(palette: QPalette) -> dict[str, str]:
    def role(which: QPalette.ColorRole) -> str:
        return palette.color(which).name()

    window, base = role(QPalette.ColorRole.Window), role(QPalette.ColorRole.Base)
    text, accent = role(QPalette.ColorRole.WindowText), role(QPalette.ColorRole.Highlight)
    tokens = dict.fromkeys(LIGHT, text)
    tokens.update(bg=window, nav=window, surface=base, band=window, hover=window, banner_bg=base)
    tokens.update(accent=accent, accent_strong=accent, on_accent=role(QPalette.ColorRole.HighlightedText))
    tokens.update(selection=window, hit=window)
    return tokens


def _palette() -> QPalette:
    role = QPalette.ColorRole
    tokens = {
        role.Window: "bg",
        role.WindowText: "text",
        role.Base: "surface",
        role.AlternateBase: "bg",
        role.Text: "text",
        role.Button: "surface",
        role.ButtonText: "text",
        role.ToolTipBase: "surface",
        role.ToolTipText: "text",
        role.PlaceholderText: "muted",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.BrightText: "danger",
        role.Accent: "accent",
        role.Mid: "line",
        role.Midlight: "line",
        role.Light: "surface",
        role.Dark: "input_line",
    }
    palette = QPalette()
    for which, token in tokens.items():
        palette.setColor(which, colour(token))
    muted = QColor(colour("muted"))
    muted.setAlpha(150)
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, muted)
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, colour("line"))
    return palette


def _style_sheet() -> str:
    """Build the style sheet; every rule is scoped by widget class and kind so that none leaks into another."""
    tall = control_height() - 2
    mark_side = 2 * round(0.4 * line_height() + 1)
    sizes = {
        "tall": tall,
        "tall_in": tall - 2,
        "field": tall - 2 * GRID,
        "radius": RADIUS,
        "small": RADIUS_SMALL,
    }
    sizes |= {"mark": mark_side, "mark_in": mark_side - 2, "half": mark_side // 2 + 1}
    places = {
        "controls": (resources() / "icons" / "controls").as_posix(),
        "scheme": "dark" if current().dark else "light",
    }
    values = {**dict(current().tokens), **places, **{name: str(size) for name, size in sizes.items()}}
    return Template(FRAMES + BUTTONS + FIELDS + ("" if current().plain else CONTROLS)).substitute(values)
