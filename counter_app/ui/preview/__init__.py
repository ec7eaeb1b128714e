"""Look at a sheet before it goes to paper, and print it; no file is written unless the clerk names one."""
