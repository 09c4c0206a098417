"""How each channel hears. Every process has them all: whichever of them finds a message waiting can answer it."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.reception import Ear
from handlers.telegram.hear import ear as telegram
from handlers.terminal.hear import hear as terminal
from handlers.webchat.hear import ear as webchat
from handlers.whatsapp.hear import ear as whatsapp

EARS: Mapping[str, Ear] = {
    "telegram": telegram,
    "terminal": terminal,
    "webchat": webchat,
    "whatsapp": whatsapp,
}
