"""The words of `saksi whatsapp …`: exit code 1 where a template cannot be used, or Twilio cannot be asked.

What a command needs is imported when it runs, as in `handlers.cli`.
"""

from __future__ import annotations

from typing import Annotated, NoReturn

import typer

app = typer.Typer(help="WhatsApp through Twilio.", no_args_is_help=True)
templates = typer.Typer(
    help="What may be sent outside the 24-hour window: the catalogue against Twilio.", no_args_is_help=True
)
app.add_typer(templates, name="templates")


@templates.command("push")
def push() -> None:
    """Make what is missing at Twilio, and ask for Meta's approval."""
    from handlers.commands import whatsapp  # noqa: PLC0415
    from handlers.settings import read_or_exit  # noqa: PLC0415

    settings = read_or_exit()
    try:
        lines = whatsapp.push(settings)
    except whatsapp.CannotAsk as fault:
        _refuse(str(fault))
    for line in lines or ["Everything is there."]:
        typer.echo(line)


@templates.command("status")
def status(
    lift: Annotated[
        bool, typer.Option("--lift", help="Let what was refused be tried again, when it is put right.")
    ] = False,
) -> None:
    """What Meta says of each, and which were refused lately. Exit code 1 while one cannot be used."""
    from handlers.commands import whatsapp  # noqa: PLC0415
    from handlers.settings import read_or_exit  # noqa: PLC0415

    settings = read_or_exit()
    try:
        lines, usable = whatsapp.status(settings, lift=lift)
    except whatsapp.CannotAsk as fault:
        _refuse(str(fault))
    for line in lines:
        typer.echo(line)
    if not usable:
        raise typer.Exit(1)


@templates.command("diff")
def diff() -> None:
    """What push would make (+), and what lies there that is in no catalogue any more (-)."""
    from handlers.commands import whatsapp  # noqa: PLC0415
    from handlers.settings import read_or_exit  # noqa: PLC0415

    settings = read_or_exit()
    try:
        lines = whatsapp.diff(settings)
    except whatsapp.CannotAsk as fault:
        _refuse(str(fault))
    for line in lines or ["No difference."]:
        typer.echo(line)


def _refuse(text: str) -> NoReturn:
    typer.echo(text, err=True)
    raise typer.Exit(1)
