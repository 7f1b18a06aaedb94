"""What is declared around targets: the agreement, sources, indicators, areas, tests."""
