"""The command line: the second face of the program, on the same services as the window."""
