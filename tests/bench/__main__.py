"""All measurements, one after the other; `python -m bench`, or with the names of some."""

import sys
from importlib import import_module

PARTS = ("start", "judge", "load", "editor", "large", "areas", "cluster")


def main() -> None:
    """Those that are asked for, or all."""
    asked, sys.argv[1:] = sys.argv[1:], []
    for name in asked or PARTS:
        import_module(f"bench.{name}").main()


if __name__ == "__main__":
    main()
