"""Status reports as files: one module a format, which lays out what `status` says."""
