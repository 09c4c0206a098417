"""Files: sent one by one or as an album, at any moment; a file counts only when it is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from bot.conversation.draft import Answers
from bot.conversation.message import Arrival, Attachment, Heard, Line, Option, Value, Word
from bot.conversation.outcome import Answer, Missed, Outcome
from bot.conversation.question import Question, Sheet
from bot.conversation.scene import Scene
from bot.conversation.spoken import cleaned

EMPTY: Mapping[str, Any] = {
    "files": (), "voice": (), "done": False, "trouble": "", "full": False, "albums": (),
}  # fmt: skip
POST: Literal["post"] = "post"
"""A forwarded text: kept as evidence, without where it came from."""
LONGEST_POST = 4_000
HEARD = frozenset({"video", "audio"})
"""Kinds of which officers hear the sound, which may be her voice (docs/adr/films-bear-the-officers-name.md)."""
MENDED = "mended"
"""The trouble that is over: what she sent again is stored."""


@dataclass(frozen=True, slots=True)
class Evidence(Question):
    """The value: `{"files": [{"id", "kind", "state", "caption", "ref"}], "done": bool, ...}`.

    A file's state is `wanted` until its bytes are stored, then `stored`; one that could not be had is left out,
    and `trouble` says why until another is stored that was sent `again`, or she goes on.
    A forwarded text is a file of kind `post` whose caption it is. A voice waits in `voice` until she agrees that
    her voice may be kept. `albums` are those of which something came.
    `of`: what is asked for, and said to be missing where nothing comes.
    """

    at_most: int = 10
    of: Literal["photo", "file"] = "photo"

    def held(self, answers: Answers) -> dict[str, Any]:
        return {**EMPTY, **(answers.get(self.name) or {})}

    def answered(self, answers: Answers) -> bool:
        held = self.held(answers)
        return bool(held["done"]) and not held["voice"]

    def options(self, scene: Scene) -> tuple[Option, ...]:
        held = self.held(scene.answers)
        if held["voice"]:
            keys: tuple[str, ...] = ("keep", "forget")
        elif held["files"]:
            keys = ("done", "remove")
        elif held["trouble"]:
            keys = ("later", "without")
        else:
            keys = ("none",)
        values: dict[str, Value] = {"count": len(held["files"]), "kind": _kind(held), "of": self.of}
        return tuple(Option(key, f"{self.called}-{key}", values) for key in keys)

    def sheet(self, scene: Scene) -> Sheet:
        held = self.held(scene.answers)
        if held["voice"]:
            lines: tuple[Line, ...] = (Line("ask-voice", join="run"),)
        elif held["files"]:
            lines = self.progress(held)
        elif held["trouble"]:
            lines = (self.lost(held),)
        else:
            lines = (Line(self.asking(scene), join="run"),)
        return Sheet(lines, self.options(scene), self.rows)

    def understand(self, heard: Heard, scene: Scene) -> Outcome:
        held = self.held(scene.answers)
        match self.chosen(heard, scene):
            case "keep":
                voices = tuple(Attachment(**voice) for voice in held["voice"])
                return self._more({**held, "voice": ()}, voices)
            case "forget":
                return Answer({**held, "voice": ()}, stay=not held["done"])
            case "remove":
                *left, last = held["files"]
                return Answer(
                    {**held, "files": left, "trouble": "", "full": False}, stay=True, drops=(last["id"],)
                )
            case None:
                return Missed()
            case _:
                return Answer({**held, "done": True, "trouble": "", "full": False})

    def take(self, heard: Heard, answers: Answers) -> Answer:
        """What came with a message, whatever was being asked."""
        held = self.held(answers)
        voices = tuple(file for file in heard.attachments if file.kind == "voice")
        others = tuple(file for file in heard.attachments if file.kind != "voice")
        held["voice"] = [*held["voice"], *(asdict(voice) for voice in voices)][: self.at_most]
        if heard.album and heard.album not in held["albums"]:
            held["albums"] = [*held["albums"], heard.album]
        if not heard.attachments:
            return self._post(held, heard)
        return self._more(held, others, cleaned(heard.text), heard.ref)

    def _post(self, held: dict[str, Any], heard: Heard) -> Answer:
        full = len(held["files"]) >= self.at_most
        text = cleaned(heard.text)[:LONGEST_POST]
        post = {"id": heard.fresh, "kind": POST, "state": "stored", "caption": text, "ref": heard.ref}
        return Answer({**held, "files": [*held["files"], *([] if full else [post])], "full": full}, stay=True)

    def _more(
        self, held: dict[str, Any], files: tuple[Attachment, ...], caption: str = "", ref: str = ""
    ) -> Answer:
        room = max(0, self.at_most - len(held["files"]))
        kept = files[:room]
        known = {"state": "wanted", "caption": caption, "ref": ref} | (
            {"again": True} if held["trouble"] else {}
        )
        new = [{"id": file.id, "kind": file.kind, **known} for file in kept]
        value = {**held, "files": [*held["files"], *new], "full": len(kept) < len(files)}
        return Answer(value, stay=True, wants=kept)

    def has_message(self, ref: str, answers: Answers) -> bool:
        """Whether a file came with that message of hers."""
        return bool(ref) and any(file.get("ref") == ref for file in self.held(answers)["files"])

    def recaptioned(self, ref: str, caption: str, answers: Answers) -> dict[str, Any]:
        """The value after she edited what she wrote under a file."""
        held = self.held(answers)
        return {
            **held,
            "files": [{**f, "caption": caption} if f.get("ref") == ref else f for f in held["files"]],
        }

    def arrived(self, arrival: Arrival, answers: Answers) -> dict[str, Any]:
        """The value after a file was stored, or could not be."""
        held = self.held(answers)
        if arrival.stored:
            files = [{**f, "state": "stored"} if f["id"] == arrival.attachment else f for f in held["files"]]
            again = any(f.get("again") for f in files if f["id"] == arrival.attachment)
            return {**held, "files": files, "trouble": MENDED if again else held["trouble"]}
        files = [f for f in held["files"] if f["id"] != arrival.attachment]
        return {**held, "files": files, "trouble": arrival.reason or "network"}

    def progress(self, held: Mapping[str, Any], *, late: bool = False) -> tuple[Line, ...]:
        """What is stored, what is still on its way; and that a sound is heard. `late`: she is at another question."""
        told = self._stored(held, late=late)
        heard = any(file["kind"] in HEARD for file in held["files"])
        return (told, Line("evidence-heard")) if heard else (told,)

    def _stored(self, held: Mapping[str, Any], *, late: bool) -> Line:
        stored = sum(file["state"] == "stored" for file in held["files"])
        coming = len(held["files"]) - stored
        if not stored:
            return Line("evidence-coming", {"coming": coming, "kind": _kind(held)}, "run")
        key = "late" if late else MENDED if held["trouble"] == MENDED else "stored"
        values = {"stored": stored, "coming": coming, "kind": _kind(held), "full": int(held["full"])}
        return Line(f"evidence-{key}", values, "run")

    def lost(self, held: Mapping[str, Any]) -> Line:
        """Why the last one that did not come is not stored, and what to do."""
        return Line(f"evidence-not-{held['trouble']}")

    def values(self, value: Any, scene: Scene) -> Mapping[str, Value]:
        held = self.held({self.name: value})
        stored = sum(file["state"] == "stored" for file in held["files"])
        photos = _photos_only(held) if held["files"] else self.of == "photo"
        title = Word("title-photo" if photos else "title-file")
        return {"count": len(held["files"]), "coming": len(held["files"]) - stored, "title": title}

    def ack(self, value: Any, scene: Scene) -> Line | None:
        return None

    def easy_way(self, scene: Scene) -> Any:
        """Go on with what is there; a voice she has not agreed to is not kept."""
        return {**self.held(scene.answers), "done": True, "voice": (), "trouble": "", "full": False}


def _kind(held: Mapping[str, Any]) -> Word:
    return Word("kind-photo" if _photos_only(held) else "kind-file")


def _photos_only(held: Mapping[str, Any]) -> bool:
    return all(file["kind"] == "photo" for file in held["files"])
