"""The words understood before any question, in both languages and with their common typos.

Only a message that is nothing but the word counts ("batal", "tolong batal dong", "/batal@SaksiBot"): the same word
inside a story is the story's.
"""

from __future__ import annotations

import re
from enum import Enum

from bot.conversation.spoken import simplified


class GlobalWord(Enum):
    """What she asks for.

    LANGUAGE may carry a code, CROSS a channel, START a link's payload, words about a case its number.
    """

    ADD = "add"
    ASK = "ask"
    BACK = "back"
    CANCEL = "cancel"
    CLEAN = "clean"
    CROSS = "cross"
    DESK = "desk"
    EDIT = "edit"
    ERASE = "erase"
    HELP = "help"
    LANGUAGE = "language"
    LEAVE = "leave"
    LOCK = "lock"
    LONG = "long"
    MENU = "menu"
    MOVE = "move"
    MY_DATA = "my_data"
    OMBUDSMAN = "ombudsman"
    NEW_CODE = "new_code"
    OBJECT = "object"
    PRIVACY = "privacy"
    RAISE = "raise"
    RESTART = "restart"
    SAFE = "safe"
    SEND = "send"
    SHORT = "short"
    SKIP = "skip"
    START = "start"
    STATUS = "status"
    STOP = "stop"
    WITHDRAW = "withdraw"


