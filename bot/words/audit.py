"""Is every word there in every language, with the same variables? For `saksi check` and the tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, SelectExpression, Term, VariableReference
from fluent.syntax.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Found:
    """What one file holds: texts (`key` or `key.attribute`) with their variables, and lines that are none."""

    texts: Mapping[str, frozenset[str]]
    junk: tuple[str, ...]


def differences(files: Mapping[str, str]) -> list[str]:
    """`files`: language -> the file's text. A sentence for each thing to put right; the first language leads."""
    read = {language: _read(text) for language, text in files.items()}
    every = {key for found in read.values() for key in found.texts}
    faults = [
        f"words/{language}.ftl: not understood: {line}"
        for language, found in read.items()
        for line in found.junk
    ]
    for key in sorted(every):
        holders = {language: found.texts[key] for language, found in read.items() if key in found.texts}
        faults += [f"words/{language}.ftl: {key} is missing." for language in read if language not in holders]
        faults += _strangers(key, holders)
    return faults


def missing(files: Mapping[str, str], keys: Iterable[str]) -> list[str]:
    """A sentence for each of these texts that a language has not."""
    read = {language: _read(text).texts for language, text in files.items()}
    wanted = dict.fromkeys(keys)
    return [
        f"words/{language}.ftl: {key} is missing."
        for key in wanted
        for language, texts in read.items()
        if key not in texts
    ]


def _strangers(key: str, holders: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Variables that one language's text has and no other's. A text may leave out what it does not need."""
    if len(holders) < 2:
        return
    for language, variables in holders.items():
        others = frozenset[str]().union(*(held for other, held in holders.items() if other != language))
        for name in sorted(variables - others):
            yield f"words/{language}.ftl: {key} has ${name}, and no other language has."


def _read(text: str) -> Found:
    texts: dict[str, frozenset[str]] = {}
    junk = []
    for entry in FluentParser(with_spans=False).parse(text).body:
        match entry:
            case Junk(content=content):
                junk.append((content or "").strip().split("\n")[0])
            case Message() | Term():
                name = f"-{entry.id.name}" if isinstance(entry, Term) else entry.id.name
                if entry.value is not None:
                    texts[name] = _variables(entry.value)
                for attribute in entry.attributes:
                    texts[f"{name}.{attribute.id.name}"] = _variables(attribute.value)
    return Found(texts, tuple(junk))


def _variables(node: object) -> frozenset[str]:
    seen = _Variables()
    seen.visit(node)
    return frozenset(seen.names)


class _Variables(Visitor):
    """Variables that are shown. What a text only chooses by (`$channel`, a count) each language needs or not."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - the library's name
        self.names.add(node.id.name)

    def visit_SelectExpression(self, node: SelectExpression) -> None:  # noqa: N802
        for variant in node.variants:
            self.visit(variant)
