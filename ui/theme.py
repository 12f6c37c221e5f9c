"""Colours, type and spacing of the window as tokens, light and dark; the only place that names a colour.

Fusion is given a palette made of the tokens and a short style sheet for frames, headers, line edits and buttons.
Combo boxes, menus and scroll bars stay with the palette: a partial style sheet breaks them.
"""

from dataclasses import dataclass, replace
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from cchc_desktop.domain.tasks import Status
from ui.preferences import Density, Preferences, Scheme, TextSize

LIGHT = {
    "bg": "#F5F6F8",
    "surface": "#FFFFFF",
    "nav": "#EEF1F5",
    "band": "#EEF1F5",
    "text": "#1D2939",
    "muted": "#475467",
    "accent": "#0F5FA8",
    "accent_strong": "#0B4C88",
    "on_accent": "#FFFFFF",
    "line": "#D9DEE5",
    "input_line": "#667085",
    "selection": "#DCEAF8",
    "hover": "#E6EAF0",
    "hit": "#FDE68A",
    "danger": "#B42318",
    "overdue_bar": "#D92D20",
    "banner_text": "#713F12",
    "banner_bg": "#FEF3C7",
    "banner_line": "#E5C66A",
    "figure_overdue": "#B42318",
    "figure_due_soon": "#854D0E",
    "figure_in_progress": "#1D4ED8",
    "figure_completed": "#166534",
    "figure_continuous": "#5B21B6",
}
DARK = {
    "bg": "#14171B",
    "surface": "#1B1F24",
    "nav": "#171B20",
    "band": "#171B20",
    "text": "#E4E7EC",
    "muted": "#A9B1BD",
    "accent": "#7CB8F2",
    "accent_strong": "#A5D0F8",
    "on_accent": "#0B1117",
    "line": "#323841",
    "input_line": "#8A94A3",
    "selection": "#1F3A56",
    "hover": "#252B33",
    "hit": "#6B4A00",
    "danger": "#FDA29B",
    "overdue_bar": "#F04438",
    "banner_text": "#FDE68A",
    "banner_bg": "#3A2A05",
    "banner_line": "#6B4A00",
    "figure_overdue": "#FDA29B",
    "figure_due_soon": "#FDE68A",
    "figure_in_progress": "#93C5FD",
    "figure_completed": "#86EFAC",
    "figure_continuous": "#C4B5FD",
}

STATUS_LIGHT = {
    Status.OVERDUE: ("#B42318", "#FEE4E2"),
    Status.DUE_TODAY: ("#9A3412", "#FFEDD5"),
    Status.DUE_SOON: ("#854D0E", "#FEF3C7"),
    Status.IN_PROGRESS: ("#1D4ED8", "#DBEAFE"),
    Status.NOT_STARTED: ("#475467", "#F2F4F7"),
    Status.COMPLETED_ON_TIME: ("#166534", "#DCFCE7"),
    Status.COMPLETED_LATE: ("#6B3A00", "#E9F5D8"),
    Status.CONTINUOUS: ("#5B21B6", "#EDE9FE"),
    Status.NO_DEADLINE: ("#475467", ""),
    Status.PAUSED: ("#475467", ""),
    Status.CANCELLED: ("#475467", ""),
}
STATUS_DARK = {
    Status.OVERDUE: ("#FDA29B", "#55160C"),
    Status.DUE_TODAY: ("#FDBA74", "#4A1D08"),
    Status.DUE_SOON: ("#FDE68A", "#422006"),
    Status.IN_PROGRESS: ("#93C5FD", "#172554"),
    Status.NOT_STARTED: ("#D0D5DD", "#344054"),
    Status.COMPLETED_ON_TIME: ("#86EFAC", "#052E16"),
    Status.COMPLETED_LATE: ("#D9F99D", "#2A3B0B"),
    Status.CONTINUOUS: ("#C4B5FD", "#2E1065"),
    Status.NO_DEADLINE: ("#A9B1BD", ""),
    Status.PAUSED: ("#A9B1BD", ""),
    Status.CANCELLED: ("#A9B1BD", ""),
}

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
    sheet = _style_sheet()  # measures with the font that is now in force
    if app.styleSheet() != sheet:  # every widget is measured anew: only when something has changed
        app.setStyleSheet(sheet)
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
    sizes = {"tall": tall, "field": tall - 2 * GRID, "radius": RADIUS, "small": RADIUS_SMALL}
    values = {**dict(current().tokens), **{name: str(size) for name, size in sizes.items()}}
    return Template(_FRAMES + _BUTTONS + _FIELDS).substitute(values)


