"""What is posted to us: kept and then answered, signed by Twilio or refused, dropped when it comes again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
from fastapi import FastAPI
from starlette.datastructures import ImmutableMultiDict
from twilio.request_validator import RequestValidator
from yarl import URL

from handlers.whatsapp.form import opened, packed
from handlers.whatsapp.hear import Envelope
from handlers.whatsapp.receive import LARGEST, NOTHING, Notices, Seal, router
from tests.fakes.twilio.callbacks import signature
from tests.fakes.twilio.server import FakeTwilio
from tests.serving import serving

PUBLIC = "https://saksi.example.id"
FORM = {
    "MessageSid": "SM1",
    "From": "whatsapp:+6280000000001",
    "Body": "",
    "NumMedia": "0",
    "NewField": "é ✓",
}


class Posted:
    """Our router, reached by another name than the public one, as behind a proxy."""

    def __init__(self, *tokens: str) -> None:
        self.kept: list[tuple[Envelope, bytes]] = []
        self.told: list[tuple[str, str, dict[str, str]]] = []
        self.sorry: list[str] = []
        self.full = False
        self.url = ""
        self.app = FastAPI()
        self.app.include_router(
            router(Seal(PUBLIC, tokens or ("token",)), self._accept, self._told, Notices(self._sorry))
        )

    def _accept(self, found: Envelope, body: bytes) -> None:
        if self.full:
            raise OSError("disk full")
        self.kept.append((found, body))

    def _told(self, letter: str, knock: str, form: ImmutableMultiDict[str, str]) -> None:
        if self.full:
            raise OSError("disk full")
        self.told.append((letter, knock, dict(form)))

    async def _sorry(self, address: str) -> None:
        self.sorry.append(address)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Posted]:
        async with serving(self.app) as url:
            self.url = url
            yield self

    async def post(self, path: str, body: bytes, **headers: str) -> tuple[int, str, str]:
        """The answer's status, type and text."""
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        told["Content-Type"] = "application/x-www-form-urlencoded; charset=UTF-8"
        async with (
            aiohttp.ClientSession() as client,
            client.post(URL(f"{self.url}{path}", encoded=True), data=body, headers=told) as answer,
        ):
            return answer.status, answer.headers.get("Content-Type", ""), await answer.text()

    async def send(self, form: dict[str, str], path: str = "/whatsapp/webhook", token: str = "token") -> int:
        signed = signature(f"{PUBLIC}{path}", form, token)
        return (await self.post(path, packed(form), X_Twilio_Signature=signed))[0]


async def test_what_is_signed_is_kept_whole_and_answered_with_nothing() -> None:
    async with Posted().open() as posted:
        signed = signature(f"{PUBLIC}/whatsapp/webhook", FORM, "token")
        answer = await posted.post("/whatsapp/webhook", packed(FORM), X_Twilio_Signature=signed)
    assert answer == (200, "text/xml; charset=utf-8", NOTHING)
    ((found, body),) = posted.kept
    assert (found.address, found.external_id) == ("+6280000000001", "SM1")
    assert opened(body) == FORM, "fields that are new or empty are kept"


@pytest.mark.parametrize("path", ["/whatsapp/webhook", "/whatsapp/webhook?rc=5&desk=a%2Fb"])
async def test_the_public_address_and_the_query_are_signed(path: str) -> None:
    async with Posted().open() as posted:
        assert await posted.send(FORM, path) == 200
        assert await posted.send(FORM, path, "another") == 403
    assert len(posted.kept) == 1


async def test_the_address_a_request_names_itself_counts_for_nothing() -> None:
    async with Posted().open() as posted:
        signed = signature("https://evil.example/whatsapp/webhook", FORM, "token")
        told = {"X_Twilio_Signature": signed, "X_Forwarded_Host": "evil.example", "Host": "evil.example"}
        assert (await posted.post("/whatsapp/webhook", packed(FORM), **told))[0] == 403


@pytest.mark.parametrize("signed", [None, "", "x", "AAAA", "é"])
@pytest.mark.parametrize("path", ["/whatsapp/webhook", "/whatsapp/status?o=1"])
async def test_a_forger_is_refused_and_nothing_is_kept(signed: str | None, path: str) -> None:
    async with Posted().open() as posted:
        headers = {} if signed is None else {"X_Twilio_Signature": signed}
        assert (await posted.post(path, packed(FORM), **headers))[0] == 403
    assert (posted.kept, posted.told) == ([], [])


