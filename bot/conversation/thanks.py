"""A thank-you or an ok that answers nothing: said once everything is done, and answered as what it is."""

from __future__ import annotations

from bot.conversation.spoken import simplified

_SAID = frozenset(
    said.strip()
    for said in """terima kasih|terimakasih|trima kasih|trimakasih|trims|makasih|makasi|mksh|tq|ty|tengkyu|thanks|
        thank you|thx|ok|oke|okee|okey|okay|baik|baiklah|siap|sip|sipp|ya|iya|mantap|alhamdulillah|amin|aamiin|noted
        """.split("|")
)
_AROUND = frozenset("banyak ya yaa pak bu min mas mbak kak saksi deh sangat sekali very much all so".split())


def thanked(text: str) -> bool:
    """Whether the whole message is no more than that."""
    said = simplified(text)
    bare = " ".join(word for word in said.split() if word not in _AROUND)
    return said in _SAID or bare in _SAID
