"""Which keys of the words stand in the code, read from its syntax."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

Node = TypeVar("Node", bound=ast.AST)

ROOT = Path(__file__).parent.parent
KEY_IS_ARGUMENT = {"Line": 0, "Word": 0, "Option": 1, "case_option": 2}
CORE = ("bot/conversation", "bot/flows", "bot/talk", "bot/cases/routing.py")
"""Where a constant with a hyphen in it is always a key."""
PUT_TOGETHER = (*CORE, "handlers/acts", "handlers/telegram/profile.py")
"""Where an f-string with a hyphen in it is one."""
NO_KEY = frozenset({
    "{question.called}-{name}", "{name}-{EARLY}", "{key}-{key_of(at)}", "{PRESSED}{proposal.seq}-{one.key}",
})  # fmt: skip
"""They name a value, an answer, and buttons."""


@cache
def literal() -> frozenset[str]:
    """Keys that stand in the code as such: at the place of a key or, in the core, with a hyphen."""
    placed = {key for _, tree in _trees() for node in _places(tree) for key in _constants(node)}
    placed |= {key for page in sorted(ROOT.glob("handlers/*/templates/*.html")) for key in _asked(page)}
    return frozenset(placed | {text for text in _strings(*CORE) if re.fullmatch(r"[a-z]+(-[a-z_]+)+", text)})


@cache
def mentioned() -> frozenset[str]:
    """Every string of the code."""
    return frozenset(_strings(""))


@cache
def patterns() -> frozenset[str]:
    """Every f-string that looks like a key, as it is written."""
    looks = re.compile(r"(?:[a-z-]+|\{[^{}]+\}|\.short)+")
    found = {text for node in _nodes(ast.JoinedStr, *PUT_TOGETHER) if looks.fullmatch(text := _text(node))}
    for _, tree in _trees():
        for place in _places(tree):
            found |= {_text(node) for node in ast.walk(place) if isinstance(node, ast.JoinedStr)}
    return frozenset(text for text in found if "-" in text) - NO_KEY


@cache
def given() -> tuple[tuple[str, frozenset[str]], ...]:
    """Key and names of values, wherever both are written out."""
    found = []
    for call in _nodes(ast.Call, ""):
        if not isinstance(call.func, ast.Name) or call.func.id not in KEY_IS_ARGUMENT:
            continue
        key, *rest = call.args[KEY_IS_ARGUMENT[call.func.id] :]
        values = rest[0] if rest else ast.Dict([], [])
        if isinstance(values, ast.Dict) and all(isinstance(name, ast.Constant) for name in values.keys):
            names = frozenset(str(name.value) for name in values.keys if isinstance(name, ast.Constant))
            found += [(constant, names) for constant in _constants(key)]
    return tuple(found)


@cache
def _trees() -> tuple[tuple[str, ast.Module], ...]:
    """The code's files by their path, read."""
    files = [
        file for folder in ("bot", "handlers", "storage") for file in sorted((ROOT / folder).rglob("*.py"))
    ]
    return tuple((file.relative_to(ROOT).as_posix(), ast.parse(file.read_text("utf-8"))) for file in files)


def _nodes(kind: type[Node], *under: str) -> Iterator[Node]:
    for name, tree in _trees():
        if name.startswith(under):
            yield from (node for node in ast.walk(tree) if isinstance(node, kind))


def _strings(*under: str) -> Iterator[str]:
    return (node.value for node in _nodes(ast.Constant, *under) if isinstance(node.value, str))


def _places(tree: ast.Module) -> Iterator[ast.expr]:
    """What stands at the place of a key: in a piece of a screen, or asked of the words themselves."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name), args=args) if name in KEY_IS_ARGUMENT:
                yield from args[KEY_IS_ARGUMENT[name] :][:1]
            case ast.Call(func=ast.Attribute(value=owner, attr="text" | "has"), args=[_, key, *_]):
                if ast.unparse(owner).endswith("words"):
                    yield key
            case _:
                pass


def _constants(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(key)) if not key.startswith("="):
            yield key
        case ast.IfExp(body=body, orelse=orelse):
            yield from _constants(body)
            yield from _constants(orelse)
        case _:
            pass


def _asked(page: Path) -> list[str]:
    """What a template asks the words for."""
    return re.findall(r"""word\(["']([a-z-]+)["']""", page.read_text("utf-8"))


def _text(node: ast.JoinedStr) -> str:
    """An f-string as it is written."""
    parts = (
        ast.unparse(part.value) if isinstance(part, ast.FormattedValue) else part for part in node.values
    )
    return "".join(str(part.value) if isinstance(part, ast.Constant) else f"{{{part}}}" for part in parts)
