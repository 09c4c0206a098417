"""Who would read these answers, and whose clock counts there."""

from __future__ import annotations

from bot.cases.region import Land
from bot.cases.routing import PROVINCE, Case, Route, route, title
from bot.cases.stage import Stage, stage_on
from bot.conversation.asking import HOME
from bot.conversation.message import Word
from bot.conversation.scene import Scene
from bot.library import Library


def zone_of(scene: Scene) -> str:
    """The IANA zone of the place of the event; Jakarta's until that is known."""
    region = region_of(scene)
    return scene.library.land.zone(region) if region else HOME


def region_of(scene: Scene) -> str:
    """The code of the place, "" where it is not known, or not known any more."""
    code = (scene.answers.get("where") or {}).get("region") or ""
    return code if scene.library.land.region(code) else ""


def route_of(scene: Scene, one: Case) -> Route:
    """Where these answers, which are about `one`, would go today."""
    return route(
        scene.library.law,
        scene.library.land,
        one,
        region=region_of(scene),
        audience=PROVINCE if scene.answers.get("province") else "",
        staffed=scene.sight.staffed,
    )


def stage_of(scene: Scene) -> Stage | None:
    return stage_on(scene.library.law.calendar, scene.today, region_of(scene))


def reader_of(scene: Scene, one: Case) -> Word:
    return desk_word(scene.library, route_of(scene, one).desk)


def desk_word(library: Library, desk: str) -> Word:
    """A desk as people call it: "Bawaslu Kab. Wakatobi"."""
    return Word(*title(library.law, library.land, desk))


def offence_word(library: Library, offence: str) -> Word:
    """An offence inside a sentence; those of the second screen go by its words."""
    row = library.law.catalogue.offence(offence)
    return Word(f"{'matter' if row and row.parent else 'offence'}-{offence}.short")


def topic_word(library: Library, topic: str) -> Word:
    """What a question is about, inside a sentence."""
    return Word(f"about-{topic}.short")


def head_word(library: Library, region: str) -> Word:
    """The head of the region, who may sanction its civil servants: bupati, wali kota or gubernur."""
    found = library.land.region(region)
    kinds = {"kabupaten": "head-regent", "kota": "head-mayor", "province": "head-governor"}
    return Word(kinds[found.kind] if found else "head-unknown")


def area_word(land: Land, region: str) -> Word:
    """Kabupaten, kota or province; never closer."""
    return (
        Word("region", {"title": land.short_title(region)})
        if land.region(region)
        else Word("card-area-unknown")
    )
