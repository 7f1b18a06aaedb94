"""The nine targets by hand in plain Python; pyarrow reads and writes the files."""

from bench.nine import plain_of
from bench.peers.area_by_area import main

if __name__ == "__main__":
    main(plain_of)
