"""Files: sent one by one or as an album, at any moment; a file counts only when it is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from bot.conversation.draft import Answers
from bot.conversation.message import Arrival, Attachment, Heard, Line, Option, Value, Word
from bot.conversation.outcome import Answer, Missed, Outcome
from bot.conversation.question import Question, Sheet
from bot.conversation.scene import Scene

EMPTY: Mapping[str, Any] = {"files": (), "voice": (), "done": False, "trouble": "", "full": False}


@dataclass(frozen=True, slots=True)
class Evidence(Question):
    """The value: `{"files": [{"id", "kind", "state", "caption"}], "done": bool, ...}`.

    A file's state is `wanted` until its bytes are stored, then `stored`; one that could not be had is left out.
    A voice waits in `voice` until she agrees that her voice may be kept.
    """

    at_most: int = 10

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
            keys = ("later", "none")
        else:
            keys = ("none",)
        return tuple(Option(key, f"{self.name}-{key}", {"count": len(held["files"])}) for key in keys)

    def sheet(self, scene: Scene) -> Sheet:
        held = self.held(scene.answers)
        if held["voice"]:
            lines: tuple[Line, ...] = (Line("ask-voice", join="run"),)
        elif held["files"]:
            lines = (*self._troubled(held), self.progress(held))
        elif held["trouble"]:
            lines = self._troubled(held)
        else:
            lines = (Line(self.asking(scene), join="run"),)
        return Sheet(lines, self.options(scene), self.rows)

    def understand(self, heard: Heard, scene: Scene) -> Outcome:
        held = self.held(scene.answers)
        match self.chosen(heard, scene):
            case "keep":
                voices = tuple(Attachment(**voice) for voice in held["voice"])
                return self._more({**held, "voice": ()}, voices, "")
            case "forget":
                return Answer({**held, "voice": ()}, stay=not held["done"])
            case "remove":
                *left, last = held["files"]
                return Answer({**held, "files": left, "trouble": "", "full": False}, stay=True, drops=(last["id"],))
            case None:
                return Missed()
            case _:
                return Answer({**held, "done": True, "trouble": "", "full": False})

    def take(self, heard: Heard, answers: Answers) -> Answer:
        """Files that came with a message, whatever was being asked."""
        held = self.held(answers)
        voices = tuple(file for file in heard.attachments if file.kind == "voice")
        others = tuple(file for file in heard.attachments if file.kind != "voice")
        waiting = [*held["voice"], *(asdict(voice) for voice in voices)]
        return self._more({**held, "voice": waiting}, others, heard.text)

    def _more(self, held: dict[str, Any], files: tuple[Attachment, ...], caption: str) -> Answer:
        room = max(0, self.at_most - len(held["files"]))
        kept = files[:room]
        new = [{"id": f.id, "kind": f.kind, "state": "wanted", "caption": caption} for f in kept]
        value = {**held, "files": [*held["files"], *new], "full": len(kept) < len(files)}
        return Answer(value, stay=True, wants=kept)

    def arrived(self, arrival: Arrival, answers: Answers) -> dict[str, Any]:
        """The value after a file was stored, or could not be."""
        held = self.held(answers)
        if arrival.stored:
            files = [{**f, "state": "stored"} if f["id"] == arrival.attachment else f for f in held["files"]]
            mended = "mended" if held["trouble"] not in ("", "mended") else held["trouble"]
            return {**held, "files": files, "trouble": mended}
        files = [f for f in held["files"] if f["id"] != arrival.attachment]
        return {**held, "files": files, "trouble": arrival.reason or "network"}

    def progress(self, held: Mapping[str, Any]) -> Line:
        """What is stored, what is still on its way."""
        stored = sum(file["state"] == "stored" for file in held["files"])
        coming = len(held["files"]) - stored
        if not stored:
            return Line("evidence-coming", {"coming": coming, "kind": _kind(held)}, "run")
        key = "evidence-mended" if held["trouble"] == "mended" else "evidence-stored"
        return Line(key, {"stored": stored, "coming": coming, "kind": _kind(held), "full": int(held["full"])}, "run")

    def _troubled(self, held: Mapping[str, Any]) -> tuple[Line, ...]:
        if held["trouble"] in ("", "mended"):
            return ()
        return (Line(f"evidence-not-{held['trouble']}"),)

    def values(self, value: Any, scene: Scene) -> Mapping[str, Value]:
        held = self.held({self.name: value})
        stored = sum(file["state"] == "stored" for file in held["files"])
        title = Word("title-photo" if _photos_only(held) else "title-file")
        return {"count": len(held["files"]), "coming": len(held["files"]) - stored, "title": title}

    def ack(self, value: Any, scene: Scene) -> Line | None:
        return None


def _kind(held: Mapping[str, Any]) -> Word:
    return Word("kind-photo" if _photos_only(held) else "kind-file")


def _photos_only(held: Mapping[str, Any]) -> bool:
    return all(file["kind"] == "photo" for file in held["files"])
