"""How people write days: every spelling, made plain before a rule looks at it.

Two languages go in and one comes out: small Indonesian words with one space between them, months and
weekdays by their full names, numbers in digits ("Last Wed, the 16th" becomes "rabu lalu tanggal 16"). Sunday
is `ahad`; `minggu` is left where it may be a week as well.
"""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz.distance import OSA

LONGEST = 4_000

WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "ahad")
MONTHS = (
    "januari", "februari", "maret", "april", "mei", "juni",
    "juli", "agustus", "september", "oktober", "november", "desember",
)  # fmt: skip


def _table(rows: str) -> dict[str, str]:
    """Lines of `word: spelling spelling …` as spelling → word."""
    pairs = (line.split(":") for line in rows.strip().splitlines())
    return {spelling: word.strip() for word, spellings in pairs for spelling in spellings.split()}


_SPELLINGS = _table("""
    senin: senen snin snen senn monday
    selasa: slasa selsa seloso slasah tuesday tues tue
    rabu: rebo rabo rebu rbu wednesday wednesdays wed
    kamis: kemis kms kamiss thursday thurs thur thu
    jumat: jumaat jmat jmt jumad jemuah jumuah friday fri
    sabtu: saptu sbtu sabtuu saturday
    ahad: akad sunday
    minggu: mggu mgg mingu minggunya miggu
    pekan: week weeks
    hari: hr hri day days ari
    hari ini: hariini harini today
    malam ini: tonight
    malam: mlm malem night nights mlam
    pagi: pgi morning
    siang: afternoon
    sore: evening petang
    subuh: shubuh
    bulan: bln month months
    tahun: thn th year years
    jam: hour hours
    menit: mnt minute minutes
    lalu: ago silam lewat lampau
    kemarin: kemaren kmrn kmren kmarin kmaren kemarn kemrin kemarim kemarinn kmrin wingi yesterday
    tadi: td tdi tadii earlier
    barusan: brusan barusn
    semalam: semalem smalam smalem
    sekarang: skrg skrang skg now
    besok: bsk besuk besuknya tomorrow esok
    nanti: nnti ntar entar
    depan: dpn next mendatang
    ini: this
    tanggal: tgl tggl tanggl tnggl tangal
    lagi: lg
    saja: aja sj
    beberapa: bbrp bebrapa several few couple some
    setiap: tiap every
    sebelum: before
    lupa: lupaa forgot
    sampai: sampe hingga sd
    atau: or
    dan: and
    januari: january
    februari: pebruari febuari february
    maret: march
    april: aprl
    juni: june
    juli: july
    agustus: august
    september: sept
    oktober: october
    november: nopember nov nop
    desember: december
""")
# Too short to be a month unless a number stands beside them ("Agus" is a name, "may" and "des" are words).
_SHORT_MONTHS = _table("""
    januari: jan
    februari: feb peb pebr febr
    maret: mar mrt
    april: apr
    mei: may
    juni: jun
    juli: jul
    agustus: agu agt ags agst agust agus aug
    september: sep spt
    oktober: okt oct oktbr
    november: nov nop novem
    desember: des dec
""")
_ENGLISH = frozenset({"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"})
_SHORT_WEEKDAYS = _table("""
    senin: sen mon
    selasa: sel
    rabu: rab
    kamis: kam
    jumat: jum
    sabtu: sab sat
    ahad: sun
""")
_ORDINARY = frozenset(
    {"selama", "kamus", "kumis", "market", "kamil", "kamir"}
)  # one letter from a day or month
_FILLERS = frozenset({"yang", "yg", "the", "of", "on", "at", "pada", "pd", "pas", "telah", "tlh", "in"})
_UNITS = _table("""
    1: satu one
    2: dua two
    3: tiga three
    4: empat four
    5: lima five
    6: enam six
    7: tujuh seven
    8: delapan eight
    9: sembilan nine
    10: sepuluh ten
    11: sebelas eleven
    12: twelve
""")
_DIGITS = frozenset("123456789")
_LEAST = 5  # letters a name must have before a slip in it is forgiven
_ONE = re.compile(r"\bse(?=(?:hari|minggu|pekan|bulan|tahun|jam)\b)|\ban? (?=(?:day|week|month|year|hour)\b)")

