"""The package's version; the language's own version is `syntax.lines.LANGUAGE_VERSION`."""

__version__ = "0.1.0"
