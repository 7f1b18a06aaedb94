"""What statements hold, before any of it is checked: the ids of targets, the names declared."""

from collections.abc import Iterable, Sequence

from tryghed_dsl.records import replace
from tryghed_dsl.syntax import nodes
from tryghed_dsl.text.source import Span

_Promise = nodes.Target | nodes.Monitor | nodes.ForEach


def written_id(node: nodes.Target) -> str | None:
    """The id that a target is written with: its label, else its subject where that is a name."""
    if node.label is not None:
        return node.label.text
    match node.condition:
        case (
            nodes.Limit(nodes.Name(name))
            | nodes.Band(nodes.Name(name))
            | nodes.Trajectory(nodes.Name(name))
            | nodes.Bare(nodes.Name(name))
        ):
            return name
        case _:
            return None


def targets_in(statements: Iterable[nodes.Statement]) -> dict[str, Span]:
    """The ids of targets and of what is only watched, and where each stands."""
    waiting, found = list(statements)[::-1], dict[str, Span]()
    while waiting:
        match waiting.pop():
            case nodes.Goal(targets=inner) | nodes.ForEach(targets=inner):
                waiting.extend(inner[::-1])
            case nodes.Target() as target:
                found.setdefault(written_id(target) or "", target.span)
            case nodes.Monitor(names):
                for name in names:
                    found.setdefault(name.text, name.span)
    found.pop("", None)
    return found


def indicators_in(statements: Iterable[nodes.Statement]) -> dict[str, Span]:
    """The indicators declared, and where."""
    return {
        each.name.text: each.name.span for each in statements if isinstance(each, nodes.Indicator)
    }


def with_targets(
    node: nodes.Goal | nodes.ForEach, targets: Sequence[nodes.Statement]
) -> nodes.Goal | nodes.ForEach:
    """The same with other targets."""
    return replace(node, targets=tuple(each for each in targets if isinstance(each, _Promise)))
