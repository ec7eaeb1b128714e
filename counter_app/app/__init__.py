"""Start-up and the command line."""
