"""A `Say` as JSON and back: how a letter waits in the outbox, from one release to the next.

Fields at their defaults are left out, so that a field added later reads its default in older letters. Strict:
what this release does not know is refused and not half understood.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from bot.conversation.message import Line, Moment, Option, Say, Value, Word

VERSION = 1
Part = TypeVar("Part", Say, Line, Option)
HINTS = {part: get_type_hints(part) for part in (Say, Line, Option)}
FIELDS = {part: fields(part) for part in (Say, Line, Option)}


class Unreadable(ValueError):
    """This is not a `Say` that we wrote. The message names the field, never what stands in it."""


def say_to_json(say: Say) -> str:
    """Compact JSON. Raises TypeError for a value that is no `Value`."""
    return json.dumps({"v": VERSION} | _told(say), separators=(",", ":"))


def say_from_json(text: str) -> Say:
    """Raises Unreadable."""
    try:
        told = json.loads(text)
    except ValueError:
        raise Unreadable("not JSON") from None
    if not isinstance(told, dict) or type(told.get("v")) is not int or told.pop("v") != VERSION:
        raise Unreadable("v")
    return _read(Say, told)


def _told(part: Say | Line | Option) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for field in FIELDS[type(part)]:
        value = getattr(part, field.name)
        if field.name == "values":
            if value:
                told["values"] = {name: _value(item) for name, item in value.items()}
        elif field.name in ("lines", "options"):
            if value or field.default is MISSING:
                told[field.name] = [_told(item) for item in value]
        elif value != field.default:
            told[field.name] = list(value) if isinstance(value, tuple) else value
    return told


def _value(value: Value) -> Any:
    match value:
        case Word():
            return {"word": value.key, "values": {name: _value(item) for name, item in value.values.items()}}
        case Moment():
            return {"at": value.at.isoformat(), "zone": value.zone}
        case bool() | datetime():
            raise TypeError("a value is a text, a number, a day, a Word or a Moment")
        case date():
            return {"day": value.isoformat()}
        case str() | int():
            return value
    raise TypeError("a value is a text, a number, a day, a Word or a Moment")


def _read(kind: type[Part], told: Any) -> Part:
    needed = {field.name for field in FIELDS[kind] if field.default is field.default_factory is MISSING}
    if not isinstance(told, dict) or not needed <= told.keys() <= HINTS[kind].keys():
        raise Unreadable(kind.__name__)
    return kind(**{name: _read_field(kind, name, item) for name, item in told.items()})


def _read_field(kind: type[Part], name: str, told: Any) -> Any:
    if name == "values":
        return _read_values(told)
    if name in ("lines", "options"):
        if not isinstance(told, list):
            raise Unreadable(name)
        return tuple(_read(Line, item) if name == "lines" else _read(Option, item) for item in told)
    if name == "deletes":
        if not isinstance(told, list) or not all(type(item) is str for item in told):
            raise Unreadable(name)
        return tuple(told)
    hint = HINTS[kind][name]
    closed = get_origin(hint) is Literal
    if type(told) is not (str if closed else hint) or (closed and told not in get_args(hint)):
        raise Unreadable(name)
    return told


def _read_values(told: Any) -> Mapping[str, Value]:
    if not isinstance(told, dict):
        raise Unreadable("values")
    return {name: _read_value(item) for name, item in told.items()}


def _read_value(told: Any) -> Value:
    match told:
        case bool():
            raise Unreadable("values")
        case str() | int():
            return told
        case {"word": str(key), "values": dict(values), **rest} if not rest:
            return Word(key, _read_values(values))
        case {"day": str(day), **rest} if not rest:
            return _read_day(day)
        case {"at": str(at), "zone": str(zone), **rest} if not rest:
            return Moment(_read_instant(at), zone)
    raise Unreadable("values")


def _read_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Unreadable("day") from None


def _read_instant(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise Unreadable("at") from None
    if at.utcoffset() is None:
        raise Unreadable("at")
    return at
