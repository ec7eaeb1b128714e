"""Sheets for the customer: blocks, the text engine and tagged PDF."""
