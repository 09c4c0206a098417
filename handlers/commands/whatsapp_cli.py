"""The words of `saksi whatsapp …`: exit code 1 where a template cannot be used, or Twilio cannot be asked.

What a command needs is imported when it runs, as in `handlers.cli`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from handlers.commands.found import refuse

if TYPE_CHECKING:
    from handlers.settings import Settings

app = typer.Typer(help="WhatsApp through Twilio.", no_args_is_help=True)
templates = typer.Typer(
    help="What may be sent outside the 24-hour window: the catalogue against Twilio.", no_args_is_help=True
)
app.add_typer(templates, name="templates")


@templates.command("push")
def push() -> None:
    """Make what is missing at Twilio, and ask for Meta's approval."""
    from handlers.commands import whatsapp  # noqa: PLC0415

    with _settings() as settings:
        _say(whatsapp.push(settings) or ["Everything is there."])


@templates.command("status")
def status(
    lift: Annotated[
        bool, typer.Option("--lift", help="Let what was refused be tried again, when it is put right.")
    ] = False,
) -> None:
    """What Meta says of each, and which were refused lately. Exit code 1 while one cannot be used."""
    from handlers.commands import whatsapp  # noqa: PLC0415

    with _settings() as settings:
        lines, usable = whatsapp.status(settings, lift=lift)
    _say(lines)
    if not usable:
        raise typer.Exit(1)


@templates.command("diff")
def diff() -> None:
    """What push would make (+), and what lies there that is in no catalogue any more (-)."""
    from handlers.commands import whatsapp  # noqa: PLC0415

    with _settings() as settings:
        _say(whatsapp.diff(settings) or ["No difference."])


@contextmanager
def _settings() -> Iterator[Settings]:
    """By which Twilio is asked; exit code 1, and why, where it cannot be."""
    from handlers.commands.whatsapp import CannotAsk  # noqa: PLC0415
    from handlers.settings import read_or_exit  # noqa: PLC0415

    try:
        yield read_or_exit()
    except CannotAsk as fault:
        refuse(str(fault))


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line)