async def test_a_changed_field_or_a_new_one_is_a_forgery() -> None:
    signed = signature(f"{PUBLIC}/whatsapp/webhook", FORM, "token")
    async with Posted().open() as posted:
        for changed in (FORM | {"Body": "x"}, FORM | {"More": "x"}, {"From": FORM["From"]}):
            told = await posted.post("/whatsapp/webhook", packed(changed), X_Twilio_Signature=signed)
            assert told[0] == 403
    assert posted.kept == []


async def test_a_field_that_comes_twice_is_signed_with_both_values() -> None:
    twice = [*FORM.items(), ("Body", "dan lagi")]
    url = f"{PUBLIC}/whatsapp/webhook"
    signed = RequestValidator("token").compute_signature(url, ImmutableMultiDict(twice))
    async with Posted().open() as posted:
        told = [
            (await posted.post("/whatsapp/webhook", packed(form), X_Twilio_Signature=signed))[0]
            for form in (twice, twice[:-1])
        ]
    assert told == [200, 403]


async def test_both_tokens_hold_during_a_rotation() -> None:
    async with Posted("new", "old").open() as posted:
        assert [await posted.send(FORM, token=token) for token in ("new", "old", "older")] == [200, 200, 403]


async def test_the_newer_algorithm_is_understood_and_an_unknown_one_is_refused() -> None:
    url = f"{PUBLIC}/whatsapp/webhook"
    signed = signature(url, FORM, "token", "sha256")
    async with Posted().open() as posted:
        for told, status in (("HMAC_SHA256", 200), ("HMAC_SHA1", 403), ("NONE", 403)):
            settings = {"X_Twilio_Webhooks_Signature_Settings": f"key=k,algorithm={told}"}
            answer = await posted.post(
                "/whatsapp/webhook", packed(FORM), X_Twilio_Signature=signed, **settings
            )
            assert answer[0] == status


async def test_a_body_over_the_limit_is_read_no_further() -> None:
    async with Posted().open() as posted:
        assert (await posted.post("/whatsapp/webhook", b"a" * (LARGEST + 1)))[0] == 413
        assert (await posted.post("/whatsapp/webhook", b"&".join([b"a=b"] * 1000)))[0] == 403


async def test_what_cannot_be_kept_is_503_and_told_once_in_ten_minutes() -> None:
    async with Posted().open() as posted:
        posted.full = True
        assert [await posted.send(FORM) for _ in range(3)] == [503, 503, 503]
        assert await posted.send(FORM | {"From": "whatsapp:ID.4"}) == 503
    assert posted.sorry == ["+6280000000001", "ID.4"]


async def test_what_is_signed_and_cannot_be_read_is_kept_to_be_looked_at() -> None:
    async with Posted().open() as posted:
        assert await posted.send({"Surprise": "1"}) == 200
    ((found, _),) = posted.kept
    assert (found.address, found.number, found.scoped) == ("", "", "")


async def test_a_status_names_its_letter_in_the_signed_query() -> None:
    form = {"MessageSid": "SM1", "MessageStatus": "sent"}
    async with Posted().open() as posted:
        assert await posted.send(form, "/whatsapp/status?o=41") == 200
        assert await posted.send(form, "/whatsapp/status?o=42&k=HX1") == 200
        posted.full = True
        assert await posted.send(form, "/whatsapp/status?o=43") == 503
    assert posted.told == [("41", "", form), ("42", "HX1", form)]


async def test_the_fake_signs_as_the_library_checks(fake: FakeTwilio) -> None:
    made = Posted(fake.token)
    async with serving(made.app) as url:
        made.app.router.routes.clear()
        made.app.include_router(
            router(Seal(url, (fake.token,)), made._accept, made._told, Notices(made._sorry))
        )
        fake.connect(f"{url}/whatsapp/webhook")
        fake.callbacks.twice = True
        sari = fake.person("Sari", scoped="ID.4000000000000001")
        sari.say("Halo")
        sari.pin(-5.3, 123.5)
        await fake.settled(4)
    assert [post.status for post in fake.posts] == [200] * 4
    assert {found.number for found, _ in made.kept} == {sari.number}
