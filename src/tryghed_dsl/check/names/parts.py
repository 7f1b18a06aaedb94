"""What an expression or a condition is made of, as it was written."""

from tryghed_dsl.syntax import nodes


def parts_of(node: nodes.Node) -> tuple[nodes.Node, ...]:
    """The expressions and conditions that one is made of.

    Arguments that have a name are followed where they can hold an expression.
    """
    match node:
        case nodes.Sum(parts) | nodes.Product(parts):
            return tuple(part for _, part in parts)
        case nodes.Minus(operand) | nodes.At(operand) | nodes.InArea(operand) | nodes.Over(operand):
            return (operand,)
        case nodes.ShareOf(whole=whole):
            return (whole,)
        case nodes.Rate(part, _, whole):
            return (part, whole)
        case nodes.If(condition, then, otherwise):
            return (condition, then, otherwise)
        case nodes.Call(arguments=arguments):
            return tuple(argument.value for argument in arguments if _is_followed(argument))
        case nodes.Counted(condition=condition):
            return (condition,)
        case nodes.Milestones(entries):
            return tuple(entry.value for entry in entries)
        case _:
            return _parts_of_condition(node)


# Other arguments with a name hold words of the language: `judge=end`.
_HOLDING_EXPRESSIONS = frozenset({"start", "path"})


def _is_followed(argument: nodes.Argument) -> bool:
    return argument.name is None or argument.name.text in _HOLDING_EXPRESSIONS


def _parts_of_condition(node: nodes.Node) -> tuple[nodes.Node, ...]:
    match node:
        case nodes.Limit(subject, _, limit):
            return (subject, limit)
        case nodes.Band(subject, low, high):
            return (subject, low, high)
        case nodes.Trajectory(subject, objective):
            return (subject, objective)
        case nodes.Bare(subject):
            return (subject,)
        case nodes.Several(_, members):
            return tuple(member.condition for member in members)
        case nodes.Not() | nodes.Every() | nodes.Running() | nodes.OfLatest():
            return (node.condition,)
        case _:
            return ()
