"""The `saksi` command. What a command needs is imported when it runs: `saksi --help` answers at once.

Exit codes: 0 done; 1 something is wrong or not there; 2 the command or the settings are wrong, nothing was touched.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from handlers.commands.ask_cli import ask
from handlers.commands.found import found, refuse
from handlers.commands.officer_cli import app as officer
from handlers.commands.whatsapp_cli import app as whatsapp

app = typer.Typer(
    help="Saksi: a citizen reports, the case reaches its desk.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # they print the values of variables
    add_completion=False,
)
case = typer.Typer(help="Cases, for operators who hold the keys. Each look at one is an event of it.")
evidence = typer.Typer(help="Files of cases. Each look is an event of the case.")
parked = typer.Typer(help="Messages that failed five times: their lane went on without them.")
for name, group in (("case", case), ("evidence", evidence), ("parked", parked)):
    group.info.no_args_is_help = True
    app.add_typer(group, name=name)
app.add_typer(officer, name="officer")
app.add_typer(whatsapp, name="whatsapp")
app.command()(ask)

Json = Annotated[bool, typer.Option("--json", help="For machines.")]
DAYS = ["%Y-%m-%d"]
Id = Annotated[int, typer.Argument(metavar="ID", help="As `saksi parked list` shows it.")]


def main() -> None:
    """The console script."""
    app()


@app.command()
def run() -> None:
    """Everything in one process, until it is stopped."""
    from handlers.settings import read_or_exit

    settings = read_or_exit()
    from handlers.app import main as serve

    serve(settings)


@app.command()
def talk() -> None:
    """The same conversation in this terminal."""
    from handlers.settings import read_or_exit

    settings = read_or_exit()
    from handlers.terminal.talk import main as talking

    talking(settings)


@app.command()
def check(
    day: Annotated[
        datetime | None, typer.Option(formats=DAYS, help="What the calendar lacks on this day; else today.")
    ] = None,
) -> None:
    """Settings, law, words, database, keys, evidence, WhatsApp: every fault in one list. Then what comes up."""
    from handlers.commands.check import ahead, faults

    found, coming = faults(Path()), ahead(Path(), (day or datetime.now(UTC)).date())
    for sentence in coming:
        typer.echo(f"- Mind: {sentence}", err=True)
    for fault in found:
        typer.echo(f"- {fault}", err=True)
    if found:
        typer.echo(f"{len(found)} to put right." if found[1:] else "One thing to put right.", err=True)
        raise typer.Exit(1)
    typer.echo("No fault; mind what stands above." if coming else "All is well.")


@app.command()
def verify() -> None:
    """Every event chain and the hash of every file, read anew."""
    from handlers.commands.verify import verify

    with found() as stores:
        report = verify(stores)
    for line in report.faults:
        typer.echo(f"- {line}", err=True)
    typer.echo(report.summary)
    if report.faults:
        raise typer.Exit(1)


@app.command()
def tick(
    at: Annotated[
        str,
        typer.Option(metavar="TIME", help="Act at this civil time, such as 2024-10-23T16:00: for real."),
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would be done.")] = False,
) -> None:
    """Do what the clock would do now.

    With --at its events are marked as a rehearsal, but letters leave, and what is old enough by then is erased: where
    that matters, look first at what --dry-run tells.
    """
    from handlers.commands.tick import NoTime, ticked
    from handlers.settings import read_or_exit
    from handlers.stores import CannotOpen

    try:
        with found() as stores:
            for line in ticked(read_or_exit(), stores, at, dry_run=dry_run):
                typer.echo(line)
    except (NoTime, CannotOpen) as fault:
        refuse(str(fault))


@app.command()
def route(
    day: Annotated[str, typer.Option(help="Such as 2024-10-16.")],
    offence: Annotated[str, typer.Option(help="Of a report: a key such as billboard.")] = "",
    topic: Annotated[str, typer.Option(help="Of a question: a key such as service.")] = "",
    region: Annotated[str, typer.Option(help="A Kemendagri code, or words: 74.07, wakatobi.")] = "",
    accused: Annotated[str, typer.Option(help="A kind of the catalogue, such as asn.")] = "unknown",
    post: Annotated[str, typer.Option(help="The post in words, such as camat.")] = "",
    province: Annotated[bool, typer.Option("--province", help="The citizen wants the province.")] = False,
    staffed: Annotated[bool, typer.Option("--staffed", help="As if every desk had officers.")] = False,
) -> None:
    """Explain, row by row, which desk would read such a report, or answer such a question."""
    from handlers.commands.route import Asked, NoRoute, explained
    from handlers.settings import read_or_exit
    from handlers.stores import CannotOpen, library

    asked = Asked(topic, offence, accused, post, region, day, province)
    try:
        known = library(read_or_exit())
        if staffed:
            lines = list(explained(known, asked, lambda desk: True))
        else:
            lines = _with_today(lambda sits: list(explained(known, asked, sits)))
    except (NoRoute, CannotOpen) as fault:
        refuse(str(fault))
    for line in lines:
        typer.echo(line)


@case.command("list")
def case_list(
    json: Json = False,
    desk: Annotated[str, typer.Option(help="Such as bawaslu:74.07.")] = "",
    topic: Annotated[str, typer.Option(help="An offence of the catalogue, or a topic of questions.")] = "",
    region: Annotated[str, typer.Option(help="Where it happened, such as 74.07.")] = "",
    status: Annotated[str, typer.Option(help="Such as waiting.")] = "",
    since: Annotated[datetime | None, typer.Option(formats=DAYS, help="Filed on this day or later.")] = None,
    until: Annotated[datetime | None, typer.Option(formats=DAYS, help="Filed on this day or before.")] = None,
) -> None:
    """Cases, newest first: ticket, status, desk, day; all, or those that fit. Nothing that anybody wrote."""
    from handlers.commands.case import NoCase, listed, sought
    from handlers.settings import read_or_exit
    from handlers.stores import CannotOpen, library

    try:
        asked = sought(desk=desk, topic=topic, region=region, status=status, since=since, until=until)
        with found() as stores:
            for line in listed(stores, lambda: library(read_or_exit()), asked, json=json):
                typer.echo(line)
    except (NoCase, CannotOpen) as fault:
        refuse(str(fault))


@case.command("show")
def case_show(ticket: Annotated[str, typer.Argument(help="Such as K7M-4QX-3.")], json: Json = False) -> None:
    """One case with what was written and sent. The look is recorded first."""
    from handlers.commands.case import NoCase, shown

    try:
        with found() as stores:
            typer.echo(shown(stores, ticket, json=json))
    except NoCase as fault:
        refuse(str(fault))


@evidence.command("get")
def evidence_get(
    id: Annotated[str, typer.Argument(metavar="ID", help="As `saksi case show` shows it.")],
    out: Annotated[Path, typer.Option(help="A new file, made for you alone.")],
    clean: Annotated[bool, typer.Option("--clean", help="The copy that officers see.")] = False,
) -> None:
    """The original bytes of a file, checked against its hash. The look is recorded first."""
    from handlers.commands.evidence import NoEvidence, get

    try:
        with found() as stores:
            typer.echo(get(stores, id, out, clean=clean))
    except NoEvidence as fault:
        refuse(str(fault))


@parked.command("list")
def parked_list(json: Json = False) -> None:
    """What waits for you. What was said stays sealed."""
    from handlers.commands.parked import listed

    with found() as stores:
        for line in listed(stores, json=json):
            typer.echo(line)


@parked.command("retry")
def parked_retry(id: Id) -> None:
    """Give it five more tries, before what came after it."""
    from storage import upkeep

    with found() as stores, stores.database.transaction() as db:
        given = upkeep.retry(db, id)
    typer.echo(f"{id} waits for its turn again.") if given else refuse(f"{id} is not parked.")


@parked.command("drop")
def parked_drop(id: Id) -> None:
    """Erase it for good."""
    from storage import upkeep

    with found() as stores, stores.database.transaction() as db:
        dropped = upkeep.drop(db, id, stores.database.now())
    typer.echo(f"{id} is erased.") if dropped else refuse(f"{id} is not parked.")


def _with_today(explain: Callable[[Callable[[str], bool]], list[str]]) -> list[str]:
    """With the desks as they are staffed today."""
    from storage import desks

    with found() as stores, stores.database.reading() as db:
        return explain(lambda desk: desks.staffed(db, desk))
