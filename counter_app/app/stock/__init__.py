"""Makes the whole library of sheets into a folder: with several processes, and only what changed."""
