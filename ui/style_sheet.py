"""The style sheet's templates: frames, headers, buttons and line edits; every rule is scoped by class and kind."""

FRAMES = """
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

BUTTONS = """
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
QPushButton[kind="chip"], QPushButton[kind="chip_used"] { border-radius: ${small}px; padding: 0px 12px; min-height: ${field}px; background: $surface; border: 1px dashed $input_line; }
QPushButton[kind="chip_used"] { border: 1px solid $accent; color: $accent; background: $selection; }
QPushButton[kind="toast"] { background: transparent; border: 1px solid transparent; color: $surface; font-weight: 600; text-decoration: underline; padding: 0px 8px; }
QPushButton[kind="toast"]:focus { border: 2px solid $surface; }
QToolButton[kind="plain"] { background: transparent; border: 1px solid transparent; border-radius: ${small}px; padding: 4px; }
QToolButton[kind="plain"]:hover { background: $hover; }
QToolButton[kind="plain"]:focus { border: 2px solid $accent; padding: 3px; }
"""

FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit { background: $surface; color: $text; border: 1px solid $input_line; border-radius: ${small}px; padding: 4px 8px; }
QLineEdit { min-height: ${field}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 3px 7px; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $bg; border-color: $line; }
QLineEdit[kind="wrong"], QPlainTextEdit[kind="wrong"] { border: 2px solid $danger; padding: 3px 7px; }
"""
