"""The words of `saksi officer …`: who is enrolled, where they sit, in which group.

What a command needs is imported when it runs, as in `handlers.cli`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from handlers.commands.found import found, refuse

if TYPE_CHECKING:
    from bot.library import Library
    from handlers.settings import Settings
    from handlers.stores import Stores

app = typer.Typer(help="Officers: how they are enrolled, and who sits where.", no_args_is_help=True)
Desk = Annotated[str, typer.Option(help="Agency, or agency:Kemendagri code, such as bawaslu:74.07.")]
Json = Annotated[bool, typer.Option("--json", help="For machines.")]


@app.command("invite")
def officer_invite(
    desk: Desk,
    name: Annotated[str, typer.Option(help="As colleagues call them; citizens never see it.")],
    role: Annotated[str, typer.Option(help="officer, supervisor, guardian, auditor or admin.")] = "officer",
) -> None:
    """A code that makes whoever sends it to the bot an officer of this desk: once, within three days."""
    from handlers.commands.officer import invited  # noqa: PLC0415

    with _desks() as (stores, known, settings):
        for line in invited(stores, known, settings, desk=desk, name=name, role=role):
            typer.echo(line)


@app.command("room")
def officer_room(
    desk: Desk,
) -> None:
    """A code by which an officer of this desk makes a Telegram group its room: once, within a day."""
    from handlers.commands.officer import room_invited  # noqa: PLC0415

    with _desks() as (stores, known, settings):
        for line in room_invited(stores, known, settings, desk=desk):
            typer.echo(line)


@app.command("unroom")
def officer_unroom(
    desk: Desk,
) -> None:
    """The group is this desk's room no more: cards go out of it, and come to private chats."""
    from handlers.commands.officer import room_ended  # noqa: PLC0415

    with _desks() as (stores, known, _):
        typer.echo(room_ended(stores, known, desk=desk))


@app.command("list")
def officer_list(json: Json = False) -> None:
    """Who sits where today."""
    from handlers.commands.officer import listed  # noqa: PLC0415

    with found() as stores:
        for line in listed(stores, json=json):
            typer.echo(line)


@app.command("events")
def officer_events(
    desk: Annotated[str, typer.Option(help="Of this desk only, such as bawaslu:74.07.")] = "",
    json: Json = False,
) -> None:
    """Who was invited, sat down and left, and by whom; the newest first."""
    from handlers.commands.officer import happened  # noqa: PLC0415

    with found() as stores:
        for line in happened(stores, desk=desk, json=json):
            typer.echo(line)


@app.command("leave")
def officer_leave(
    id: Annotated[str, typer.Argument(metavar="ID", help="As `saksi officer list` shows it.")],
) -> None:
    """They are an officer no more: every button of theirs is dead."""
    from handlers.commands.officer import left  # noqa: PLC0415

    with _desks() as (stores, known, _):
        typer.echo(left(stores, known, id))


@contextmanager
def _desks() -> Iterator[tuple[Stores, Library, Settings]]:
    """What is stored, the law that says which desks there are, and the settings; exit code 1 where one is missing."""
    from handlers.commands.officer import NoOfficer  # noqa: PLC0415
    from handlers.settings import read_or_exit  # noqa: PLC0415
    from handlers.stores import CannotOpen, library  # noqa: PLC0415

    settings = read_or_exit()
    try:
        with found() as stores:
            yield stores, library(settings), settings
    except (NoOfficer, CannotOpen) as fault:
        refuse(str(fault))
