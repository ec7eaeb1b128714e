"""The border to the machine: paths of the shipped folders, files that are written whole."""
