"""What commands look into, and how they say no. What it needs is imported when it runs, as in `handlers.cli`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from handlers.stores import Stores


@contextmanager
def found() -> Iterator[Stores]:
    """What is stored, for somebody who looks; exit code 2 or 1 where it cannot be opened."""
    from handlers.settings import read_or_exit  # noqa: PLC0415
    from handlers.stores import CannotOpen, find  # noqa: PLC0415

    settings = read_or_exit()
    try:
        stores = find(settings)
    except CannotOpen as fault:
        refuse(str(fault))
    try:
        yield stores
    finally:
        stores.database.dispose()


def refuse(text: str) -> NoReturn:
    """Exit code 1, and why."""
    typer.echo(text, err=True)
    raise typer.Exit(1)
