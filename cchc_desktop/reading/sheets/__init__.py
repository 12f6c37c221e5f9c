"""Workbooks of Excel, new and old."""