_FRAMES = """
QFrame[kind="card"] { background: $surface; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[kind="nav"] { background: $nav; border: none; border-right: 1px solid $line; }
QFrame[kind="panel"] { background: $surface; border: none; border-left: 1px solid $line; }
QFrame[kind="bar"] { background: $selection; border: 1px solid $line; border-radius: ${small}px; }
QFrame[kind="banner"] { background: $banner_bg; border: 1px solid $banner_line; border-radius: ${small}px; }
QFrame[kind="strip"] { background: $banner_bg; border: none; border-bottom: 1px solid $banner_line; }
QFrame[kind="banner"] QLabel, QFrame[kind="strip"] QLabel { color: $banner_text; background: transparent; }
QFrame[kind="toast"] { background: $text; border: none; border-radius: ${radius}px; }
QFrame[kind="toast"] QLabel { color: $surface; background: transparent; }
QFrame[kind="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QLabel[kind="muted"] { color: $muted; }
QLabel[kind="danger"] { color: $danger; }
QLabel[kind="link"] { color: $accent; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $muted; border: none; border-bottom: 1px solid $line; padding: 8px 10px; font-weight: 600; text-align: left; }
QTableView, QTreeView, QListView { background: $surface; border: 1px solid $line; border-radius: ${small}px; }
QTableView[kind="flat"], QListView[kind="flat"], QTreeView[kind="flat"] { border: none; background: transparent; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget[kind="clear"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $input_line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QSplitter::handle { background: $line; }
QToolTip { background: $surface; color: $text; border: 1px solid $line; padding: 4px; }
QStatusBar { background: $bg; color: $muted; }
"""

_BUTTONS = """
QPushButton { background: $surface; color: $text; border: 1px solid $line; border-radius: ${small}px; padding: 0px 14px; min-height: ${tall}px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selection; }
QPushButton:focus { border: 2px solid $accent; padding: 0px 13px; min-height: ${tall}px; margin: -1px 0px; }
QPushButton:disabled { color: $input_line; background: $bg; }
QPushButton:checked { background: $selection; border-color: $accent; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_strong; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $line; color: $muted; border-color: $line; }
QPushButton[kind="danger"] { color: $danger; }
QPushButton[kind="plain"] { background: transparent; border: 1px solid transparent; color: $accent; padding: 0px 8px; }
QPushButton[kind="plain"]:hover { background: $hover; }
QPushButton[kind="plain"]:focus { border: 2px solid $accent; padding: 0px 7px; }
QPushButton[kind="toast"] { background: transparent; border: 1px solid transparent; color: $surface; font-weight: 600; text-decoration: underline; padding: 0px 8px; }
QPushButton[kind="toast"]:focus { border: 2px solid $surface; }
QToolButton[kind="plain"] { background: transparent; border: 1px solid transparent; border-radius: ${small}px; padding: 4px; }
QToolButton[kind="plain"]:hover { background: $hover; }
QToolButton[kind="plain"]:focus { border: 2px solid $accent; padding: 3px; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit { background: $surface; color: $text; border: 1px solid $input_line; border-radius: ${small}px; padding: 4px 8px; }
QLineEdit { min-height: ${field}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 3px 7px; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $bg; border-color: $line; }
QLineEdit[kind="wrong"], QPlainTextEdit[kind="wrong"] { border: 2px solid $danger; padding: 3px 7px; }
"""
