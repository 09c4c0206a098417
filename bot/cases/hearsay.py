"""Was the story told by others, or seen online? Then the event may have been on another day than she learned of it."""

from __future__ import annotations

import re

_LONGEST = 4_000
_NAMED = {
    "PEOPLE": """orang org teman tmn kawan tetangga warga masyarakat saudara sodara keluarga suami istri bapak ayah ibu
        kakak adik anak paman om tante sepupu saksi mereka sumber rekan kenalan seseorang beberapa banyak""",
    "ONLINE": """facebook fb instagram ig insta tiktok youtube yt twitter threads medsos sosmed internet online grup
        group gc wa whatsapp whatsap telegram status story stori snap reels berita koran""",
    "NEWS": "info informasi kabar cerita foto fotonya video videonya gambar kiriman rekaman bukti pesan berita",
    "GET": "dapat dpt dapet terima menerima peroleh memperoleh",
    "SAY": """bilang cerita bercerita menceritakan ngomong memberitahu mengabarkan mengirim kirim ngirim kirimkan
        kasih""",
    "SITES": "facebook instagram tiktok youtube twitter whatsapp telegram",
}
"""What stands for each name in the patterns: any one of its words."""

# One a line; a space is a space.
_NOT_SO = r"""
\b(?:bukan|bkn|tidak|tdk|not)(?: (?:dari|hanya|sekadar|cuma))? (?:kata|cerita)(?: PEOPLE)?\b
\b(?:bukan|bkn|tidak|tdk|not)(?: (?:dari|hanya|sekadar|cuma))? (?:katanya|gosip|hearsay|dengar-dengar)\b
\bkata[- ]kata\b
\bkata sambutan\b
"""
_TOLD = r"""
\b(?:katanya|ktnya|konon|kabarnya|gosip\w*|rumor\w*|viral)\b
\b(?:denger[- ]denger|dengar[- ]dengar)\b
\b(?:kata|kt|menurut) (?:(?:NEWS|keterangan|pengakuan) )?(?:para )?PEOPLE\b
\bmenurut (?:NEWS|keterangan)\b
\bdi(?:ceritakan|ceritain|ceritai|kabari|kabarin|beritahu|infokan|kirimi|kirimin|kirimkan|forward|share|teruskan)\b
\bdi(?:kasih|kasi|beri) (?:tahu|tau)\b
\bdi ?(?:kirim|bagikan|sebar|posting|upload|unggah)(?: \w+)? (?:di|ke|dari|lewat|melalui) (?:akun )?ONLINE\b
\bdikirim (?:oleh|sama|dari) PEOPLE\b
\bPEOPLE (?:(?:saya|sy|aku|kami|gue|yang) ){0,2}SAY\b
\bPEOPLE (?:(?:saya|sy|aku|kami|gue|yang) ){0,2}(?:memberi|beri) (?:tahu|tau)\b
\bGET (?:NEWS ){0,2}(?:ini )?(?:dari|lewat|melalui|via)\b
\b(?:saya|sy|aku|kami|gue) (?:(?:cuma|hanya|juga|baru) )?(?:dengar|denger|mendengar) (?:NEWS|dari|bahwa)\b
\b(?:screen ?shoo?t|skrinsut|skrinsyut|tangkapan layar|ss-?an|forward|postingan|unggahan)\w*
\b(?:di|dari|lewat|melalui|via) (?:(?:akun|status|story|grup|group|beranda) )?(?:ONLINE|media sosial|tik tok)\b
\bberedar (?:NEWS|di)\b
\bNEWS (?:(?:yang|sudah|sedang|itu) ){0,2}beredar\b
\b(?:live|siaran langsung) (?:di )?(?:ONLINE)\b
\bi (?:was told|heard (?:that|from|about))\b
\bi saw (?:it|this|(?:a|the) (?:post|video)) on(?:line)?\b
\b(?:told me|according to|they say|people say|someone said|posted (?:on|in|by))\b
\bsent (?:(?:it|this) )?(?:to )?(?:me|us|our)\b
\b(?:on|via|through) (?:SITES|social media)\b
\bmy \w+ (?:said|told|sent)\b
"""


def _pattern(rows: str) -> re.Pattern[str]:
    for name, words in _NAMED.items():
        rows = rows.replace(name, f"(?:{'|'.join(words.split())})")
    return re.compile("|".join(rows.strip().splitlines()))


_NOT_SO_SAID, _SAID = _pattern(_NOT_SO), _pattern(_TOLD)


def told_by_others(story: str) -> bool:
    """Whether the story says so; what she heard the accused say with her own ears does not count.

    Reads at most 4,000 characters.
    """
    plain = " ".join(story[:_LONGEST].lower().split())
    return _SAID.search(_NOT_SO_SAID.sub(" ", plain)) is not None
