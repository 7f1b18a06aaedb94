"""The result of a run as data, and each verdict in one sentence."""
