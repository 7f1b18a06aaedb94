"""Figures as plain data, and as the program reads them."""

from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, and what is known about it."""

    value: Fraction
    n: Fraction | None = None
    denominator: Fraction | None = None
    lower: Fraction | None = None
    upper: Fraction | None = None
    broken: bool = False


Key = tuple[str, str, int]


@dataclass(frozen=True)
class Figures:
    """Figures by indicator, area and year."""

    by_key: dict[Key, Figure] = field(default_factory=dict)

    @property
    def plain(self) -> bool:
        """Whether nothing is known of any figure but its value."""
        return all(figure == Figure(figure.value) for figure in self.by_key.values())

    def values(self) -> dict[Key, float]:
        """The values alone."""
        return {key: float(figure.value) for key, figure in self.by_key.items()}

    def records(self) -> list[dict[str, object]]:
        """The figures as the program reads them."""
        return [
            {
                "indicator": indicator,
                "area": area,
                "period": year,
                "value": float(figure.value),
                "n": _float(figure.n),
                "denominator": _float(figure.denominator),
                "lower": _float(figure.lower),
                "upper": _float(figure.upper),
                "flag": "break" if figure.broken else None,
            }
            for (indicator, area, year), figure in self.by_key.items()
        ]


def _float(number: Fraction | None) -> float | None:
    return None if number is None else float(number)
