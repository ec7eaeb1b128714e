"""The text engine: shaping, order, line breaks and embedding of multilingual text.

Nothing is imported here: the windows use a part of it that must not load ReportLab.
"""
