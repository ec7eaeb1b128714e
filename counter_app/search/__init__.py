"""Folding and search."""
