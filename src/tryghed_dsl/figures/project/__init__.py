"""The project file `tryghed.toml`: how files of figures are read, where they do not show it."""
