"""The words of `saksi ask …`. What it needs is imported when it runs, as in `handlers.cli`."""

from __future__ import annotations

import typer


def ask(question: str) -> None:
    """Explain which situation a question ("boleh gak guru like …") would be answered with, and why."""
    from handlers.commands.ask import explained  # noqa: PLC0415
    from handlers.settings import read_or_exit  # noqa: PLC0415
    from handlers.stores import CannotOpen, library  # noqa: PLC0415

    try:
        known = library(read_or_exit())
    except CannotOpen as fault:
        typer.echo(str(fault), err=True)
        raise typer.Exit(1) from None
    for line in explained(known, question):
        typer.echo(line)