_WORDS: dict[GlobalWord, str] = {
    GlobalWord.ADD: """tambah, tmbah, tambh, tambahin, tambahkan, nambah, menambah, tambah bukti, menambah bukti,
        tambah foto, tambah laporan, add, add evidence, add photo, add a photo""",
    GlobalWord.ASK: """tanya, tnya, bertanya, nanya, tanya dong, tanya lagi, numpang tanya, pertanyaan, ada pertanyaan,
        punya pertanyaan, bertanya lagi, ask, question, ask a question, i have a question, a question""",
    GlobalWord.BACK: """kembali, kmbali, kembli, kembal, kmbli, kembaliin, balik, mundur, sebelumnya, back, go back,
        bck, previous, undo""",
    GlobalWord.CANCEL: """batal, btal, btl, batl, batalkan, batalin, batalkan laporan, 0, keluar, cancel, cancle,
        quit, exit, end""",
    GlobalWord.CLEAN: """bersihkan chat, bersihkan chat ini, bersihkan seluruh chat, bersihkan, bersihin chat,
        bersikan chat, bersihkan cat, bersih chat, hapus chat, hapus chat ini, hapus percakapan, clean chat,
        clean this chat, clear chat, clear this chat, clean, clear""",
    GlobalWord.CROSS: """lanjut di chat lain, lanjut di hp lain, lanjut di tempat lain, pindah chat, pindah hp,
        continue elsewhere, continue on another phone, continue in another chat""",
    GlobalWord.DESK: "meja, buka meja, meja saya, meja hari ini, meja kami, desk, open my desk, my desk, today's desk",
    GlobalWord.EDIT: """ubah, ubh, uba, rubah, ganti, gnti, ubah jawaban, ganti jawaban, rubah jawaban, perbaiki,
        koreksi, edit, change, change answer, change an answer, correct""",
    GlobalWord.ERASE: """hapus, hpus, hapuss, apus, hapuskan, hapus laporan, hapus laporan saya, hapus data,
        hapus data saya, hapus semua, erase, delete, erase my report, delete my report, delete my data""",
    GlobalWord.HELP: """bantuan, bntuan, bantaun, bantu, bantuin, bantu saya, butuh bantuan, tolong, tlg, tolong bantu,
        bingung, saya bingung, panduan, petunjuk, cara pakai, help, help me, hlp, halp""",
    GlobalWord.LANGUAGE: """bahasa, bhs, bahas, ganti bahasa, ubah bahasa, pilih bahasa, language, languages, lang,
        change language""",
    GlobalWord.LEAVE: "biarkan, biarin, biarkan laporan, leave it, keep it, leave as is",
    GlobalWord.LOCK: "kunci, knci, kunci chat, kunci laporan, buka kunci, lock, lock chat, unlock",
    GlobalWord.LONG: """kabar lengkap, kbr lengkap, kabar lngkap, kabar panjang, lengkap, full news, full updates,
        long news""",
    GlobalWord.MENU: "menu, menu utama, mnu, menunya, main menu, daftar menu",
    GlobalWord.MOVE: "pindah, pindahkan, ya pindah, ya pindahkan, move, move it, yes move it",
    GlobalWord.MY_DATA: "dataku, data ku, datku, data saya, data aku, lihat data saya, my data, mydata",
    GlobalWord.NEW_CODE: """kode baru, kode bru, kod baru, minta kode baru, kode rahasia baru, kode hilang, lupa kode,
        kode saya hilang, new code, new receipt, new secret code, lost code, lost my code""",
    GlobalWord.OBJECT: """tinjau, tinjau lagi, tinjau ulang, minta tinjau, minta ditinjau, minta ditinjau lagi,
        minta ditinjau ulang, keberatan, object, objection, review again, look again""",
    GlobalWord.OMBUDSMAN: """ombudsman, ombusman, tanya ombudsman, bertanya ke ombudsman, tanya ke ombudsman,
        konsultasi, konsul, consult, consultation, ask ombudsman, ask the ombudsman""",
    GlobalWord.PRIVACY: "privasi, privasy, prifasi, kebijakan privasi, privacy, privacy policy, privacy notice",
    GlobalWord.RAISE: """jadikan laporan, jadi laporan, jadiin laporan, jadikan lapor, jadikan laporan saja,
        make it a report, raise it, raise, turn into a report, turn it into a report""",
    GlobalWord.RESTART: """mulai, mulai kabar, mulai kabar lagi, kabar lagi, kirim kabar lagi, nyalakan kabar, unstop,
        resume news, resume updates""",
    GlobalWord.SAFE: """takut, tkut, saya takut, sy takut, aku takut, takut ketahuan, saya takut ketahuan, khawatir,
        saya khawatir, apakah aman, apakah ini aman, apa aman, apa ini aman, ini aman, aman gak, aman ga,
        aman nggak, aman kah, amankah, apakah saya aman, saya aman gak, apakah saya ketahuan, apakah ketahuan,
        ketahuan gak, nanti ketahuan gak, saya ketahuan gak, nanti saya ketahuan gak, apakah rahasia, rahasia gak,
        dirahasiakan gak, apakah dirahasiakan, apakah nama saya dirahasiakan, apakah identitas saya dirahasiakan,
        apakah identitas saya aman, siapa yang baca, siapa yang membaca, siapa yang baca ini,
        siapa yang membaca ini, siapa yang baca laporan saya, siapa yang membaca laporan saya, siapa yang tahu,
        siapa yang lihat, i am afraid, i m afraid, i am scared, i m scared, afraid, scared, is it safe,
        is this safe, am i safe, is it secret, is it confidential, is this confidential, who reads this,
        who reads my report, who will read this, will they know it was me""",
    GlobalWord.SEND: """kirim, krim, kirm, krm, kirin, kirum, kirimkan, kirim laporan, kirim sekarang, send, sent,
        send it, submit""",
    GlobalWord.SHORT: """kabar singkat, kbr singkat, kabar sigkat, kabar pendek, singkat, short news, short updates,
        short pushes""",
    GlobalWord.SKIP: "lewati, lewat, lwti, lewti, lewatin, lewatkan, lwat, lewati dulu, skip, skp, skip it, pass",
    GlobalWord.START: """start, lapor, lpor, lapr, lapor baru, melapor, buat laporan, bikin laporan, laporan baru,
        mulai lapor, report, new report, make a report""",
    GlobalWord.STATUS: """status, sttus, satus, stauts, statu, setatus, statusnya, cek status, lihat status,
        status laporan, status laporan saya, cek laporan, cek laporan saya, kabar laporan, check status, my status,
        report status""",
    GlobalWord.STOP: """berhenti, brhenti, brenti, stop, stop kabar, hentikan kabar, berhenti kabar, unsubscribe,
        stop news, stop updates""",
    GlobalWord.WITHDRAW: """tarik, tarik laporan, tarik laporan saya, tarik kembali, tarik kembali laporan, cabut,
        cabut laporan, withdraw, withdraw report, withdraw my report""",
}
_LANGUAGES: dict[str, str] = {
    "en": """english, inggris, ingris, bahasa inggris, bhs inggris, basa inggris, inggeris, in english, en,
        english please, language english, bahasa english, ganti bahasa inggris""",
    "id": """indonesia, indonesian, bahasa indonesia, bhs indonesia, indo, bahasa indo, in indonesian, id,
        language indonesian, ganti bahasa indonesia""",
}
_CHANNELS: dict[str, str] = {
    "telegram": "telegram, telegramku, tele, tg, telgram, telegran",
    "whatsapp": "whatsapp, wa, whatsap, whatapp, watsap, watsapp, whats app",
}
_THERE = (
    "lanjut di, lanjut ke, lanjut, lanjutkan di, lanjutkan ke, lanjutin di, teruskan di, pindah ke, pindah di, pindah,"
    "pindahkan ke, continue on, continue in, continue with, move to, go on in"
)
_MEANT: dict[str, tuple[GlobalWord, str]] = {
    **{said.strip(): (word, "") for word, row in _WORDS.items() for said in row.split(",")},
    **{
        said.strip(): (GlobalWord.LANGUAGE, code)
        for code, row in _LANGUAGES.items()
        for said in row.split(",")
    },
    **{
        f"{there.strip()} {said.strip()}": (GlobalWord.CROSS, channel)
        for channel, row in _CHANNELS.items()
        for said in row.split(",")
        for there in _THERE.split(",")
    },
}
_OF_A_CASE = frozenset(
    {
        GlobalWord.ADD,
        GlobalWord.ERASE,
        GlobalWord.LEAVE,
        GlobalWord.LOCK,
        GlobalWord.NEW_CODE,
        GlobalWord.OBJECT,
        GlobalWord.OMBUDSMAN,
        GlobalWord.RAISE,
        GlobalWord.STATUS,
        GlobalWord.WITHDRAW,
    }
)
_POLITE = frozenset(
    """tolong mohon dong donk ya yah yaa kak kakak min admin mas mbak mba bang pak bu gan bos please pls plis deh
    dulu aja saja sih nih""".split()
)
_NUMBERED = frozenset({"nomor", "nomer", "no", "laporan", "tiket", "number"})
_WANTING = re.compile(r"(?:(?:saya|sy|aku|i) )?(?:mau|ingin|minta|pengen|want to) ")
_TRIPLED = re.compile(r"(\w)\1{2,}")
_START = re.compile(r"\s*/start(?:@\w+)?\s+([A-Za-z0-9_-]{1,64})\s*")
_COMMAND = re.compile(r"\s*/(\w+)(?:@\w+)?")
_CASE = re.compile(
    r"((?P<ticket>[a-z0-9]{3}[ .–-]*[a-z0-9]{3}[ .–-]*[a-z0-9])"
    r"(?:\W+[a-z0-9]{4}[ –-]*[a-z0-9]{4}[ –-]*[a-z0-9]{4})?)\W*",
    re.IGNORECASE,
)
_LONGEST = 120


