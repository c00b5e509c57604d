"""The command line: `crossclaim COMMAND`; results on standard output, progress and trouble on standard error."""
