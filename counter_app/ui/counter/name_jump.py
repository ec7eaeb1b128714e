"""Letters that lead to a name."""

from collections.abc import Sequence


def first_with(names: Sequence[str], typed: str, start: int) -> int | None:
    """The place of the first name that begins with some letters, from a place on and round again.

    Args:
        typed: at least one letter; capital or not makes no difference.
    """
    onward = (*range(start, len(names)), *range(start))
    return next((place for place in onward if names[place].casefold().startswith(typed.casefold())), None)


def jump(names: Sequence[str], before: str, letter: str, here: int, after: int) -> tuple[int | None, str]:
    """Where one more letter leads: to the name that begins with all of them, else to the next one with this letter.

    Args:
        before: the letters typed just before.
        here: the place where one is. after: the place from which one goes on where a single letter counts.

    Returns:
        The place, None where no name begins so; the letters that count from now on.
    """
    if before and (place := first_with(names, before + letter, here)) is not None:
        return place, before + letter
    return first_with(names, letter, after), letter
