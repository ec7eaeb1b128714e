"""Reads, checks and synchronises the shipped content in `phrasebooks/` and `forms/`."""
