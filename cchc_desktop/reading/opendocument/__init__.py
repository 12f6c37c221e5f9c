"""Texts and workbooks of LibreOffice."""
