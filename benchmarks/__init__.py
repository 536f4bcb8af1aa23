"""Figures to report, measured on real servers."""
