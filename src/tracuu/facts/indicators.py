"""Whether two directives measure the same thing."""


def same_indicator(one: str, other: str) -> bool:
    """Whether two indicators as printed are one."""
    return one == other