_WEEKDAY, _MONTH = "|".join(WEEKDAYS), "|".join(MONTHS)
_PHRASES = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"\bhari (?:before|sebelum) kemarin\b", "kemarin lusa"),
        (r"\b(?:baru|just) (?:saja|tadi|sekarang)\b", "barusan"),
        (r"\blast malam\b", "tadi malam"),
        (r"\bini (pagi|siang|sore|malam|subuh|pekan|bulan|tahun)\b", r"\1 ini"),
        (rf"\blast (minggu|pekan|bulan|tahun|{_WEEKDAY})\b", r"\1 lalu"),
        (rf"\bdepan (minggu|pekan|bulan|tahun|{_WEEKDAY})\b", r"\1 depan"),
        (rf"\bbulan (?={_MONTH})", ""),
        (r"\btahun (?=[12][0-9]{3}\b)", ""),
        (rf"\b({_WEEKDAY}) malam (?:minggu|{_WEEKDAY})\b", r"\1 malam"),
        (r"\bhari minggu\b", "ahad"),
        (r"(?<![0-9] )\bminggu (?=pagi|siang|sore|malam|subuh|tanggal|[0-9])", "ahad "),
        (r"\bmalam minggu\b", "malam ahad"),
        (r"^minggu$", "ahad"),
    )
)
_MONTH_BY_NUMBER = re.compile(
    r"(\b[0-9]{1,2} )bulan (1[0-2]|0?[1-9])\b(?! (?:hari|minggu|pekan|jam|orang)|[/.:-])"
)


def plain(text: str) -> str:
    """`text` in the few words that the rules of day.py know; at most `LONGEST` characters of it are read."""
    small = unicodedata.normalize("NFKC", text[:LONGEST])[:LONGEST].lower()
    small = re.sub(r"['’‘`´ʼ]", "", small).replace("–", "-").replace("—", "-")
    small = _ONE.sub("1 ", small)
    small = re.sub(r"\b([0-9]{1,2})(?:st|nd|rd|th)\b", r"tanggal \1", small)
    small = re.sub(r"(?<=[0-9])(?=[a-z])|(?<=[a-z])(?=[0-9])", " ", small)
    small = re.sub(r"(?<=[0-9]) ?([/-]) ?(?=[0-9])", r"\1", small)
    small = re.sub(r"(?<![0-9])[-/.:]|[-/.:](?![0-9])|[^a-z0-9/.:-]", " ", small)
    words = [_SPELLINGS.get(word, word) for word in small.split() if word not in _FILLERS]
    words = _numbered([_UNITS.get(word, word) for word in words])
    line = " ".join(_named(words, at) for at in range(len(words)))
    line = _MONTH_BY_NUMBER.sub(lambda match: match[1] + MONTHS[int(match[2]) - 1], line)
    for pattern, instead in _PHRASES:
        line = pattern.sub(instead, line)
    return line


def _numbered(words: list[str]) -> list[str]:
    """Joins what Indonesian says in parts: `2 belas` is 12, `2 puluh 1` is 21."""
    joined: list[str] = []
    for word in words:
        before = joined[-1] if joined else ""
        if word == "belas" and before in _DIGITS:
            joined[-1] = str(10 + int(before))
        elif word == "puluh" and before in _DIGITS:
            joined[-1] = before + "0 +"
        elif before.endswith(" +") and word in _DIGITS:
            joined[-1] = before[0] + word
        else:
            joined.append(word)
    return [word.removesuffix(" +") for word in joined]


def _named(words: list[str], at: int) -> str:
    """The month or weekday that the word means where it stands, or the word itself."""
    word = words[at]
    before = words[at - 1] if at else ""
    after = words[at + 1] if at + 1 < len(words) else ""
    if not word.isalpha() or word in MONTHS or word in WEEKDAYS:
        return word
    dated = bool(re.fullmatch(r"(?:[0-9]{1,2}[/.-])?[0-9]{1,2}", before))
    year = len(after) == len("2024") and after.isdigit()
    if word in _SHORT_MONTHS and (
        dated or year or before == "bulan" or (word in _ENGLISH and after.isdigit())
    ):
        return _SHORT_MONTHS[word]
    if word in _SHORT_WEEKDAYS and before in {"hari", "last"}:
        return _SHORT_WEEKDAYS[word]
    if word not in _ORDINARY:
        if dated and len(word) >= _LEAST:
            return _near(word, MONTHS)
        if before in {"hari", "last"} or after in {"lalu", "kemarin", "tanggal"} or after.isdigit():
            return _near(word, WEEKDAYS)
    return word


def _near(word: str, names: tuple[str, ...]) -> str:
    """The one long name a typing slip away: one, or two in a name of seven letters, never the first."""
    for name in names:
        slips = 2 if len(name) >= _LEAST + 2 else 1
        if (
            len(name) >= _LEAST
            and len(word) >= _LEAST
            and word[0] == name[0]
            and OSA.distance(word, name) <= slips
        ):
            return name
    return word
