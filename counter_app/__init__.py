"""Schalterlotse: phrases, checklists and bilingual sheets for the counters of foreigners' offices."""

__version__ = "0.1.0"
