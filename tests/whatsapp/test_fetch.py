"""Media: fetched with our credentials shown to Twilio alone, never more than allowed, from nowhere else."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from structlog.testing import capture_logs

from handlers.channel import FetchFailed
from handlers.whatsapp.fetch import Doors, fetch
from tests.fakes.twilio.faults import Broken, Fault, Lost, Refuse, Reset, TooMany
from tests.fakes.twilio.people import Person
from tests.fakes.twilio.server import FakeTwilio

BODY = b"%PDF-1.4 " + b"x" * 200_000


@pytest.fixture
def doors(fake: FakeTwilio) -> Doors:
    return Doors(fake.account, fake.token, fake.url)


def sent(sari: Person) -> str:
    return sari.send_document(BODY, "surat.pdf").form["MediaUrl0"]


async def got(doors: Doors, url: str, limit: int = 10**6) -> bytes:
    return b"".join([piece async for piece in fetch(doors, url, limit)])


async def test_a_file_comes_whole_and_credentials_stay_with_twilio(doors: Doors, fake: FakeTwilio) -> None:
    assert await got(doors, sent(fake.person("Sari"))) == BODY
    assert fake.world.leaked == []


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1", "http://169.254.169.254/latest",
        "https://api.twilio.com.evil.example/x", "https://twilio.com@evil.example/x", "http://api.twilio.com/x",
        "https://nottwilio.com/x", "https://api.twilio.com:8443/x", "file:///etc/passwd", "", "http://[", "https://",
    ],
)  # fmt: skip
async def test_no_other_host_is_asked(doors: Doors, url: str) -> None:
    with pytest.raises(FetchFailed) as refused:
        await got(doors, url)
    assert (refused.value.reason, refused.value.again) == ("refused", False)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://sari:rahasia@Evil.example/2010-04-01/Media/MErahasia?token=rahasia#rahasia", "evil.example"),
        ("https://twilio.com@evil.example/rahasia", "evil.example"), ("http://[rahasia", ""), ("file:///rahasia", ""),
    ],
)  # fmt: skip
async def test_a_refused_host_stands_in_the_log_and_nothing_else_of_the_address(
    doors: Doors, url: str, host: str
) -> None:
    with capture_logs() as logged, pytest.raises(FetchFailed) as refused:
        await got(doors, url)
    assert logged == [
        {"event": "whatsapp.media_refused", "log_level": "warning", "why": "host", "host": host}
    ]
    assert "rahasia" not in str(refused.value)


@pytest.mark.parametrize(
    ("url", "goes"),
    [
        ("https://mms.twiliocdn.com/a", True), ("https://s3.amazonaws.com/a?X=1", True), ("http://a.example/", False),
        ("https://127.0.0.1/a", False), ("https://[::1]/a", False), ("https://localhost/a", False),
        ("https://a.example:8443/", False), ("ftp://a.example/", False),
    ],
)  # fmt: skip
def test_twilio_may_send_us_on_to_the_open_net_only(url: str, goes: bool) -> None:
    assert Doors("AC1", "t").elsewhere(urlsplit(url)) is goes
    assert not Doors("AC1", "t").credentials(urlsplit(url))


def test_twilio_itself_sees_our_credentials() -> None:
    assert Doors("AC1", "t").credentials(urlsplit("https://api.twilio.com/2010-04-01/a"))
    assert Doors("AC1", "t", "http://127.0.0.1:9").credentials(urlsplit("http://127.0.0.1:9/a"))
    assert not Doors("AC1", "t", "http://127.0.0.1:9").credentials(urlsplit("http://127.0.0.1:10/a"))


async def test_one_byte_over_the_limit_is_too_large(doors: Doors, fake: FakeTwilio) -> None:
    url = sent(fake.person("Sari"))
    assert len(await got(doors, url, len(BODY))) == len(BODY)
    with pytest.raises(FetchFailed, match="too-large"):
        await got(doors, url, len(BODY) - 1)


@pytest.mark.parametrize(
    ("what", "fault", "reason", "again"),
    [
        ("media", Refuse(401, 20003), "token", True), ("media", Refuse(404, 20404), "gone", True),
        ("media", TooMany(9), "too-many", True), ("media", Broken(503), "network", True),
        ("media", Reset(), "network", True), ("cdn", Lost(), "network", True), ("cdn", Refuse(410, 0), "gone", False),
    ],
)  # fmt: skip
async def test_a_failure_says_whether_to_try_again(
    doors: Doors, fake: FakeTwilio, what: str, fault: Fault, reason: str, again: bool
) -> None:
    url = sent(fake.person("Sari"))
    fake.fault(what, fault, times=2)  # the client asks once more by itself where a connection breaks
    with pytest.raises(FetchFailed) as failed:
        await got(doors, url)
    assert (failed.value.reason, failed.value.again) == (reason, again)
    assert "Media" not in str(failed.value)
    fake.calm()
    assert await got(doors, url) == BODY