def global_word(text: str) -> tuple[GlobalWord, str] | None:
    """What `text` asks for and its argument, "" without one; None unless the whole message is such a word.

    The argument of a word about a case is what stands there as its number, with the secret code if that follows,
    as it was written; of LANGUAGE "id" or "en"; of CROSS a channel; of EDIT the number or name of a line; of /start
    its payload.
    """
    if len(text) > _LONGEST:
        return None
    if payload := _START.fullmatch(text):
        return GlobalWord.START, payload[1]
    if text.strip() and not text.strip(" \t\r\n?？!"):
        return (GlobalWord.HELP, "") if "?" in text or "？" in text else None
    command = _COMMAND.match(text)
    if command:
        text = command[1].replace("_", " ") + text[command.end() :]
    return _meant(simplified(text)) or _about_a_case(text) or _a_line(simplified(text)) or _afraid(text)


def _meant(said: str, polite: frozenset[str] = _POLITE) -> tuple[GlobalWord, str] | None:
    """The word without what is only polite about it."""
    words = _TRIPLED.sub(r"\1", said).split()
    while words:
        plain = " ".join(words)
        found = _MEANT.get(plain) or _MEANT.get(_WANTING.sub("", plain, count=1))
        if found:
            return found
        if words[-1] in polite:
            words.pop()
        elif words[0] in polite:
            words.pop(0)
        else:
            return None
    return None


def _afraid(text: str) -> tuple[GlobalWord, str] | None:
    """ "apakah aman? nanti saya ketahuan gak": several sentences, and each asks the same."""
    said = [_meant(simplified(part)) for part in re.split(r"[?？!.,;\n]+", text) if part.strip()]
    afraid = (GlobalWord.SAFE, "")
    return afraid if said and all(one == afraid for one in said) else None


def _about_a_case(text: str) -> tuple[GlobalWord, str] | None:
    """ "status K7M-4QX-3": a word about a case and its number, which has a dash or a digit as no plain word has."""
    for gap in re.finditer(r"\W+", text):
        number = _CASE.fullmatch(text, gap.end())
        found = _meant(simplified(text[: gap.start()]), _POLITE | _NUMBERED)
        if number and found and found[0] in _OF_A_CASE and re.search(r"[0-9–-]", number["ticket"]):
            return found[0], number[1]
    return None


def _a_line(said: str) -> tuple[GlobalWord, str] | None:
    """ "ubah 3", "ubah tempat": the line that she wants to change."""
    word, _, line = said.partition(" ")
    found = _MEANT.get(word)
    if found is None or found[0] is not GlobalWord.EDIT or not line:
        return None
    line = line.removeprefix("nomor ").removeprefix("no ")
    named = word in {"ubah", "edit"} and line.isalpha()
    return (GlobalWord.EDIT, line) if named or re.fullmatch(r"[0-9]{1,2}", line) else None
