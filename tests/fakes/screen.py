"""A person looks at her screen: what came since she last did something, and waiting for what is to come."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar

from tests.fakes.state import State

PATIENCE = 30.0


class Shown(Protocol):
    """A message on a screen; `mine` is what the bot said, `changed` its last tick."""

    mine: bool
    changed: int

    @property
    def text(self) -> str: ...

    @property
    def buttons(self) -> list[str]: ...


M = TypeVar("M", bound=Shown)


class Screen(Generic[M]):
    """`acted` is the tick at which she last did something."""

    def __init__(self, state: State, name: str) -> None:
        self.name, self.acted = name, 0
        self._state = state

    @property
    def messages(self) -> list[M]:
        """What stands on the screen now, oldest first."""
        raise NotImplementedError

    @property
    def screen(self) -> str:
        """All of it, written out."""
        raise NotImplementedError

    @property
    def last(self) -> M:
        """The bot's newest message that stands there."""
        return [m for m in self.messages if m.mine][-1]

    @property
    def news(self) -> list[M]:
        """The bot's messages that came or changed since she last did something."""
        return [m for m in self.messages if m.mine and m.changed > self.acted]

    async def until(self, found: Callable[[], Any], within: float = PATIENCE) -> Any:
        """Wait for `found()` to be true, asking at every change; an AssertionError shows the screen."""
        answer = await self._state.bell.until(found, within)
        if not answer:
            raise AssertionError(f"not within {within} s; {self.name} sees:\n{self.screen}")
        return answer

    async def sees(self, text: str, within: float = PATIENCE) -> M:
        """Wait for a message with `text` that came, or changed, since she last did something."""

        def found() -> M | None:
            return next((m for m in reversed(self.news) if text in m.text or text in m.buttons), None)

        answer = await self._state.bell.until(found, within)
        if answer is None:
            raise AssertionError(f"{text!r} did not come; {self.name} sees:\n{self.screen}")
        return answer

    def _act(self) -> None:
        self.acted = self._state.tick
