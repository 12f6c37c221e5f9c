"""The style sheet's templates for boxes to tick and boxes to choose from: the style's own frames vanish in the dark."""

CONTROLS = """
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator, QTreeView::indicator, QTableView::indicator, QListView::indicator { width: ${mark}px; height: ${mark}px; background: $surface; border: 1px solid $input_line; border-radius: 4px; }
QRadioButton::indicator { border-radius: ${half}px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; width: ${mark_in}px; height: ${mark_in}px; }
QCheckBox::indicator:checked, QTreeView::indicator:checked, QTableView::indicator:checked, QListView::indicator:checked { background: $accent; border-color: $accent; image: url("$controls/check-$scheme.svg"); }
QCheckBox::indicator:indeterminate, QTreeView::indicator:indeterminate { background: $accent; border-color: $accent; image: url("$controls/partial-$scheme.svg"); }
QRadioButton::indicator:checked { background: $accent; border-color: $accent; image: url("$controls/dot-$scheme.svg"); }
QCheckBox::indicator:focus:checked, QRadioButton::indicator:focus:checked { border: 2px solid $text; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $bg; border-color: $line; }
QCheckBox::indicator:disabled:checked, QRadioButton::indicator:disabled:checked { background: $input_line; }
QComboBox, QAbstractSpinBox { background: $surface; color: $text; border: 1px solid $input_line; border-radius: ${small}px; padding: 0px 8px; min-height: ${tall}px; selection-background-color: $accent; selection-color: $on_accent; }
QComboBox:hover, QAbstractSpinBox:hover { border-color: $accent; }
QComboBox:focus, QComboBox:on, QAbstractSpinBox:focus { border: 2px solid $accent; padding: 0px 7px; min-height: ${tall_in}px; }
QComboBox:disabled, QAbstractSpinBox:disabled { background: $bg; color: $muted; border-color: $line; }
QComboBox::drop-down { border: none; width: 26px; subcontrol-origin: padding; subcontrol-position: center right; }
QComboBox::down-arrow { image: url("$controls/down-$scheme.svg"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $surface; color: $text; border: 1px solid $input_line; border-radius: 0px; outline: none; selection-background-color: $selection; selection-color: $text; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: 22px; subcontrol-origin: padding; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $hover; }
QAbstractSpinBox::up-arrow { image: url("$controls/up-$scheme.svg"); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url("$controls/down-$scheme.svg"); width: 12px; height: 12px; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit, QComboBox QLineEdit:focus, QAbstractSpinBox QLineEdit:focus { border: none; padding: 0px; margin: 0px; min-height: 0px; background: transparent; }
"""
