"""The settings: what they default to, that every fault is told at once, and that no secret is."""

from __future__ import annotations

from pathlib import Path

import pytest

from handlers.settings import Settings, SettingsFault, read, variables
from handlers.variables import PushDelay
from storage.database import Database
from storage.migrate import migrate

pytestmark = pytest.mark.unit

TOKEN = "123456:AAH-the_secret_half"
LIVE = {"TELEGRAM_TOKEN": TOKEN, "OPERATOR": "Pemantau Jaya", "CONTACT": "halo@pemantau.id"}
WEBHOOK = LIVE | {"TELEGRAM_MODE": "webhook", "TELEGRAM_SECRET": "s3cret_-", "PUBLIC_URL": "https://saksi.id"}


class Given:
    """The settings as an operator gives them: SAKSI_… in the environment, and a file."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._environment = monkeypatch

    def file(self, text: str) -> None:
        (self.folder / ".env").write_text(text)

    def read(self, **values: str) -> Settings:
        for name, value in values.items():
            self._environment.setenv(f"SAKSI_{name}", value)
        return read(self.folder)

    def faults(self, **values: str) -> tuple[str, ...]:
        with pytest.raises(SettingsFault) as caught:
            self.read(**values)
        return caught.value.faults


@pytest.fixture
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Given:
    for name in variables():
        monkeypatch.delenv(name, raising=False)
    return Given(tmp_path, monkeypatch)


def test_nothing_set_is_a_whole_saksi_on_one_machine(given: Given) -> None:
    settings = given.read()
    assert settings.database == f"sqlite:///{Path.cwd() / 'var' / 'saksi.db'}"
    assert settings.evidence_folder == Path("var/evidence")
    assert settings.keys_file == Path("var/keys.json")
    assert settings.address == "http://localhost:8000"
    assert (settings.http_host, settings.http_port, settings.metrics_port) == ("127.0.0.1", 8000, 9464)
    assert settings.telegram_mode == "polling"
    assert settings.telegram_api_url == "https://api.telegram.org"
    assert settings.push_delay == PushDelay(10, 40)
    assert settings.language == "id"
    assert settings.channels == ()
    assert settings.secrets == frozenset()


def test_the_variables_are_the_ones_of_the_contract() -> None:
    assert variables() == tuple(
        "SAKSI_" + name
        for name in (
            "DATA_DIR DATABASE_URL EVIDENCE_URL KEYS LAW_DIR HTTP_HOST HTTP_PORT METRICS_PORT PUBLIC_URL "
            "TELEGRAM_TOKEN TELEGRAM_MODE TELEGRAM_SECRET TELEGRAM_API_URL TWILIO_ACCOUNT_SID "
            "TWILIO_AUTH_TOKEN TWILIO_AUTH_TOKEN_OLD TWILIO_SENDER TWILIO_API_URL "
            "WEBCHAT OPERATOR CONTACT PUSH_DELAY LANGUAGE"
        ).split()
    )


def test_the_file_is_read_and_the_environment_wins(given: Given) -> None:
    given.file("SAKSI_HTTP_PORT=9001\nSAKSI_LANGUAGE=en\nPATH_OF_SOMEBODY_ELSE=1\nSAKSI_OPERATOR=\n")
    settings = given.read(HTTP_PORT="9002")
    assert (settings.http_port, settings.language, settings.operator) == (9002, "en", "")
    assert settings.address == "http://localhost:9002"


def test_everything_lies_where_the_data_folder_is(given: Given, tmp_path: Path) -> None:
    settings = given.read(DATA_DIR=str(tmp_path / "kept"))
    assert settings.database == f"sqlite:///{tmp_path / 'kept' / 'saksi.db'}"
    assert settings.evidence_folder == tmp_path / "kept" / "evidence"
    assert settings.keys_file == tmp_path / "kept" / "keys.json"


def test_every_fault_is_told_at_once(given: Given) -> None:
    given.file("SAKSI_PUSH_DELAY=soon\n")
    faults = given.faults(
        HTTP_PORT="80000",
        METRICS_PORT="-1",
        TELEGRAM_TOKEN=TOKEN,
        TELEGRAM_MODE="webhook",
        TWILIO_SENDER="+6281234567890",
        LANGUAGE="jv",
        TELEGRAM_TOKN="1",
    )
    assert faults == (
        "SAKSI_TELEGRAM_TOKN is not a setting. Did you mean SAKSI_TELEGRAM_TOKEN?",
        "SAKSI_HTTP_PORT must be a number from 1 to 65535.",
        "SAKSI_METRICS_PORT must be a number from 0 to 65535.",
        "SAKSI_PUSH_DELAY must be minutes, such as 10-40, or 0 for at once.",
        "SAKSI_LANGUAGE must be id or en.",
        (
            "SAKSI_TELEGRAM_SECRET is missing: with SAKSI_TELEGRAM_MODE=webhook it proves that a call is "
            "Telegram's. Make one with: openssl rand -hex 32"
        ),
        (
            "SAKSI_PUBLIC_URL must begin with https://: with SAKSI_TELEGRAM_MODE=webhook Telegram calls it. "
            "Without a public address, use SAKSI_TELEGRAM_MODE=polling."
        ),
        "WhatsApp needs all three: SAKSI_TWILIO_ACCOUNT_SID and SAKSI_TWILIO_AUTH_TOKEN are missing.",
        "SAKSI_OPERATOR is missing: citizens must be told who answers for their data.",
        "SAKSI_CONTACT is missing: citizens must be told how to reach who answers for their data.",
    )


def test_what_is_garbled_is_not_told_to_be_missing_as_well(given: Given) -> None:
    assert given.faults(**WEBHOOK | {"TELEGRAM_SECRET": "with a space"}) == (
        "SAKSI_TELEGRAM_SECRET must be 1 to 256 letters, digits, _ and -.",
    )


def test_one_garbled_value_hides_no_other_fault(given: Given) -> None:
    faults = given.faults(TELEGRAM_TOKEN="garbled", TELEGRAM_MODE="webhook", TWILIO_SENDER="garbled")
    assert [fault.split()[0] for fault in faults] == [
        "SAKSI_TELEGRAM_TOKEN", "SAKSI_TWILIO_SENDER", "SAKSI_TELEGRAM_SECRET", "SAKSI_PUBLIC_URL", "WhatsApp",
        "SAKSI_OPERATOR", "SAKSI_CONTACT",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HTTP_PORT", "abc"),
        ("HTTP_PORT", "0"),
        ("HTTP_PORT", "８０"),
        ("HTTP_HOST", "127.0.0.1/8"),
        ("PUSH_DELAY", "40-10"),
        ("PUSH_DELAY", "10 - 40"),
        ("PUSH_DELAY", "-5"),
        ("PUSH_DELAY", "9999"),
        ("PUBLIC_URL", "saksi.id"),
        ("PUBLIC_URL", "ftp://saksi.id"),
        ("PUBLIC_URL", "https://saksi.id:port"),
        ("PUBLIC_URL", "https://saksi.id/?a=1"),
        ("PUBLIC_URL", "https://sari:rahasia@saksi.id"),
        ("DATABASE_URL", "postgres://saksi:rahasia@db/saksi"),
        ("DATABASE_URL", "mysql://saksi:rahasia@db/saksi"),
        ("DATABASE_URL", "sqlite://"),
        ("EVIDENCE_URL", "s3://bucket/prefix"),
        ("TELEGRAM_TOKEN", "rahasia"),
        ("TELEGRAM_MODE", "poll"),
        ("WEBCHAT", "yes"),
        ("TWILIO_SENDER", "081234567890"),
        ("TWILIO_ACCOUNT_SID", "rahasia"),
        ("OPERATOR", "x" * 101),
    ],
)
def test_a_value_that_cannot_be_is_refused_without_repeating_it(given: Given, name: str, value: str) -> None:
    faults = given.faults(**{name: value})
    assert faults[0].startswith(f"SAKSI_{name} must ")
    assert "rahasia" not in " ".join(faults)


@pytest.mark.parametrize(
    ("text", "delay"), [("0", PushDelay(0, 0)), ("5-90", PushDelay(5, 90)), ("15", PushDelay(15, 15))]
)
def test_a_push_waits_between_two_times_or_not_at_all(given: Given, text: str, delay: PushDelay) -> None:
    assert given.read(PUSH_DELAY=text).push_delay == delay


@pytest.mark.parametrize("name", ["OPERATOR", "CONTACT"])
def test_a_real_channel_needs_somebody_who_answers(given: Given, name: str) -> None:
    assert len(given.faults(**{key: value for key, value in LIVE.items() if key != name})) == 1


def test_a_webhook_is_ready_when_all_it_needs_is_there(given: Given) -> None:
    settings = given.read(**WEBHOOK)
    assert settings.channels == ("telegram",)
    assert settings.address == "https://saksi.id"


def test_telegram_calls_webhooks_at_four_ports_only(given: Given) -> None:
    (fault,) = given.faults(**WEBHOOK | {"PUBLIC_URL": "https://saksi.id:9000"})
    assert "443, 80, 88 or 8443" in fault


def test_a_server_of_ones_own_may_call_a_plain_local_webhook(given: Given) -> None:
    local = {"PUBLIC_URL": "http://127.0.0.1:9000", "TELEGRAM_API_URL": "http://127.0.0.1:8081/"}
    assert given.read(**WEBHOOK | local).telegram_api_url == "http://127.0.0.1:8081"


def test_a_webhook_without_a_token_is_a_fault(given: Given) -> None:
    assert any("SAKSI_TELEGRAM_TOKEN is missing" in fault for fault in given.faults(TELEGRAM_MODE="webhook"))


def test_an_old_token_without_a_new_one_is_a_fault(given: Given) -> None:
    (fault,) = given.faults(TWILIO_AUTH_TOKEN_OLD="rahasia")
    assert "SAKSI_TWILIO_AUTH_TOKEN is missing" in fault


@pytest.mark.parametrize("address", ["http://saksi.example", "http://192.168.1.7:8000"])
def test_the_page_is_not_served_where_others_could_read_along(given: Given, address: str) -> None:
    who = {"OPERATOR": "Pemantau", "CONTACT": "halo@pemantau.example"}
    (fault,) = given.faults(WEBCHAT="on", PUBLIC_URL=address, **who)
    assert fault.startswith("SAKSI_PUBLIC_URL must begin with https:// with SAKSI_WEBCHAT=on: ")
    for fine in ("https://saksi.example", "http://localhost:8000", "http://127.0.0.1:9000"):
        assert given.read(WEBCHAT="on", PUBLIC_URL=fine, **who).channels == ("webchat",)


def test_metrics_never_stand_on_the_public_port(given: Given) -> None:
    (fault,) = given.faults(HTTP_PORT="9464")
    assert "must differ" in fault


def test_a_file_where_a_folder_should_be_is_a_fault(given: Given, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for name in ("DATA_DIR", "EVIDENCE_URL", "LAW_DIR"):
        assert any(name in fault for fault in given.faults(**{name: str(tmp_path / "file")}))


def test_reading_the_settings_makes_nothing(given: Given, tmp_path: Path) -> None:
    given.read(DATA_DIR=str(tmp_path / "var"))
    assert list(tmp_path.iterdir()) == []


def test_no_secret_is_shown_and_all_are_known_to_the_log(given: Given) -> None:
    settings = given.read(
        **WEBHOOK,
        DATABASE_URL="postgresql+psycopg://saksi:rahasia@db/saksi",
        TWILIO_ACCOUNT_SID="AC1",
        TWILIO_AUTH_TOKEN="twilio-now",
        TWILIO_AUTH_TOKEN_OLD="twilio-before",
        TWILIO_SENDER="whatsapp:+6281234567890",
    )
    assert settings.twilio_sender == "+6281234567890"
    secrets = {
        TOKEN,
        "AAH-the_secret_half",
        "s3cret_-",
        "rahasia",
        "twilio-now",
        "twilio-before",
        settings.database,
    }
    assert settings.secrets == secrets
    for secret in secrets:
        assert secret not in f"{settings!r} {settings}"


def test_a_data_folder_may_have_any_name(given: Given, tmp_path: Path) -> None:
    folder = tmp_path / "50% of ? & #"
    settings = given.read(DATA_DIR=str(folder))
    database = Database(settings.database)
    migrate(database)
    database.dispose()
    assert settings.database_file == folder / "saksi.db"
    assert settings.database_file.exists()
