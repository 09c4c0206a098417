# Semua yang dibaca orang, dalam urutan diucapkannya. Warga membaca kata-kata biasa, pendek, hangat, tanpa menyalahkan.
# Nilai pesan adalah bunyinya pada layar bernomor; `.telegram` dan seterusnya adalah bunyinya di saluran itu.
# `.short` berdiri di dalam kalimat, `.also` adalah kata lain yang berarti sama.

-alinea = { "\u000A\u000A" }

### Pemberitahuan dan persetujuan

ask-consent =
    Halo, ini Saksi. Kalau Anda melihat pegawai negeri, kepala desa, atau aparat memihak calon, ceritakan di sini. Kami sampaikan ke petugas yang berwenang, lalu Anda kami kabari.

    Petugas tidak melihat nomor Anda. WhatsApp dan penyalur pesan kami (Twilio, di luar negeri) tahu Anda menghubungi kami dan ikut memproses isinya. Sebaiknya jangan pakai HP atau Wi-Fi kantor.

    Pengelola: { $operator }
    .telegram =
    Halo, ini Saksi. Kalau Anda melihat pegawai negeri, kepala desa, atau aparat memihak calon, ceritakan di sini. Kami sampaikan ke petugas yang berwenang, lalu Anda kami kabari.

    Petugas tidak melihat akun Anda. Telegram, perusahaan di luar negeri, tahu Anda menghubungi kami dan dapat membuka isi chat bot. Sebaiknya jangan pakai HP atau Wi-Fi kantor.

    Pengelola: { $operator }
    .terminal =
    Halo, ini Saksi. Kalau Anda melihat pegawai negeri, kepala desa, atau aparat memihak calon, ceritakan di sini. Kami sampaikan ke petugas yang berwenang, lalu Anda kami kabari.

    Petugas tidak melihat siapa Anda. Percakapan ini berlangsung di terminal komputer ini saja, untuk mencoba.

    Pengelola: { $operator }
    .webchat =
    Halo, ini Saksi. Kalau Anda melihat pegawai negeri, kepala desa, atau aparat memihak calon, ceritakan di sini. Kami sampaikan ke petugas yang berwenang, lalu Anda kami kabari.

    Petugas tidak melihat siapa Anda. Riwayat peramban di HP atau komputer ini, penyedia internet, dan Wi-Fi dapat mencatat bahwa halaman ini dibuka, bukan isinya. Sebaiknya jangan pakai HP atau Wi-Fi kantor.

    Pengelola: { $operator }
consent-agree = Setuju, mulai
    .also = setuju, ya, ya setuju, oke, ok, boleh, mulai, iya, y, lanjut, siap
consent-read = Baca dulu (1 menit)
    .tap = Baca dulu
    .telegram = Baca dulu
    .also = baca
consent-ask = Saya cuma mau bertanya
    .tap = Cuma bertanya
    .telegram = Cuma mau bertanya
    .also = cuma tanya, mau tanya, bertanya, tanya, cuma bertanya
hint-consent = Sebelum mulai kami perlu persetujuan Anda. Balas 1 kalau setuju, 2 untuk membaca dulu, 3 kalau cuma mau bertanya.
    .telegram = Sebelum mulai kami perlu persetujuan Anda. Tekan salah satu tombol di bawah ini.
help-consent = Tidak apa-apa, tidak usah buru-buru. Balas 1 kalau Anda setuju dan mau mulai. Kalau tidak, tidak ada yang perlu Anda lakukan.
    .telegram = Tidak apa-apa, tidak usah buru-buru. Tekan "Setuju, mulai" kalau mau mulai. Kalau tidak, tidak ada yang perlu Anda lakukan.
early-kept-consent = Terima kasih, tulisan Anda kami simpan dulu. Sebelum lanjut kami perlu persetujuan Anda: balas 1 kalau setuju, 2 untuk membaca dulu.
    .telegram = Terima kasih, tulisan Anda kami simpan dulu. Sebelum lanjut kami perlu persetujuan Anda. Tekan salah satu tombol di bawah ini.
early-kept-first = Tulisan Anda tadi kami simpan dulu. Kalau Anda setuju, nanti bisa dipakai sebagai ceritanya.
ask-consented =
    Yang disimpan: jawaban dan foto Anda, terkunci. Alamat chat dipisah, hanya untuk mengirim kabar.

    Berapa lama: isian yang tidak dikirim 7 hari; laporan { $months } bulan setelah selesai, atau menurut aturan arsip kantor yang menerima.

    Hak Anda: DATAKU, UBAH, TARIK, HAPUS.

    Rahasia mutlak tidak bisa kami janjikan: dalam laporan resmi atau sidang, nama Anda dapat diketahui.

    Kontak: { $contact }
    .webchat =
    Yang disimpan: jawaban dan foto Anda, terkunci. Percakapan di halaman ini terhapus sendiri setelah 7 hari, atau kapan saja dengan BERSIHKAN CHAT. Saksi tidak menyimpan alamat internet Anda.

    Berapa lama: isian yang tidak dikirim 7 hari; laporan { $months } bulan setelah selesai, atau menurut aturan arsip kantor yang menerima.

    Hak Anda: DATAKU, UBAH, TARIK, HAPUS.

    Rahasia mutlak tidak bisa kami janjikan: dalam laporan resmi, nama Anda dapat diketahui.

    Kontak: { $contact }
consented-agree = Setuju, mulai
    .also = setuju, ya, oke, ok, mulai, iya, y
consented-no = Tidak jadi
    .also = tidak, batal, nanti
not-now = Baik. Tidak ada yang kami simpan dari percakapan ini. Kalau nanti berubah pikiran, tulis saja HALO.
    .webchat = Baik. Percakapan ini terhapus sendiri dalam satu jam, dari halaman ini dan dari tempat kami. Kalau nanti berubah pikiran, tulis saja HALO.
not-kept = Kiriman Anda tadi tidak kami simpan.
ask-asking =
    Silakan. Pertanyaan Anda bisa kami sampaikan ke petugas Ombudsman lewat chat ini, tanpa nama juga boleh. Yang disimpan sama seperti laporan: tulisan Anda terkunci, alamat chat dipisah.

    Mau menghubungi sendiri? Ombudsman RI: telepon { $ombudsman-phone } atau WhatsApp { $ombudsman-whatsapp }. Gratis, dan tidak menjadi laporan.
asking-agree = Setuju, tanya lewat chat ini
    .tap = Setuju, tanya
    .telegram = Setuju, tanya di sini
    .also = setuju, ya, ya setuju, oke, ok, boleh, tanya, mau tanya, lanjut, iya, y
asking-no = Tidak jadi
    .also = tidak, batal, nanti
other-language = { $language ->
    [en] For English, type ENGLISH.
   *[id] Untuk bahasa Indonesia, ketik INDONESIA.
    }

### Bolehkah ASN …?

ask-situation = Silakan. Tulis pertanyaannya dengan kata-kata biasa, misalnya: boleh gak guru like postingan caleg? Atau balas dengan angka topiknya. Pertanyaan tidak kami simpan, dan tidak menjadi laporan.
    .telegram = Silakan. Tulis pertanyaannya dengan kata-kata biasa, misalnya: boleh gak guru like postingan caleg? Atau tekan topiknya. Pertanyaan tidak kami simpan, dan tidak menjadi laporan.
    .webchat = Silakan. Tulis pertanyaannya dengan kata-kata biasa, misalnya: boleh gak guru like postingan caleg? Atau tekan topiknya. Pertanyaan tidak menjadi laporan, dan terhapus dari halaman ini dalam satu jam.
brief-situation = Tulis pertanyaannya dengan kata-kata biasa, atau balas dengan angka topiknya.
    .telegram = Tulis pertanyaannya dengan kata-kata biasa, atau tekan topiknya.
pick-situation = { $topic }. Yang mana? Boleh juga ditulis sendiri.
learn-more = Lainnya
    .also = lain, lagi, berikutnya
learn-topics = Topik lain
    .also = topik, kembali ke topik
answer-about = { $situation }:
verdict-yes = Boleh, pada umumnya.
verdict-no = Tidak boleh, pada umumnya.
verdict-depends = Tergantung.
answer-basis = Dasar: { $basis }.
answer-general = Ini penjelasan umum, bukan nasihat hukum atau putusan. Pertanyaan ini tidak menjadi laporan.
learn-again = Tanya yang lain
    .also = tanya lagi, lagi, lain, yang lain
learn-ombudsman = Tanya Ombudsman
    .also = tanya petugas, petugas
learn-officer = Tanya petugas
    .also = petugas, ke petugas, ya, iya, mau
learn-seen = Saya melihat hal seperti ini
    .also = saya melihat, lapor, melapor, saya mau lapor
learn-back = Lanjutkan isian saya
    .tap = Lanjutkan isian
    .also = lanjutkan, lanjut, isian saya
learn-carried = Bolehkah ini: { $situation }?
not-sure = Saya belum yakin jawabannya. Yang paling dekat: "{ $situation }". Mau ditanyakan ke petugas?
not-sure-at-all = Saya belum yakin jawabannya. Mau ditanyakan ke petugas?
not-sure-now = Saya belum yakin jawabannya. Setelah isian ini, ketik TANYA: pertanyaannya bisa dibawa ke petugas.
topic-social = Media sosial
topic-photo = Foto dan pose
topic-event = Kampanye dan acara
topic-props = Baliho, stiker, barang
topic-office = Mobil, kantor, jabatan
topic-party = Partai, tim, mencalonkan diri
topic-family = Keluarga dan murid
topic-vote = Mencoblos, TPS, lainnya
topic-others = PPPK, honorer, kades, polisi, BUMN
situation-like = Guru PNS atau PPPK memberi like pada postingan kampanye, walau kakak sendiri
    .short = Like pada postingan kampanye
because-like = Like, komentar, dan share untuk calon termasuk yang dilarang; keluarga tidak dikecualikan.
situation-share = ASN membagikan poster atau postingan calon
    .short = Membagikan poster calon
because-share = Membagikan berarti ikut mengampanyekan.
situation-comment = ASN berkomentar mendukung, seperti "semoga menang"
    .short = Berkomentar "semoga menang"
because-comment = Komentar dukungan termasuk yang dilarang.
situation-follow = ASN mengikuti akun atau grup tim pemenangan
    .short = Follow akun tim pemenangan
because-follow = Bergabung dengan akun atau grup pemenangan, atau mengikutinya, disebut jelas dalam larangan.
situation-wa-status = ASN memasang foto atau poster calon di status WhatsApp atau story
    .short = Foto calon di status WA
because-wa-status = Status terlihat banyak orang dan berarti mengampanyekan.
situation-family-group = ASN tetap di grup WhatsApp keluarga yang membahas calon
    .short = Grup keluarga membahas calon
because-family-group = Grup keluarga bukan grup pemenangan; jangan ikut mengajak.
situation-photo-posted = ASN memposting foto bersama calon
    .short = Posting foto bersama calon
because-photo-posted = Dilarang bila mendukung, atau ada simbol dan atribut; sebaiknya jangan.
situation-photo-private = ASN berfoto dengan calon di hajatan tanpa mempostingnya
    .short = Foto dengan calon, tidak diposting
because-photo-private = Yang disebut aturan ialah memposting; simbol jari dan atribut tetap berisiko.
situation-pose = ASN berfoto dengan pose jari di masa pemilu
    .short = Foto dengan pose jari
because-pose = Pose yang menyerupai nomor atau simbol peserta dinilai memihak.
situation-spouse-photo = ASN berfoto dengan suami atau istrinya yang menjadi calon
    .short = Foto dengan suami/istri yang calon
because-spouse-photo = Boleh asal tanpa simbol tangan dukungan.
situation-campaign = ASN ikut kampanye calon atau partai
    .short = Ikut kampanye
because-campaign = Yang dilarang ikut mendukung; datang untuk mendengar saja dinyatakan boleh.
situation-listen = ASN datang ke kampanye untuk mendengar visi-misi
    .short = Datang ke kampanye, mendengar saja
because-listen = Hadir pasif sebagai pemilih dinyatakan boleh; atribut, yel-yel, dan ajakan tidak.
situation-party-shirt = ASN memakai kaus atau atribut partai di kampanye
    .short = Kaus partai di kampanye
because-party-shirt = Atribut partai pada peserta kampanye dilarang.
situation-uniform = ASN memakai baju dinas di kampanye
    .short = Baju dinas di kampanye
because-uniform = Atribut pegawai negeri di kampanye dilarang.
situation-cheer = ASN ikut yel-yel atau deklarasi dukungan untuk calon
    .short = Yel-yel atau deklarasi calon
because-cheer = Hadir dan mendukung secara aktif dilarang.
situation-introduction = ASN ikut acara perkenalan atau sosialisasi bakal calon
    .short = Perkenalan bakal calon
because-introduction = Ikut sosialisasi atau pengenalan bakal calon disebut dalam daftar larangan.
situation-subordinates = Kepala dinas atau atasan lain mengajak bawahannya ikut kampanye atau mendukung calon
    .short = Atasan mengajak bawahan
because-subordinates = Mengerahkan pegawai lain dilarang.
situation-wedding = ASN datang ke pernikahan anak seorang calon
    .short = Pernikahan anak calon
because-wedding = Acara keluarga bukan kampanye, selama tanpa ajakan dan atribut.
situation-leave = ASN ikut kampanye saat cuti tahunan
    .short = Kampanye saat cuti tahunan
because-leave = Cuti biasa tidak menghapus kewajiban netral.
situation-billboard = ASN memasang baliho, spanduk, atau bendera calon atau partai di rumahnya
    .short = Baliho calon di rumah
because-billboard = Memasang alat peraga calon dilarang.
situation-spouse-billboard = Suami atau istri ASN yang bukan ASN memasang baliho di rumah bersama
    .short = Baliho milik suami/istri ASN
because-spouse-billboard = Larangan mengikat pegawainya; ia tidak boleh ikut memasang atau menyuruh.
situation-sticker = ASN menempel stiker calon di motor atau mobil sendiri
    .short = Stiker calon di kendaraan
because-sticker = Stiker dapat dinilai sebagai alat peraga.
situation-goods = ASN membagikan sembako atau barang untuk calon
    .short = Membagi sembako untuk calon
because-goods = Pemberian barang yang memihak dilarang.
situation-car = Mobil dinas dipinjamkan atau dipakai untuk kampanye
    .short = Mobil dinas untuk kampanye
because-car = Memakai fasilitas negara untuk kampanye dilarang.
situation-hall = Aula atau gedung kantor dipakai tim sukses atau kampanye
    .short = Aula kantor untuk tim sukses
because-hall = Gedung kantor termasuk fasilitas negara.
situation-aid = Camat atau pejabat lain membagi bantuan sambil menyebut nama calon
    .short = Bantuan sambil menyebut calon
because-aid = Tindakan jabatan yang menguntungkan calon dilarang.
situation-delay = Kepala dinas menunda proyek di desa yang tidak mendukung calonnya
    .short = Menunda proyek desa
because-delay = Keputusan yang menguntungkan atau merugikan calon dilarang.
situation-rotation = Bupati, wali kota, atau gubernur mengganti pejabat menjelang pilkada
    .short = Ganti pejabat jelang pilkada
because-rotation = Dilarang sejak enam bulan sebelum penetapan calon, kecuali ada persetujuan tertulis Menteri.
situation-program = Bupati, wali kota, atau gubernur memakai program daerah untuk menguntungkan calon
    .short = Program daerah untuk calon
because-program = Dilarang sejak enam bulan sebelum penetapan calon.
situation-refuse = ASN menolak perintah atasan untuk mendukung calon
    .short = Menolak perintah atasan
because-refuse = Mengerahkan pegawai lain dilarang bagi atasan itu; simpan buktinya.
situation-member = ASN menjadi anggota atau pengurus partai
    .short = Menjadi anggota partai
because-member = Anggota dan pengurus partai tidak dapat tetap menjadi ASN.
situation-team = ASN menjadi tim sukses, walau diam-diam
    .short = Menjadi tim sukses
because-team = Sebelum dan sesudah penetapan calon sama-sama dilarang.
situation-form = ASN mengambil formulir bakal calon di kantor partai
    .short = Formulir bakal calon
because-form = Mendekati partai tanpa cuti di luar tanggungan negara dilarang.
situation-run = ASN mencalonkan diri menjadi bupati
    .short = Mencalonkan diri
because-run = Dapat, dengan mengundurkan diri sebagai ASN.
situation-id-card = ASN memberi atau mengumpulkan fotokopi KTP untuk calon perseorangan
    .short = KTP untuk calon perseorangan
because-id-card = Dukungan kepada calon perseorangan dilarang.
situation-spouse-campaign = ASN mendampingi suami atau istri yang menjadi calon
    .short = Mendampingi suami/istri yang calon
because-spouse-campaign = Harus cuti di luar tanggungan negara, tanpa atribut dan tidak aktif berkampanye.
situation-tell-spouse = ASN memberi tahu pilihannya kepada suami atau istrinya
    .short = Memberi tahu pilihan di rumah
because-tell-spouse = Percakapan pribadi di rumah bukan kampanye.
situation-pupils = Guru PNS atau PPPK meminta murid atau orang tua memilih calon
    .short = Guru mengajak murid atau orang tua
because-pupils = Ajakan dan imbauan yang memihak dilarang.
situation-invite-tps = ASN mengajak orang datang ke TPS tanpa menyebut calon
    .short = Mengajak ke TPS tanpa menyebut calon
because-invite-tps = Mengajak memakai hak pilih tidak memihak siapa pun.
situation-vote = ASN mencoblos
    .short = Mencoblos
because-vote = ASN mempunyai hak pilih.
situation-kpps = ASN menjadi anggota KPPS
    .short = Menjadi anggota KPPS
because-kpps = Boleh dengan izin atasan, dan tetap netral.
situation-witness = ASN menjadi saksi calon di TPS
    .short = Menjadi saksi calon
because-witness = Saksi bekerja untuk salah satu peserta.
situation-off-season = ASN memihak ketika tidak ada pemilu
    .short = Memihak di luar masa pemilu
because-off-season = Asas netral berlaku terus; larangan yang menyebut calon perlu ada calonnya.
situation-report-colleague = Anda melaporkan rekan sekantor yang memihak
    .short = Melaporkan rekan sekantor
because-report-colleague = Siapa pun boleh memberi tahu; atasan wajib memeriksa.
situation-pppk-campaign = Guru PPPK atau PPPK lain ikut kampanye
    .short = PPPK ikut kampanye
because-pppk-campaign = PPPK juga ASN; aturan sanksinya saja yang lain.
situation-honorer-campaign = Honorer ikut kampanye
    .short = Honorer ikut kampanye
because-honorer-campaign = Bukan ASN, tetapi kontrak atau aturan kantornya dapat melarang.
situation-village-head = Kepala desa ikut berkampanye atau mendukung calon
    .short = Kepala desa ikut kampanye
because-village-head = Kepala desa dilarang ikut tim kampanye atau memihak calon.
situation-village-team = Perangkat desa atau anggota BPD menjadi tim sukses
    .short = Perangkat desa/BPD jadi tim sukses
because-village-team = Keduanya disebut dalam daftar yang dilarang.
situation-rt-team = Ketua RT atau RW menjadi tim sukses
    .short = Ketua RT/RW jadi tim sukses
because-rt-team = Larangan Bawaslu untuk RT/RW tahun 2018 sudah dihapus; aturan daerah dapat berbeda.
situation-state-company = Karyawan BUMN atau BUMD masuk tim kampanye
    .short = Karyawan BUMN/BUMD di tim kampanye
because-state-company = Termasuk yang dilarang dalam pemilu.
situation-forces = Tentara atau polisi mendukung calon
    .short = Tentara atau polisi mendukung calon
because-forces = TNI dan Polri dilarang ikut tim kampanye.
situation-retired = Pensiunan PNS ikut kampanye
    .short = Pensiunan ikut kampanye
because-retired = Ia bukan ASN lagi.
basis-bawaslu-33-2018 = Peraturan Bawaslu 33/2018
basis-bkn-spouse = SKB Netralitas ASN 2022; penjelasan BKN
basis-kpu-kpps = penjelasan KPU 2023
basis-neutral = asas netralitas
basis-office = aturan instansi; penjelasan Bawaslu 2022
basis-pp94-26 = PP 94/2021 pasal 26 ayat (1)
basis-pp94-5n = PP 94/2021 pasal 5 huruf n
basis-pppk = PP 49/2018 dan UU 20/2023
basis-skb = SKB Netralitas ASN 2022
basis-skb-appeal = SKB Netralitas ASN 2022 dan imbauan tahun 2023
basis-skb-attend = SKB Netralitas ASN 2022; penjelasan Mendagri dan Bawaslu 2024
basis-uu10-7 = UU 10/2016 pasal 7 dan UU 20/2023
basis-uu10-71-1 = SKB Netralitas ASN 2022; UU 10/2016 pasal 71 ayat (1)
basis-uu10-71-2 = UU 10/2016 pasal 71 ayat (2)
basis-uu10-71-3 = UU 10/2016 pasal 71 ayat (3)
basis-uu20 = UU 20/2023, asas netralitas
basis-uu20-52 = SKB Netralitas ASN 2022; UU 20/2023 pasal 52
basis-uu7-280-2 = UU 7/2017 pasal 280 ayat (2)
basis-uu7-280-23 = UU 7/2017 pasal 280 ayat (2) dan (3)
basis-uu7-280-uu10-71 = UU 7/2017 pasal 280; UU 10/2016 pasal 71
basis-vote = penjelasan Bawaslu dan Mendagri

### Wawancara

begin = Terima kasih. Ini sekitar 5 menit, dan bisa berhenti kapan saja: ketik BATAL. Salah jawab? Ketik KEMBALI.{ -alinea }
    .telegram = Terima kasih. Ini sekitar 5 menit, dan bisa berhenti kapan saja.

ask-offence = Apa yang Anda lihat? Balas dengan angkanya.
    .telegram = Apa yang Anda lihat?
offence-billboard = Memasang baliho atau spanduk calon
    .telegram = Memasang baliho atau spanduk
    .short = baliho atau spanduk
    .also = baliho, spanduk, banner, poster, alat peraga, stiker, bendera
offence-social = Mendukung di medsos (posting, like, share)
    .telegram = Mendukung di medsos
    .short = dukungan di medsos
    .also = medsos, facebook, fb, instagram, ig, tiktok, status wa, posting, postingan, like, share, komentar
offence-rally = Ikut kampanye atau acara calon
    .short = ikut kampanye atau acara calon
    .also = kampanye, ikut kampanye, deklarasi, acara calon
offence-urging = Mengajak memilih, membagi barang
    .short = mengajak memilih atau membagi barang
    .also = mengajak, ajakan, sembako, bagi sembako, membagi barang, bagi barang, bagi uang, uang
offence-facility = Memakai mobil, kantor, atau jabatan
    .telegram = Memakai mobil, kantor, jabatan
    .short = memakai mobil, kantor, atau jabatan
    .also = mobil dinas, fasilitas negara, fasilitas, kantor, jabatan
offence-party = Masuk partai atau tim sukses
    .short = masuk partai atau tim sukses
    .also = partai, tim sukses, timses, anggota partai
offence-idcards = Mengumpulkan KTP untuk calon
    .short = mengumpulkan KTP untuk calon
    .also = ktp, fotokopi ktp
offence-post = Pungutan liar, hadiah, soal jabatan
    .short = pungutan liar, hadiah, atau soal jabatan
    .also = pungutan liar, pungli, hadiah, gratifikasi, suap, soal jabatan, mutasi
offence-other = Lainnya, atau tidak yakin
    .short = hal lain
    .also = lainnya, lain, tidak yakin, tidak tahu, ga yakin
ack-offence = Baik: { $choice }.
hint-offence = Maaf, saya belum paham. Balas dengan angka 1 sampai { $last }. Kalau ragu, balas { $last }; petugas yang akan memastikan.
    .telegram = Maaf, saya belum paham. Tekan salah satu tombol di bawah ini. Kalau ragu, pilih yang terakhir; petugas yang akan memastikan.
help-offence = Tidak apa-apa, kita pelan-pelan. Pilih yang paling mirip saja. Kalau tidak ada yang cocok, balas { $last }. Ceritanya bisa Anda tulis sebentar lagi.
    .telegram = Tidak apa-apa, kita pelan-pelan. Pilih yang paling mirip saja. Kalau tidak ada yang cocok, pilih "Lainnya". Ceritanya bisa Anda tulis sebentar lagi.

ask-matter = Yang mana yang paling dekat?
matter-levy = Pungutan liar
    .tap = Pungutan liar
    .short = pungutan liar
    .also = pungli, pungutan, uang pelicin
matter-gift = Hadiah atau uang untuk pejabat
    .tap = Hadiah atau uang
    .short = hadiah atau uang untuk pejabat
    .also = hadiah, gratifikasi, suap
matter-appointment = Soal jabatan: lelang, mutasi, diturunkan
    .tap = Soal jabatan
    .short = soal jabatan
    .also = jabatan, mutasi, lelang, demosi, lelang jabatan
ack-matter = Baik: { $choice }.
passed-matter = Tidak masalah, kami catat pungutan liar dulu. Nanti bisa diubah sebelum dikirim.{ -alinea }

ask-evidence =
    Ada fotonya? Kirim sekarang, boleh beberapa. Kalau belum ada, jangan kembali ke sana hanya demi foto.

    Petugas melihat salinan tanpa data lokasi. Tetapi yang terlihat di foto tetap terlihat: usahakan wajah, rumah, dan kendaraan Anda tidak ikut.
    .telegram =
    Ada fotonya? Kirim sekarang, boleh beberapa sekaligus. Kalau belum ada, jangan kembali ke sana hanya demi foto.

    Petugas melihat salinan tanpa data lokasi. Tetapi yang terlihat di foto tetap terlihat: usahakan wajah, rumah, dan kendaraan Anda tidak ikut.
brief-evidence = Ada fotonya? Kirim sekarang, boleh beberapa.
evidence-none = { $of ->
    [file] Tidak ada berkas
   *[photo] Tidak ada foto
    }
    .also = tidak ada, tidak, ga ada, gak ada, tdk ada, belum ada, nggak ada, tanpa foto, tidak ada foto, tanpa berkas, tidak punya, lewati
evidence-done = Cukup, lanjut
    .telegram = Selesai
    .also = cukup, lanjut, selesai, sudah, udah, itu saja, tidak ada lagi, tidak, kirim
evidence-remove = { $count ->
    [1] Hapus { $kind } ini
   *[other] Hapus yang terakhir
    }
    .tap = Hapus terakhir
    .telegram = Hapus yang terakhir
evidence-without = { $of ->
    [file] Tanpa berkas
   *[photo] Tanpa foto
    }
    .also = tanpa, tidak ada, tidak, tidak usah
evidence-later = Kirim nanti, lanjut dulu
    .tap = Kirim nanti
    .also = nanti, lanjut, lanjut dulu
evidence-keep = Simpan, suara boleh ikut
    .tap = Simpan
    .also = simpan, ya, boleh, iya
evidence-forget = Jangan disimpan
    .also = jangan, tidak
kind-photo = foto
kind-file = berkas
evidence-coming = { $coming } { $kind } sedang kami ambil. Tunggu sebentar, atau kirim yang lain.
evidence-stored = { $coming ->
    [0] { $stored } { $kind } sudah tersimpan. { $full ->
        [0] Masih ada? Kirim saja.
       *[other] Sepuluh berkas sudah cukup; yang selebihnya belum disimpan.
        }
   *[other] { $stored } { $kind } sudah tersimpan, { $coming } lagi sedang kami ambil.
    }
evidence-heard = Suara di dalamnya ikut terdengar petugas. Kalau itu suara Anda, Anda bisa dikenali: lebih aman dihapus, lalu dikirim ulang tanpa suara.
evidence-mended = Sekarang berhasil: { $stored } { $kind } sudah tersimpan.
evidence-late = { $coming ->
    [0] { $stored } { $kind } sudah tersimpan. Silakan lanjutkan.
   *[other] { $stored } { $kind } sudah tersimpan, { $coming } lagi sedang kami ambil. Silakan lanjutkan.
    }
passed-evidence = Tidak masalah, kita lanjut. Foto masih bisa dikirim kapan saja.{ -alinea }
hint-evidence = Maaf, saya belum paham. Kirim fotonya, atau balas 1.
    .telegram = Maaf, saya belum paham. Kirim fotonya, atau tekan tombol di bawah ini. Ceritanya ditulis sesudah ini.
help-evidence = Foto dikirim seperti biasa: tekan tanda lampiran, pilih foto, lalu kirim. Kalau tidak ada, balas 1. Ceritanya ditulis sesudah ini.
    .telegram = Foto dikirim seperti biasa: tekan tanda klip, pilih foto, lalu kirim. Kalau tidak ada, tekan tombol di bawah ini. Ceritanya ditulis sesudah ini.
    .webchat = Tekan "Foto atau berkas", pilih fotonya, lalu kirim. Kalau tidak ada, tekan tombol di bawah ini. Ceritanya ditulis sesudah ini.
evidence-full = Paling banyak { $most } berkas untuk satu laporan. Yang selebihnya belum disimpan. Pilih yang paling jelas saja; setelah terkirim, yang lain bisa ditambahkan.
evidence-not-network = Satu foto belum bisa kami ambil, jadi belum tersimpan. Jawaban Anda yang lain aman. Tolong kirim ulang foto itu. Kalau sinyal sedang lemah, nanti juga bisa.
evidence-not-gone = Satu berkas sudah tidak ada lagi di tempat pengirimannya, jadi belum tersimpan. Jawaban Anda yang lain aman. Tolong kirim ulang berkas itu.
evidence-not-too-large = Satu berkas terlalu besar untuk kami ambil (paling besar 20 MB), jadi belum tersimpan. Jawaban Anda yang lain aman. Kirim potongannya yang pendek, atau tangkapan layarnya.
evidence-not-type = Satu berkas belum bisa kami simpan: jenisnya belum bisa kami terima. Yang bisa: foto, PDF, video, suara, dokumen Word atau Excel. Jawaban Anda yang lain aman.
evidence-not-broken = Satu berkas belum bisa kami simpan karena isinya tidak terbaca. Jawaban Anda yang lain aman. Tolong kirim ulang, atau kirim foto layarnya.
evidence-not-bomb = Satu gambar belum bisa kami simpan karena ukurannya tidak wajar. Jawaban Anda yang lain aman. Tolong kirim tangkapan layarnya saja.
evidence-not-full = Satu berkas belum tersimpan karena simpanan untuk chat ini sudah penuh. Jawaban Anda yang lain aman. Kirim dulu laporan ini; sesudah itu berkas bisa ditambahkan.
evidence-not-case-full = Satu berkas belum tersimpan: laporan ini sudah memuat 100 berkas, paling banyak yang dapat diperiksa petugas. Yang sudah ada tetap aman. Tuliskan saja apa yang terlihat di berkas itu; untuk kejadian lain, ketik LAPOR.
ask-voice = Ada rekaman suara. Suara bisa dikenali orang, jadi hanya penjaga identitas yang dapat mendengarnya; petugas tidak. Rekaman ini belum disimpan. Mau disimpan?
    .webchat = Ada rekaman suara. Suara bisa dikenali orang, jadi hanya penjaga identitas yang dapat mendengarnya; petugas tidak. Rekaman ini belum masuk laporan. Mau disimpan?
voice-later = Rekaman suara itu belum disimpan. Suara bisa dikenali orang, jadi sebentar lagi kami tanyakan dulu.
    .webchat = Rekaman suara itu belum masuk laporan. Suara bisa dikenali orang, jadi sebentar lagi kami tanyakan dulu.

ask-story = Sekarang ceritakan apa yang Anda lihat, sejujurnya, dengan kata-kata sendiri. Beberapa kalimat cukup: siapa berbuat apa, dan dari mana Anda tahu dia pegawai. Supaya aman, jangan tulis nama, alamat, atau pekerjaan Anda.
brief-story = Ceritakan apa yang Anda lihat, dengan kata-kata sendiri. Beberapa kalimat cukup.
early-story = Tadi Anda sudah menulis: "{ $text }". Boleh dipakai, boleh juga ditulis baru.
story-early = Pakai tulisan tadi
    .also = pakai, pakai itu, pakai yang tadi, itu saja, yang tadi, ya, iya
early-kept = Terima kasih, tulisan itu kami simpan dulu untuk ceritanya.{ -alinea }
ack-story = Terima kasih, ceritanya jelas.{ -alinea }
    .telegram = Terima kasih, ceritanya jelas.
short-story = Terima kasih. Bisa ditambah sedikit? Siapa berbuat apa, di mana Anda melihatnya. Satu atau dua kalimat cukup.
hint-story = Di bagian ini ceritanya ditulis dengan kata-kata. Beberapa kalimat cukup: siapa berbuat apa.
help-story = Tidak apa-apa, kita pelan-pelan. Tulis seperti bercerita ke teman, misalnya: "Tadi siang ada pegawai kelurahan memasang spanduk calon di depan pasar."
too-long = Tulisannya { $length } huruf; yang bisa kami simpan di sini { $most } huruf. Ini belum tersimpan. Kirim bagian terpentingnya dulu; lanjutannya bisa ditambahkan setelah terkirim.
story-names-you = Di cerita Anda ada: "{ $snippet }". Itu bisa menunjukkan siapa Anda. Kalau mau menggantinya, ketik UBAH CERITA. Kalau tidak apa-apa, kirim saja.

ask-kind = Orang itu siapa?
kind-asn = PNS/PPPK (guru, camat, pegawai dinas)
    .telegram = PNS/PPPK: guru, camat, pegawai dinas
    .short = PNS/PPPK
    .also = pns, pppk, asn, p3k, guru, guru pns, camat, pegawai dinas, pegawai negeri, pegawai, lurah, dosen, bidan, perawat
kind-honorer = Honorer
    .short = honorer
    .also = honor, tenaga honorer, non asn, kontrak, pegawai kontrak
kind-village = Kepala desa atau perangkat desa
    .short = kepala desa atau perangkat desa
    .also = kades, kepala desa, perangkat desa, sekdes, bpd, kadus, aparat desa
kind-forces = TNI atau polisi
    .short = TNI atau polisi
    .also = tni, polisi, tentara, polri, babinsa, bhabinkamtibmas
kind-official = Bupati, wakilnya, anggota dewan
    .short = kepala daerah atau anggota dewan
    .also = bupati, wakil bupati, wali kota, walikota, gubernur, dprd, dpr, anggota dewan, anggota dprd
kind-unknown = Saya tidak tahu
    .short = tidak tahu siapa
    .also = tidak tahu, ga tahu, gak tau, tdk tahu, nggak tahu, tidak yakin
hint-kind = Maaf, saya belum paham. Balas dengan angka 1 sampai { $last }. Kalau ragu, balas { $last }; petugas yang akan memastikan.
    .telegram = Maaf, saya belum paham. Tekan salah satu tombol di bawah ini. Kalau ragu, pilih "Saya tidak tahu"; petugas yang akan memastikan.
help-kind = Tidak apa-apa, kita pelan-pelan. Kalau dia bekerja di kantor pemerintah atau sekolah negeri, biasanya 1. Kalau di kantor desa, 3. Kalau tidak tahu, { $last }.
    .telegram = Tidak apa-apa, kita pelan-pelan. Kalau dia bekerja di kantor pemerintah atau sekolah negeri, biasanya PNS/PPPK. Kalau di kantor desa, perangkat desa. Kalau tidak tahu, pilih "Saya tidak tahu".

ask-who = Siapa nama, jabatan, atau kantornya? Tulis yang Anda tahu saja, NIP tidak perlu. Kalau dia pejabat (camat, kepala dinas, sekda), sebutkan, supaya petugas yang membaca bukan orang dekatnya.
brief-who = Siapa nama, jabatan, atau kantornya? Tulis yang Anda tahu saja.
who-unknown = Saya tidak tahu
    .short = nama belum diketahui
    .also = tidak tahu, ga tahu, gak tau, tdk tahu, nggak tahu, lewati, tidak kenal
ack-who = Tercatat: { $text }.
hint-who = Tulis nama, jabatan, atau kantornya dengan kata-kata. Kalau tidak tahu, balas 1.
    .telegram = Tulis nama, jabatan, atau kantornya dengan kata-kata. Kalau tidak tahu, tekan tombol di bawah ini.
help-who = Cukup yang Anda tahu, misalnya: "pegawai kelurahan, pakai baju dinas". Kalau tidak tahu sama sekali, balas 1.
    .telegram = Cukup yang Anda tahu, misalnya: "pegawai kelurahan, pakai baju dinas". Kalau tidak tahu sama sekali, tekan tombol di bawah ini.

ask-link = Ada tautan (link) atau nama akunnya? Salin ke sini. Postingan bisa hilang, jadi tangkapan layar juga berguna.
link-unknown = Tidak ada
    .short = tidak ada
    .also = tidak, tidak tahu, ga ada, gak ada, nggak ada, enggak ada, tdk ada, tidak punya, belum ada, belum ketemu, lupa, lewati
short-link = Boleh. Salin tautannya ke sini, atau tulis nama akunnya. Kalau tidak ada atau belum ketemu, balas 1.
    .telegram = Boleh. Salin tautannya ke sini, atau tulis nama akunnya. Kalau tidak ada atau belum ketemu, tekan tombol di bawah ini.
ack-link = Tercatat.
passed-link = Tidak masalah, tanpa tautan.{ -alinea }

ask-where = Di mana kejadiannya? Tekan tanda lampiran, pilih Lokasi, lalu geser peta ke tempat kejadian. Jangan kirim lokasi Anda sendiri. Atau tulis saja tempatnya, misalnya: Wanci, Wakatobi.
    .telegram = Di mana kejadiannya? Tekan tanda klip, pilih Lokasi, lalu geser peta ke tempat kejadian. Jangan kirim lokasi Anda sendiri. Atau tulis saja tempatnya, misalnya: Wanci, Wakatobi.
    .terminal = Di mana kejadiannya? Tulis tempatnya, misalnya: Wanci, Wakatobi. Bukan tempat tinggal Anda.
    .webchat = Di mana kejadiannya? Tulis saja tempatnya, misalnya: Wanci, Wakatobi. Atau buka "Titik tempat kejadian" dan tunjukkan titiknya. Jangan kirim lokasi Anda sendiri.
brief-where = Di mana kejadiannya? Kirim titik tempat kejadian (bukan lokasi Anda), atau tulis namanya.
ask-where-online = Orang itu bekerja di daerah mana? Tulis kabupaten atau kotanya, misalnya: Wakatobi. Jangan kirim lokasi Anda sendiri.
ask-where-desk = Di mana kejadiannya? Tulis kabupaten atau kotanya, misalnya: Buton. Kalau hanya tahu provinsinya, tulis provinsi itu.
brief-where-desk = Di mana kejadiannya? Tulis kabupaten atau kotanya.
where-same-desk = Untuk tempat itu laporan ini tetap di meja Anda. Tulis kabupaten atau kota lain. Tidak jadi? Ketik MEJA.
where-no-desk = Untuk tempat itu belum ada meja yang berpetugas. Tulis kabupaten atau kota lain, atau ketik MEJA dan beri tahu pengelola.
ack-where = Tercatat: { $full }. Kalau keliru, ketik UBAH.{ -alinea }
    .telegram = Tercatat: { $full }.{ -alinea }
where-none = Bukan semuanya
    .also = bukan, tidak ada, bukan itu
where-unknown = belum diketahui
region = { $title }
which-where = Ada beberapa tempat yang mirip. Yang mana?
within-where = { $province }: di kabupaten atau kota mana?
again-where = Baik. Tulis nama kabupaten atau kotanya, boleh dengan provinsinya, misalnya: Muna Barat, Sulawesi Tenggara.
abroad-where = Titik itu belum kami kenali sebagai tempat di Indonesia. Tulis saja nama kabupaten atau kotanya, misalnya: Wakatobi.
where-somewhere = Saya tidak tahu kabupatennya
    .also = tidak tahu, ga tahu, gak tau, tdk tahu, nggak tahu, lewati
pin-later = Titik itu belum kami simpan. Tempat kejadiannya kami tanyakan sebentar lagi.{ -alinea }
pin-stays = Titik itu belum kami simpan; tempatnya tetap seperti yang tercatat. Untuk menggantinya, ketik UBAH TEMPAT.{ -alinea }
hint-where = Maaf, tempat itu belum kami kenali. Tulis nama kabupaten atau kotanya, misalnya: Wakatobi, atau Kota Bogor.
help-where = Tidak apa-apa, kita pelan-pelan. Cukup nama kabupaten, kota, atau kecamatannya. Kalau tidak tahu, ketik LEWATI.

ask-day = Kapan Anda melihatnya?
day-today = Hari ini
    .also = tadi, barusan
day-yesterday = Kemarin
    .also = kmrn, kemaren
day-other = Hari lain (tulis tanggalnya, misalnya 12 Oktober)
    .tap = Hari lain
    .telegram = Hari lain
    .also = lain, lainnya
day-wrong-place = Tempatnya keliru
day = { DATE($day) }
ack-day = { DATE($day) }.{ -alinea }
write-day = Tulis tanggalnya, misalnya: 12 Oktober. Boleh juga: dua hari yang lalu, atau Senin lalu.
which-day = Hari yang mana?
day-future = Itu belum terjadi. Hari apa Anda melihatnya?
day-impossible = Tanggal itu tidak ada di kalender. Hari apa Anda melihatnya? Tulis misalnya: 12 Oktober.
day-month-end = { MONTH($first) } sampai tanggal { $last }. Maksud Anda { SHORT($first) } atau { SHORT($second) }?
day-vague = Kira-kira tanggal berapa? Tulis misalnya: 12 Oktober, atau: Senin lalu. Kalau lupa, perkiraan juga boleh.
day-too-old = Itu sudah lama sekali. Tulis tanggal dengan tahunnya, misalnya: 12 Oktober 2024.
hint-day = Maaf, saya belum paham. Balas 1 kalau hari ini, 2 kalau kemarin, atau tulis tanggalnya, misalnya: 12 Oktober.
    .telegram = Maaf, saya belum paham. Tekan salah satu tombol di bawah ini, atau tulis tanggalnya, misalnya: 12 Oktober.
help-day = Tidak apa-apa, perkiraan juga boleh. Tulis misalnya: dua hari yang lalu, Senin lalu, atau 12 Oktober.
passed-day = Tidak masalah, kami catat hari ini dulu. Nanti bisa diubah sebelum dikirim.{ -alinea }

ask-happened = Dan kejadiannya sendiri, atau postingannya, kapan?
happened-same = Hari itu juga
    .also = sama, hari yang sama, sama saja
happened-other = Hari lain (tulis tanggalnya, misalnya 12 Oktober)
    .tap = Hari lain
    .telegram = Hari lain
    .also = lain, lainnya
happened-unknown = Saya tidak tahu
    .also = tidak tahu, ga tahu, gak tau, tdk tahu, lewati

ask-identity = Terakhir: bolehkah petugas tahu siapa Anda?
identity-anonymous = Tidak, saya anonim
    .short = anonim
    .also = anonim, tidak, jangan, tidak boleh
identity-sealed = Simpan nama saya tersegel: hanya penjaga identitas yang dapat membuka, dengan alasan, dan Anda diberi tahu
    .telegram = Simpan tersegel
    .short = tersegel
    .also = tersegel, segel
identity-open = Boleh, petugas yang menangani saja
    .telegram = Boleh, petugas saja
    .short = terbuka untuk petugas
    .also = boleh, ya, terbuka
identity-silent = Anonim dan jangan kirim kabar
    .telegram = Anonim, jangan kirim kabar
    .short = anonim, tanpa kabar
    .also = jangan kirim kabar, tanpa kabar
after-identity = Kalau anonim, alamat chat ini disimpan terkunci dan terpisah, hanya untuk mengirim kabar. Pilihan 4 menghapusnya seketika; Anda kembali dengan nomor dan kode.
    .telegram =
    Kalau anonim, alamat chat ini disimpan terkunci dan terpisah, hanya untuk mengirim kabar. "Jangan kirim kabar" menghapusnya seketika; Anda kembali dengan nomor dan kode.

    Tersegel: nama hanya dapat dibuka penjaga identitas, dengan alasan, dan Anda diberi tahu.
    .webchat =
    Kalau anonim, kaitan dengan halaman ini disimpan terkunci dan terpisah, hanya untuk mengirim kabar. "Jangan kirim kabar" menghapusnya seketika, dan percakapan ini dalam satu jam; Anda kembali dengan nomor dan kode.

    Tersegel: nama hanya dapat dibuka penjaga identitas, dengan alasan, dan Anda diberi tahu.
hint-identity = Maaf, saya belum paham. Balas 1 kalau tetap anonim. Pilihan lainnya 2, 3, atau 4.
    .telegram = Maaf, saya belum paham. Tekan salah satu tombol di bawah ini. Anonim juga tidak apa-apa.
help-identity = Tidak apa-apa. Kalau ragu, balas 1: anonim. Laporan Anda tetap dibaca.
    .telegram = Tidak apa-apa. Kalau ragu, pilih anonim. Laporan Anda tetap dibaca.
passed-identity = Tidak masalah: anonim. Nanti bisa diubah sebelum dikirim.{ -alinea }
ask-name = Tulis nama Anda. Nama ini disimpan terkunci, terpisah dari laporan.
hint-name = Tulis nama Anda dengan huruf. Kalau berubah pikiran dan mau anonim, ketik KEMBALI.
short-name = Tulis nama Anda dengan huruf. Kalau berubah pikiran dan mau anonim, ketik KEMBALI.
ask-phone = Nomor telepon yang boleh dihubungi? Boleh tidak diisi.
phone-unknown = Tidak usah
    .short = tanpa nomor telepon
    .also = tidak, lewati, tidak ada, ga usah, gak usah
passed-phone = Tidak masalah, tanpa nomor telepon.{ -alinea }
hint-phone = Nomor itu belum kami kenali. Tulis misalnya 0812 3456 7890, atau balas 1 kalau tidak usah.
    .telegram = Nomor itu belum kami kenali. Tulis misalnya 0812 3456 7890, atau tekan "Tidak usah".
### Bertanya ke Ombudsman

ask-topic = Tentang apa pertanyaan Anda?
about-neutrality = Netralitas pegawai negeri
    .short = netralitas pegawai negeri
    .also = netralitas, pns, asn, pegawai negeri
about-service = Pelayanan publik (surat, izin, bantuan)
    .telegram = Pelayanan publik
    .short = pelayanan publik
    .also = pelayanan, surat, izin, bantuan, ktp, sekolah, puskesmas
about-handling = Laporan yang belum ditanggapi
    .short = laporan yang belum ditanggapi
    .also = belum ditanggapi, laporan saya, pengaduan
about-levy = Pungutan atau permintaan uang
    .short = pungutan atau permintaan uang
    .also = pungutan, pungli, uang
about-other = Lainnya, atau tidak yakin
    .short = hal lain
    .also = lainnya, lain, tidak yakin, tidak tahu
ack-topic = Baik: { $choice }.
ask-query = Apa yang ingin Anda tanyakan? Tulis dengan kata-kata sendiri: apa masalahnya, dan apa yang ingin Anda ketahui. Supaya aman, jangan tulis nama atau alamat Anda.
brief-query = Tulis pertanyaan Anda dengan kata-kata sendiri.
early-query = Sudah ada tulisan ini: "{ $text }" Boleh dipakai, boleh juga ditulis baru.
query-early = Pakai tulisan itu
    .also = pakai, pakai itu, pakai yang tadi, itu saja, yang tadi, ya, iya
ack-query = Terima kasih, tercatat.{ -alinea }
    .telegram = Terima kasih, tercatat.
short-query = Bisa ditambah sedikit? Satu atau dua kalimat, supaya petugas tahu apa yang ditanyakan.
hint-query = Di bagian ini pertanyaannya ditulis dengan kata-kata. Satu atau dua kalimat cukup.
ask-asks = Apa yang ingin Anda tanyakan tentang laporan itu? Satu atau dua kalimat cukup. Supaya aman, jangan tulis nama atau alamat Anda.
brief-asks = Apa yang ingin Anda tanyakan tentang laporan itu?
short-asks = Bisa ditambah sedikit? Satu kalimat penuh, supaya petugas tahu apa yang ditanyakan.
hint-asks = Tulis pertanyaan Anda dengan kata-kata sendiri. Satu atau dua kalimat cukup.
ask-where-area = Soal ini di daerah mana? Tulis kabupaten atau kotanya, misalnya: Wakatobi. Dari situ kami tahu kantor Ombudsman mana yang menjawab.
brief-where-area = Soal ini di daerah mana? Tulis kabupaten atau kotanya.
ask-evidence-papers = Ada surat, foto, atau berkas lain yang perlu dilihat petugas? Kirim sekarang, boleh beberapa. Kalau tidak ada, lanjut saja.
brief-evidence-papers = Ada surat atau foto yang perlu dilihat petugas? Kirim sekarang.
ask-way = Anda mau dijawab bagaimana? Lewat chat, Anda boleh tetap anonim. Kalau ditelepon, petugas yang menangani melihat nomor Anda dan mendengar suara Anda, dan panggilannya tercatat di HP serta operator. Waktunya Anda pilih dari yang ditawarkan petugas di chat ini.
brief-way = Anda mau dijawab bagaimana?
way-chat = Lewat chat ini
    .short = lewat chat ini
    .also = chat, di chat, di sini, tulis, ditulis
way-call = Ditelepon petugas
    .tap = Ditelepon
    .telegram = Ditelepon
    .short = ditelepon
    .also = telepon, telpon, telp, ditelpon
ask-dial = Nomor telepon yang bisa dihubungi? Hanya petugas yang menangani yang melihatnya. Boleh nomor lain, bukan yang dipakai di chat ini.
hint-dial = Nomor itu belum kami kenali. Tulis misalnya 0812 3456 7890. Kalau lebih suka dijawab di chat, ketik KEMBALI.
ask-asker = Bolehkah petugas tahu siapa Anda?
asker-anonymous = Tidak, saya anonim
    .tap = Tidak, anonim
    .short = anonim
    .also = anonim, tidak, jangan, tidak boleh
asker-open = Boleh, petugas yang menangani saja
    .tap = Boleh, petugas
    .telegram = Boleh, petugas saja
    .short = terbuka untuk petugas
    .also = boleh, ya, terbuka
after-asker = Bertanya boleh tanpa nama. Tetapi untuk dicatat di buku Ombudsman sendiri mereka meminta KTP; kami tidak memintanya di chat ini.
ask-caller = Siapa nama Anda? Nama panggilan juga boleh.
caller-unknown = Tidak usah
    .short = tanpa nama
    .also = tidak, lewati, tidak mau
short-caller = Tulis nama dengan huruf, atau ketik LEWATI.
passed-caller = Tidak masalah, tanpa nama.{ -alinea }

### Laporan ke Ombudsman tentang cara sebuah laporan ditangani

ask-onward = Bertanya dulu? Ombudsman dapat memberi penjelasan, tanpa nama juga boleh; laporan resmi perlu nama Anda dan keluhan sebelumnya. Ombudsman dapat memeriksa kantor itu dan meminta perbaikan. Ombudsman tidak menghukum orang dan tidak membatalkan putusan pengadilan. Pemeriksaannya bisa berbulan-bulan.
onward-consult = Bertanya dulu
    .also = tanya, bertanya, tanya dulu, konsultasi
onward-complain = Lanjut ke laporan resmi
    .tap = Laporan resmi
    .also = lanjut, lapor, laporan, resmi, laporan resmi
onward-no = Tidak jadi
    .also = tidak, batal, nanti
ask-complained = Laporan Anda tadi tanpa nama, jadi menurut hukum belum menjadi keluhan Anda ke kantor itu. Pernahkah Anda mengadu ke kantor itu atau atasannya dengan nama sendiri?
complained-yes = Ya, dengan nama saya
    .tap = Ya, nama sendiri
    .short = sudah, dengan nama sendiri
    .also = ya, sudah, pernah
complained-no = Belum
    .short = belum dengan nama sendiri
    .also = tidak, belum pernah
ask-standing = Apakah Anda sendiri yang dirugikan oleh cara kantor itu menangani? Hukum menyebutnya korban langsung. Melihat kejadiannya saja belum termasuk.
standing-direct = Ya, saya sendiri yang dirugikan
    .tap = Ya, saya sendiri
    .telegram = Ya, saya yang dirugikan
    .short = dirugikan langsung
    .also = ya, saya, saya sendiri, korban
standing-proxy = Saya mewakili, dengan surat kuasa
    .tap = Saya mewakili
    .telegram = Saya wakilnya, ada surat kuasa
    .short = wakil dengan surat kuasa
    .also = wakil, kuasa, mewakili
standing-bystander = Tidak, saya hanya melihat
    .tap = Hanya melihat
    .short = hanya melihat
    .also = tidak, melihat, saksi, tidak tahu
ask-court = Apakah hal ini sedang atau sudah diperiksa pengadilan?
court-no = Tidak, atau tidak tahu
    .tap = Tidak/belum tahu
    .telegram = Tidak / tidak tahu
    .short = bukan di pengadilan
    .also = tidak, belum, tidak tahu
court-yes = Ya, di pengadilan
    .short = di pengadilan
    .also = ya, iya, sudah
lack-old = Sudah lewat dua tahun sejak kejadian yang dikeluhkan; Ombudsman hanya menerima yang lebih baru.
lack-unnamed = Belum ada keluhan atas nama Anda ke kantor itu; Ombudsman memintanya lebih dulu.
lack-bystander = Anda bukan korban langsung; hanya korban atau wakilnya yang dapat melapor.
lack-court = Hal yang ada di pengadilan tidak dapat diperiksa Ombudsman.
ask-anyway = Jadi laporan resmi kemungkinan belum diterima; yang memutuskan Ombudsman. Bertanya tetap bisa, dan Anda tidak perlu bercerita dari awal.
anyway-consult = Bertanya saja
    .also = tanya, bertanya, konsultasi
anyway-on = Tetap lanjut
    .also = lanjut, tetap
prior-asked-silent = Laporan saya di { $desk }, dikirim { DATE($filed) }: belum ada langkah yang tercatat sejak { DATE($since) }, sudah { $days } hari kerja.
prior-asked-decided = Laporan saya di { $desk }, dikirim { DATE($filed) }, diputuskan tidak dilanjutkan atau ditutup pada { DATE($day) }.
ask-tried = Keluhan dengan nama Anda itu: ke kantor mana, kapan, dan apa jawabannya?
short-tried = Tulis kantor mana dan kira-kira kapan.
ask-harm = Apa yang menurut Anda salah dari cara kantor itu menangani, dan apa ruginya bagi Anda? Petugas Ombudsman hanya membaca yang Anda tulis di sini; tanggal dan langkah kantor itu sudah kami sertakan, cerita di laporan lama tidak ikut.
brief-harm = Apa yang salah dari cara kantor itu menangani, dan apa ruginya bagi Anda?
early-harm = Ini cerita di laporan lama: "{ $text }" Boleh dipakai, boleh juga ditulis baru.
harm-early = Pakai cerita itu
    .also = pakai, pakai itu, itu saja, ya, iya
short-harm = Bisa ditambah sedikit? Satu atau dua kalimat, supaya petugas tahu apa yang dikeluhkan.
ask-wish = Apa yang Anda harapkan dari kantor itu? Satu kalimat cukup.
short-wish = Tulis harapan Anda dalam satu kalimat, misalnya: laporan saya dijawab.
ask-signer = Laporan resmi perlu nama Anda. Siapa yang boleh membukanya? Meja yang dulu menangani tidak diberi tahu bahwa Anda ke Ombudsman. Kalau Ombudsman meminta penjelasan, kantor itu dapat menduga; Anda boleh meminta nama dirahasiakan.
signer-open = Petugas Ombudsman yang menangani
    .tap = Petugas Ombudsman
    .telegram = Petugas yang menangani
    .short = terbuka untuk petugas
    .also = boleh, ya, terbuka, petugas
signer-sealed = Hanya penjaga identitas, dengan alasan, dan Anda diberi tahu
    .tap = Penjaga identitas
    .telegram = Simpan tersegel
    .short = tersegel
    .also = tersegel, segel, rahasia
ask-fullname = Siapa nama lengkap Anda? Disimpan terkunci, terpisah dari laporan. KTP jangan dikirim lewat chat ini.
short-fullname = Tulis nama Anda dengan huruf. Kalau lebih suka tanpa nama, ketik OMBUDSMAN untuk bertanya saja.
hint-fullname = Tulis nama Anda dengan huruf. Kalau lebih suka tanpa nama, ketik OMBUDSMAN untuk bertanya saja.
review-prior-silent = Sebelumnya: { $desk }, { DATE($filed) }; belum ada langkah sejak { DATE($since) } ({ $days } hari kerja)
review-prior-decided = Sebelumnya: { $desk }, { DATE($filed) }; keputusannya { DATE($day) }
lacking-old = Kurang: sudah lewat dua tahun
lacking-unnamed = Kurang: keluhan sebelumnya dengan nama Anda
lacking-bystander = Kurang: Anda bukan korban langsung
lacking-court = Kurang: ada di pengadilan

### Periksa dan kirim

review-anonymous = Baik, anonim. Periksa dulu:
review-silent = Baik, anonim dan tanpa kabar. Periksa dulu:
review-sealed = Baik, nama Anda tersegel. Periksa dulu:
review-open = Baik, terbuka untuk petugas yang menangani. Periksa dulu:
review-question = Periksa dulu:
sum-offence = Kejadian: { $offence-choice }
sum-offence-matter = Kejadian: { $matter-choice }
sum-evidence = { $evidence-coming ->
    [0] { $evidence-title }: { $evidence-count ->
        [0] tidak ada
       *[other] { $evidence-count }
        }
   *[other] { $evidence-title }: { $evidence-count } ({ $evidence-coming } sedang diambil)
    }
sum-story = Cerita: "{ $story-text }"
sum-kind-who = Orangnya: { $kind-choice }, { $who-text }
sum-link = Tautan atau akun: { $link-text }
sum-where = Tempat: { $where-short }
sum-day = Dilihat: { $day-shown }
sum-day-happened = Dilihat: { $day-shown }; kejadian: { $happened-brief }
sum-identity = Anda: { $identity-choice }
sum-identity-name-phone = Anda: { $identity-choice }, { $name-text }, { $phone-text }
sum-topic = Tentang: { $topic-choice }
sum-query = Pertanyaan: "{ $query-text }"
sum-asks = Yang ditanyakan: "{ $asks-text }"
sum-way = Jawaban: { $way-choice }
sum-asker = Anda: { $asker-choice }
sum-caller = Nama: { $caller-text }
sum-dial-caller = Telepon: { $dial-text }, { $caller-text }
sum-complained = Keluhan sebelumnya: { $complained-choice }
sum-complained-tried = Keluhan sebelumnya: { $tried-text }
sum-standing-court = Anda: { $standing-choice }; { $court-choice }
sum-harm = Keluhan: "{ $harm-text }"
sum-wish = Harapan: { $wish-text }
sum-signer-fullname-phone = Nama: { $fullname-text }, { $phone-text }, { $signer-choice }
title-photo = Foto
title-file = Berkas
day-unknown = belum diketahui
day-brief = { DAY($day) }
review-reader = Akan dibaca { $reader }.
review-reader-offer = Akan dibaca { $reader }. Takut ada orang dekatnya di sana? Balas { $number }: provinsi saja.
    .telegram = Akan dibaca { $reader }.
review-how = Balas KIRIM, atau angka yang mau diubah.
review-send = Kirim
    .also = kirim, ya, ya kirim, oke, ok, setuju, benar, sudah benar
review-edit = Ubah jawaban
    .also = ubah
offer-province = Ke provinsi saja
    .also = provinsi, provinsi saja
ack-province = Baik, ke provinsi saja.{ -alinea }
province-province = Ke provinsi saja
ask-edit = Jawaban mana yang mau diubah?
hint-review = Maaf, saya belum paham. Ini belum terkirim.{ -alinea }

### Setelah terkirim

filed = Terkirim dan tersimpan. Terima kasih sudah berani.
filed-ticket = Nomor laporan: { $ticket }
filed-reader = Yang membaca: { $reader }
filed-news = Kabar dari kami: setiap ada langkah baru, dan paling lambat { DAY($by) }.
    .webchat = Kabar di halaman ini: setiap ada langkah baru, paling lambat { DAY($by) }.
filed-silent = Sesuai permintaan Anda, alamat chat ini dihapus dari laporan: kami tidak bisa mengirim kabar. Untuk melihat kabarnya, ketik STATUS lalu beri nomor dan kode rahasia.
    .webchat = Sesuai permintaan Anda, kami tidak mengirim kabar, dan percakapan ini terhapus dalam satu jam. Untuk melihat kabarnya, ketik STATUS lalu beri nomor dan kode rahasia.
filed-next = Petugas memeriksa dulu. Kalau buktinya cukup, mereka meneruskan ke BKN, lalu ke { $head } sebagai pejabat yang berwenang memberi sanksi. Bisa berminggu-minggu.
filed-next-quiet = Petugas memeriksa dulu. Kalau buktinya cukup, BKN dapat meminta keputusan { $head } sebagai pejabat yang berwenang memberi sanksi. Bisa berminggu-minggu.
filed-next-other = Petugas memeriksa dulu, lalu meneruskannya ke lembaga yang berwenang. Bisa berminggu-minggu.
filed-add = Mau menambah bukti? Ketik TAMBAH.
filed-coming = { $coming } berkas masih diambil; kami kabari.
filed-tip = Ini informasi awal, belum laporan resmi: Bawaslu dapat menelusurinya, tetapi tidak terikat batas waktu laporan resmi. Kalau mau resmi, paling aman sebelum { MOMENT($until) }.
filed-tip-late = Ini informasi awal, belum laporan resmi: Bawaslu dapat menelusurinya, tetapi tidak terikat batas waktu. Tujuh hari untuk laporan resmi kemungkinan sudah lewat.
filed-tip-other = Ini pemberitahuan untuk petugas, bukan laporan resmi. Tetap anonim tidak apa-apa.
sent-next = Langkah berikutnya
sent-formal = Cara jadi resmi
sent-call_other = Minta waktu lain
sent-call_cancel = Batalkan telepon
sent-add = Tambah bukti
sent-ombudsman = Bertanya ke Ombudsman
formal-info =
    Yang perlu Anda tahu: ini informasi awal, belum laporan resmi. Bawaslu dapat menelusurinya, tetapi tidak terikat batas waktu laporan resmi.

    Laporan resmi perlu nama, KTP, dan tanda tangan Anda, dan nama Anda akan tercatat. Paling aman sebelum { MOMENT($until) }, di kantor { $office }. Tidak wajib. Tetap anonim juga tidak apa-apa.
sent-how = Bagaimana caranya
    .also = caranya, cara, resmi, cara jadi resmi
sent-no = Tidak, begini saja
    .tap = Begini saja
    .also = tidak, begini saja
formal-how =
    Datang ke kantor { $office } sebelum { MOMENT($until) }. Bawa KTP dan bukti yang Anda punya; petugas di sana membantu mengisi formulirnya, dan Anda menandatanganinya.

    Nama Anda akan tercatat di sana. Nomor laporan dari kami tidak perlu ditunjukkan.
formal-late = Batas tujuh hari untuk laporan resmi kemungkinan sudah lewat. Petugas tetap dapat menelusuri informasi awal Anda.
formal-not = Untuk laporan ini tidak perlu langkah resmi lagi. Laporan Anda tetap dibaca { $reader }.
code-head = Kode rahasia Anda, hanya muncul sekali:
code = { $code }
code-advice = Catat di kertas. Jangan di-screenshot, jangan dibagikan. Dengan nomor dan kode ini laporan bisa dibuka dari HP lain. Kami tidak pernah meminta OTP, uang, atau foto KTP di chat.
    .telegram = Catat di kertas. Jangan di-screenshot, jangan dibagikan. Kami tidak pernah meminta OTP, uang, atau foto KTP di chat.
code-delete = Setelah dicatat, hapus pesan ini: tekan lama, lalu pilih Hapus.
    .webchat = Setelah dicatat, kode ini terhapus dari halaman dalam satu jam.
sent-noted = Sudah saya catat
    .tap = Sudah dicatat
    .telegram = Sudah saya catat: hapus kode ini
    .also = sudah, sudah dicatat, catat, ya, ok, oke
sent-clean = Cara membersihkan chat ini
    .tap = Bersihkan chat
    .telegram = Bersihkan seluruh chat
code-noted = Baik. Simpan kertasnya di tempat yang aman.
    .telegram = Pesan kodenya kami hapus dari chat ini. Simpan kertasnya di tempat yang aman.
code-noted-old = Baik. Simpan kertasnya di tempat yang aman. Kalau pesan kodenya masih terlihat di sini, hapus sendiri: tekan lama pesan itu, lalu pilih Hapus.
asked = Terkirim dan tersimpan.
asked-ticket = Nomor pertanyaan: { $ticket }
asked-reader = Yang menjawab: { $reader }
asked-by = Target jawaban pertama: { DAY($by) }. Kalau belum ada, Anda tetap kami kabari.
asked-register = Ini konsultasi, bukan laporan resmi ke Ombudsman. Mau menambah keterangan? Ketik TAMBAH.
    .telegram = Ini konsultasi, bukan laporan resmi ke Ombudsman.
sent-more = Tambah keterangan
complaint-ticket = Nomor laporan: { $ticket }
complaint-next = Ombudsman memeriksa syaratnya dulu. Kalau ada yang kurang, petugas bertanya di sini. KTP diminta di kantor Ombudsman, tidak di chat ini. Pemeriksaannya bisa berbulan-bulan; setiap ada langkah, Anda kami kabari.
complaint-made = Tentang keputusan itu sudah ada laporan Anda ke Ombudsman: { $ticket }. Satu keputusan, satu laporan. Ketik STATUS untuk melihatnya, atau OMBUDSMAN untuk bertanya.
growing-raise =
    Jawaban Anda dari { $ticket } sudah dibawa ke laporan baru ini, jadi tidak perlu bercerita lagi. Tinggal { $left } langkah, dan semuanya bisa diubah sebelum dikirim.

    Konsultasinya baru ditutup kalau laporan ini Anda kirim.
growing-ombudsman = Jawaban Anda dari { $ticket } sudah dibawa ke pertanyaan baru ini, jadi tidak perlu bercerita lagi. Ombudsman baru membacanya kalau Anda kirim. Tinggal { $left } langkah, dan semuanya bisa diubah dulu.
growing-not = { $ticket } belum bisa dibawa ke sana: sudah pernah, atau sudah Anda tarik atau hapus.
grown-raise = Konsultasi { $ticket } selesai, dan sekarang menjadi laporan { $new }.
grown-ombudsman = Laporan { $ticket } tetap berjalan. Pertanyaan Anda tentangnya bernomor { $new }.
sent-raise = Jadikan laporan

### Nanti: kabar, menambah, menarik, menghapus

ask-case = Yang mana?
case-title = { $ticket }: { $topic }, { DATE($day) }
case-elsewhere = Yang lain (dengan nomor dan kode)
ask-ticket = Nomornya? Misalnya: K7M-4QX-3.
hint-ticket = Nomor itu belum kami kenali. Bentuknya tujuh huruf atau angka, misalnya: K7M-4QX-3.
help-ticket = Nomornya ada di pesan "Terkirim", misalnya: K7M-4QX-3. Kalau tidak ada, tidak apa-apa: ketik BATAL untuk berhenti.
ask-receipt = Dan kode rahasianya? Bentuknya seperti 8F2K-QM7T-4XRW. Setelah dikirim, sebaiknya hapus pesan itu dari chat Anda.
    .webchat = Dan kode rahasianya? Bentuknya seperti 8F2K-QM7T-4XRW. Setelah dikirim, kode itu tidak ditampilkan di halaman ini.
hint-receipt = Kode itu belum kami kenali. Bentuknya dua belas huruf atau angka, misalnya: 8F2K-QM7T-4XRW.
help-receipt = Kode rahasia ada di kertas yang Anda catat, misalnya: 8F2K-QM7T-4XRW. Kalau tidak ada, tidak apa-apa: ketik BATAL untuk berhenti.
receipt-wrong = Nomor dan kode itu belum cocok. Periksa lagi catatan Anda, lalu ketik { $what ->
    [withdraw] TARIK
    [erase] HAPUS
    [unlock] KUNCI
   *[status] STATUS
    } untuk mencoba lagi.
receipt-slow = Sudah beberapa kali dicoba. Demi keamanan, tunggu satu jam, lalu coba lagi. Laporan Anda tetap aman.
status-head = { $ticket }: { $status }
status-awaited = Menunggu keputusan { $head } sejak { DATE($since) }. Berkasnya di { $reader }.
status-outside = Ada di { $office } sejak { DATE($since) }, diteruskan oleh { $reader }.
status-where = Ada di { $reader } sejak { DATE($since) }.
status-news = Kabar berikutnya paling lambat { DAY($by) }.
status-files = Berkas tersimpan: { $count }.
status-advice = Jawaban petugas: "{ $advice }"
status-ombudsman = Mau bertanya ke Ombudsman tentang ini? Ketik OMBUDSMAN { $ticket }.
status-before = Berasal dari { $ticket }.
status-after = Lanjutannya: { $ticket }.
status-raise = Mau menjadikannya laporan? Ketik JADIKAN LAPORAN { $ticket }.
status-waiting = menunggu dibaca petugas
status-examined = sedang diperiksa
status-pick = Petugas ingin menelepon Anda. Pilih waktu yang cocok. Ditunggu sampai { DAY($day) }.
status-call = Telepon dari petugas: { MOMENT($at) }.
status-offered = petugas menawarkan waktu telepon, menunggu pilihan Anda
status-scheduled = waktu telepon sudah disepakati
status-asked = petugas bertanya, menunggu jawaban Anda
status-registered = tercatat sebagai temuan, sedang diperiksa
status-handed_over = diteruskan ke lembaga yang berwenang
status-at_bkn = menunggu pemeriksaan BKN
status-at_ppk = menunggu keputusan pejabat yang berwenang memberi sanksi
status-sanctioned = sudah ada keputusan: terbukti, dengan sanksi
status-not_proven = sudah ada keputusan: belum terbukti
status-not_pursued = belum dapat dilanjutkan
status-cancelled = dibatalkan oleh BKN
status-left_service = dihentikan, karena orangnya bukan pegawai lagi
status-in_talk = sedang dibicarakan dengan petugas
status-answered = sudah dijawab
status-referred = menjadi wewenang lembaga lain
status-accepted = diterima Ombudsman, sedang diperiksa
status-raised = menjadi laporan
status-withdrawn = ditarik atas permintaan Anda
status-merged = digabung dengan laporan lain tentang hal yang sama
status-closed = selesai
status-erased = isinya sudah dihapus
no-case-here = Di chat ini tidak ada laporan atau pertanyaan yang bisa dibuka. Kalau Anda punya nomor dan kode rahasia, ketik STATUS.
next-where = Sekarang di { $reader }.
next-at-bkn = Buktinya diperiksa lagi di sana. Kalau cukup, { $reader } dapat meminta keputusan { $head } sebagai pejabat yang berwenang memberi sanksi. Bisa berminggu-minggu.
next-at-ppk = Yang ditunggu: keputusan { $head }. Kalau belum ada juga, kantor yang mengawasinya kami beri tahu, dan Anda dapat bertanya ke Ombudsman.
next-handed-over = Yang memeriksa kantor lain, yang berwenang. Jawabannya kami tanyakan lagi.
next-asked = Petugas menunggu jawaban Anda. Boleh tidak menjawab: balas LEWATI.
next-nothing = Anda tidak perlu berbuat apa-apa.
next-news = Setiap ada langkah baru, dan paling lambat { DAY($by) }, kami kabari di sini.
adding = Tambahan untuk { $ticket }.
ask-note = Tulis tambahannya, kalau ada.
note-nothing = Tidak ada tulisan
    .short = tidak ada tulisan
    .also = tidak ada, tidak, cukup, selesai, lewati, kirim, sudah
added = Tambahan untuk { $ticket } tersimpan. Terima kasih.
post-named = Anda menyebut jabatan tinggi. Supaya yang membaca bukan orang dekatnya, { $ticket } sekarang dibaca { $reader }. { CAPITAL($was) } tidak bisa membukanya lagi; yang sempat dibaca di sana tidak bisa kami tarik kembali. Nomor Anda tetap sama.
ask-lift = Anda menulis tentang orang dekat seorang pejabat. Supaya laporan ini tidak dibaca kenalannya, provinsi dapat membacanya, bukan kantor di kabupaten atau kota. Pindahkan ke provinsi?
lift-yes = Ya, provinsi saja
    .also = ya, iya, y, pindahkan, provinsi, ke provinsi
lift-no = Tidak, biarkan
    .also = tidak, jangan, tetap di sini
added-nothing = Tidak ada yang ditambahkan. { $ticket } tetap seperti semula.
arrival-stored = { $ticket }: sekarang { $count } berkas tersimpan.
arrival-quiet = Kiriman Anda sudah tersimpan.
edit-noted = Perubahan pesan itu kami catat sebagai tambahan untuk { $ticket }; tulisan yang lama tetap ada.
ask-objection = Apa yang menurut Anda belum dilihat? Tulis singkat saja, tanpa hal yang menunjukkan siapa Anda. Petugas membacanya. Ini hanya bisa satu kali.
short-objection = Terlalu pendek untuk dipahami petugas. Tulis satu atau dua kalimat.
objected = Permintaan Anda tersimpan. { CAPITAL($reader) } membaca { $ticket } sekali lagi. Kabar berikutnya paling lambat { DAY($by) }.
object-not = { $ticket } sekarang tidak bisa diminta ditinjau lagi: belum ada hasilnya, sudah pernah, atau waktunya sudah lewat.
unlinked = Kaitan { $ticket } dengan chat ini dihapus. Kami tidak bisa mengabari Anda lagi tentang laporan itu.
ask-withdraw = Menarik berarti Anda tidak melanjutkannya, dan kaitan dengan chat ini dilepas. Yang sudah dibaca petugas tetap dapat mereka periksa. Tidak ada yang menyalahkan Anda. Jadi ditarik?
withdraw-yes = Ya, tarik
    .also = ya, tarik laporan, iya, y
withdraw-no = Tidak, biarkan
    .also = tidak, jangan, batal
withdrawn = { $ticket } ditarik dan tercatat. Terima kasih sudah memberi tahu.
withdraw-waits = Karena permintaan ini datang dari chat lain, kami menunggu 48 jam dulu, demi keamanan. Kalau tidak dibatalkan dari chat asalnya, { $ticket } ditarik pada { MOMENT($at) }.
withdraw-asked = Ada permintaan dari chat lain untuk menarik { $ticket }. Kalau itu bukan Anda, balas BIARKAN sebelum { MOMENT($at) }.
ask-erase = Yang dihapus: cerita, foto, nama, dan kaitan dengan chat ini. Yang tersisa: nomor, jenis kejadian, daerah, dan tanggal. Salinan cadangan hilang paling lambat { $backup-days } hari lagi. Yang sudah diambil petugas tidak bisa kami tarik kembali. Jadi dihapus?
erase-yes = Ya, hapus
    .also = ya, hapus, iya, y
erase-no = Tidak, biarkan
    .also = tidak, jangan, batal
erased = Isi { $ticket } sudah dihapus dari sistem kami, dan dari salinan cadangan paling lambat { DATE($backup) }. Yang sudah diambil petugas tidak bisa kami tarik kembali.
erase-waits = Karena permintaan ini datang dari chat lain, kami menunggu 48 jam dulu, demi keamanan. Kalau tidak dibatalkan dari chat asalnya, isi { $ticket } dihapus pada { MOMENT($at) }.
erase-asked = Ada permintaan dari chat lain untuk menghapus { $ticket }. Kalau itu bukan Anda, balas BIARKAN sebelum { MOMENT($at) }.
kept-after-all = Baik. Permintaan dari chat lain itu kami batalkan; { $ticket } tetap seperti semula.
nothing-to-keep = Tidak ada permintaan yang menunggu untuk chat ini.
left-as-is = Baik, tidak ada yang berubah.
fine-as-it-is = Baik, tetap seperti ini. Tidak ada yang perlu Anda lakukan.
ask-newcode = Setelah ini kode rahasia yang lama tidak berlaku lagi. Buat kode baru?
newcode-yes = Ya, buat kode baru
    .tap = Ya, buat baru
    .also = ya, iya, y
newcode-no = Tidak jadi
    .also = tidak, jangan, batal
locked = Terkunci. Mulai sekarang laporan Anda hanya terbuka dengan nomor dan kode rahasia, juga di chat ini. Untuk membukanya lagi, ketik KUNCI.
unlocked = Terbuka lagi. Laporan Anda bisa dilihat di chat ini tanpa kode.
other-phone = { $what ->
    [account] Nomor ini sekarang dipakai akun WhatsApp yang lain.
   *[profile] Nama profil WhatsApp di nomor ini berganti.
    } Untuk berjaga-jaga, laporan yang pernah dikirim dari sini kami tutup dulu: tidak ditampilkan, dan kabarnya tidak dikirim.
other-phone-erased = Isian yang belum dikirim, kalau ada, kami hapus.
other-phone-goes-on = Isian yang sedang berjalan tetap ada.
other-phone-hers = Kalau memang Anda, dan pernah melapor: ketik STATUS, lalu nomor laporan dan kode rahasianya, cukup sekali. Laporannya tetap di tangan petugas, juga kalau kodenya hilang. Kalau belum pernah, abaikan pesan ini.
other-phone-officer = Tugas petugas di chat ini ikut ditutup. Minta kode baru ke pengelola.
hers-again = Cocok, terima kasih. Laporan Anda terbuka lagi di chat ini, dan kabarnya dikirim lagi ke sini.
short-on = Baik. Kabar berikutnya hanya berbunyi "Ada kabar", tanpa isi. Untuk membacanya ketik STATUS. Untuk mengubahnya lagi ketik KABAR LENGKAP.
short-off = Baik. Kabar berikutnya lengkap dengan isinya. Untuk menyingkatnya lagi ketik KABAR SINGKAT.
stopped = Baik, kabar dihentikan. Balasan di sini tetap jalan. Untuk mendapat kabar lagi, ketik MULAI.
restarted-news = Baik, Anda kami kabari lagi setiap ada langkah baru.
ask-clean = Pesan di chat ini hanya dapat Anda hapus sendiri. Laporan yang sudah terkirim tidak ikut terhapus. Mau tahu caranya?
    .telegram = Kami hapus pesan kedua belah pihak dari 48 jam terakhir; yang lebih lama tidak bisa kami jangkau. Laporan yang sudah terkirim tidak ikut terhapus. Hapus sekarang?
    .webchat = Seluruh percakapan di halaman ini kami hapus, juga dari tempat kami. Laporan yang sudah terkirim tidak ikut terhapus. Hapus sekarang?
clean-yes = Ya
    .telegram = Ya, bersihkan
    .also = ya, bersihkan, hapus, iya, y
clean-no = Tidak jadi
    .also = tidak, jangan, batal
cleaned = Pesan 48 jam terakhir kami hapus. Untuk yang lebih lama: buka menu chat ini, pilih Hapus chat, lalu centang "hapus juga untuk bot".
    .webchat = Percakapan di halaman ini sudah kami hapus. Riwayat peramban di HP atau komputer ini hanya dapat Anda hapus sendiri. Kalau ada orang lain yang memakainya, tekan juga "Keluar".
how-to-clean = Pesan di chat ini hanya dapat Anda hapus sendiri: tekan lama pesannya, lalu pilih Hapus. Atau buka menu chat, pilih Bersihkan chat. Laporan yang sudah terkirim tidak ikut terhapus.
data-none = Tidak ada laporan atau isian Anda yang tersimpan untuk chat ini. Yang kami simpan hanya alamat chat ini (terkunci), bahasanya, dan persetujuan Anda kalau ada.
    .webchat = Tidak ada laporan atau isian Anda yang tersimpan untuk halaman ini. Yang kami simpan hanya kaitan dengan halaman ini (terkunci), bahasanya, persetujuan Anda kalau ada, dan percakapan di atas.
data-locked = Chat ini terkunci, jadi laporan Anda tidak ditampilkan. Ketik KUNCI untuk membukanya dengan nomor dan kode rahasia, lalu DATAKU.
data-head = Ini yang kami simpan dari chat ini: alamat chat (terkunci), bahasa, dan persetujuan Anda, { DATE($consent) }.
    .webchat = Ini yang kami simpan dari halaman ini: kaitan dengan halaman ini (terkunci), bahasa, percakapan di atas (terkunci, 7 hari), dan persetujuan Anda, { DATE($consent) }.
data-case = { $ticket } ({ DATE($day) }), ada di { $reader }. Berkas: { $count }.
data-story = Cerita Anda: { $text }
data-wrote = Anda juga menulis: { $text }
data-drafts = { $count ->
    [0] Tidak ada isian yang belum dikirim.
   *[other] Isian yang belum dikirim: { $count }.
    }
data-opened = Dibuka petugas sampai kemarin: { $count } kali.

### Lanjut di chat lain

channel-telegram = Telegram
channel-whatsapp = WhatsApp
channel-webchat = halaman web kami
channel-terminal = terminal
ask-cross = Mana yang mau dilanjutkan di sana?
cross-draft = Isian yang belum dikirim
cross-link = Untuk lanjut di { $where }, buka tautan ini: { $link }
cross-code = Atau tulis di sana: lanjut { $code }
cross-then = Berlaku 30 menit dan sekali pakai. Sebelum ada yang pindah, kami bertanya dulu di chat ini.
cross-same = Anda sudah di sini. Teruskan saja.
cross-no-way = Kami belum ada di sana. Semuanya tetap bisa diteruskan di chat ini.
cross-nothing = Di chat ini belum ada isian atau laporan. Kalau mau, mulai saja di { $where }: { $link }
cross-wrong = Kode itu belum bisa dipakai. Mungkin salah ketik, sudah dipakai, atau sudah lewat waktunya. Minta yang baru di chat yang lama.
cross-slow = Sudah beberapa kali dicoba. Demi keamanan, tunggu satu jam, lalu coba lagi.
cross-here = Satu langkah lagi: buka chat yang lama, lalu balas PINDAH di sana. Sebelum itu tidak ada yang terlihat di sini.
cross-asked = Kode dari chat ini baru saja ditulis di { $where }. Kalau itu Anda, balas PINDAH. Kalau bukan, balas BIARKAN: tidak ada yang terlihat di sana.
    .telegram = Kode dari chat ini baru saja ditulis di { $where }. Apakah itu Anda? Sebelum Anda menjawab, tidak ada yang terlihat di sana.
cross-yes = Ya, pindahkan
cross-no = Bukan saya
cross-none = Tidak ada yang menunggu untuk dipindah; mungkin waktunya sudah lewat. Untuk kode baru, ketik PINDAH CHAT.
cross-draft-gone = Sudah pindah. Isian Anda sekarang di { $where }, tidak lagi di chat ini.
cross-case-gone = Sudah pindah. Laporan { $ticket } sekarang tersambung ke chat Anda di { $where }; kabar datang di sana.
cross-stopped = Baik. Tidak ada yang pindah, dan kode itu tidak berlaku lagi.
brought-draft = Isian Anda sekarang di sini, lengkap seperti tadi.
brought-case = Laporan { $ticket } sekarang tersambung ke chat ini, dan kabar datang di sini. Untuk melihatnya, ketik STATUS.

### Di mana saja

greet = Halo.
greet-salam = Waalaikumsalam.
ask-menu = Ada yang bisa kami bantu?
menu-report = Melaporkan yang saya lihat
    .also = lapor, melapor, laporan baru
menu-ask = Bertanya: bolehkah ASN …?
    .also = tanya, bertanya, mau tanya
menu-ombudsman = Bertanya ke Ombudsman
    .also = konsultasi, ombudsman, tanya ombudsman
menu-status = Melihat kabar laporan
    .also = status, kabar
menu-add = Menambah bukti
    .also = tambah
menu-data = Data saya
    .also = dataku
menu-help = Bantuan
    .also = tolong
welcome = Sama-sama. Kalau ada yang lain, tulis MENU.
already-sent = { $ticket } sudah terkirim dan tersimpan; tidak perlu dikirim lagi. Untuk melihat kabarnya, ketik STATUS.
unsure-what = Pesan ini belum kami simpan.
desk-nothing-open = Tidak ada isian petugas yang terbuka, jadi tulisan ini belum dipakai dan tidak disimpan. Isian yang lama tidak disentuh tertutup sendiri. Ketik MEJA untuk membuka laporannya lagi. Mau melapor sebagai warga? Ketik LAPOR.
unsure-times = Untuk { $ticket } petugas menawarkan waktu telepon, dan menunggu pilihan Anda.
unsure-story = Tulisan ini belum menjadi laporan. Mau melaporkannya? Kalau ya, tulisan tadi bisa dipakai.{ -alinea }
kept-with-draft = Kiriman itu kami simpan bersama isian Anda.{ -alinea }
help =
    Saksi meneruskan cerita tentang pegawai negeri, kepala desa, atau aparat yang memihak calon ke petugas.

    LAPOR: mulai. KEMBALI: soal sebelumnya. BATAL: berhenti. TANYA, OMBUDSMAN: bertanya. STATUS: kabar. TAMBAH: bukti lain. TARIK: tarik laporan. TINJAU: minta dilihat lagi. HAPUS: hapus isinya. DATAKU: yang disimpan. KUNCI: buka dengan kode saja. KABAR SINGKAT: kabar tanpa isi. KODE BARU: ganti kode. BERSIHKAN CHAT: hapus obrolan. PINDAH CHAT: ganti aplikasi. ENGLISH.

    Kontak: { $contact }
safe =
    Wajar kalau khawatir. Petugas tidak melihat nomor atau akun Anda; kalau Anda anonim, nama Anda tidak ditanyakan. Yang membaca hanya petugas yang menangani dan atasannya di meja itu.

    Rahasia mutlak tidak bisa kami janjikan: isi cerita atau foto dapat menunjuk ke Anda. Jangan tulis siapa Anda, dan sebaiknya jangan pakai HP atau Wi-Fi kantor.

    Berhenti boleh kapan saja: BATAL. Menghapus isinya: HAPUS. Selengkapnya: PRIVASI.
ask-resume = Ada isian yang belum selesai di sini.
resume-continue = Lanjutkan
    .also = lanjut, ya, teruskan
resume-restart = Mulai dari awal
    .also = mulai, ulang, dari awal
resume-delete = Hapus isian itu
    .also = hapus, tidak
resumed = { $files ->
    [0] Jawaban Anda masih lengkap.
   *[other] Jawaban Anda masih lengkap dan { $files } foto tersimpan.
    } Tinggal { $left ->
    [1] diperiksa, lalu dikirim
    [2] dua pertanyaan
    [3] tiga pertanyaan
    [4] empat pertanyaan
    [5] lima pertanyaan
    [6] enam pertanyaan
    [7] tujuh pertanyaan
    [8] delapan pertanyaan
    [9] sembilan pertanyaan
    [10] sepuluh pertanyaan
   *[other] beberapa pertanyaan
    }. Isian terhapus sendiri kalau tujuh hari tidak disentuh.{ -alinea }
restarted = { $files ->
    [0] Baik, dari awal.
   *[other] Baik, dari awal. Kiriman yang tadi ikut dihapus.
    }{ -alinea }
draft-erased = Isian itu sudah dihapus. Kalau mau melapor lagi, tulis LAPOR.
erase-draft = Untuk menghapus laporan yang sudah terkirim, ketik HAPUS dengan nomornya, misalnya: HAPUS K7M-4QX-3.{ -alinea }
cancelled = Baik, berhenti di sini. Tidak ada yang dikirim.
cancelled-files = Baik, berhenti di sini. Tidak ada yang dikirim, dan kiriman tadi sudah dihapus.
cancelled-kept = Baik, berhenti di sini. Belum ada yang dikirim. Isian disimpan 7 hari; tulis HALO kalau mau melanjutkan atau menghapusnya.
nothing-to-cancel = Tidak ada isian yang sedang berjalan. Untuk menarik laporan yang sudah terkirim, ketik TARIK.
ask-loose = Kiriman ini untuk apa? Kalau tidak dipilih, terhapus sendiri setelah sehari.
loose-new = Laporan baru
    .also = baru, lapor
loose-discard = Tidak jadi, buang
    .also = buang, hapus, tidak
discarded = Baik, kiriman tadi sudah dihapus.
ask-language = Bahasa apa? / Which language?
language-id = Indonesia
    .also = id, bahasa indonesia, indonesian
language-en = English
    .also = en, inggris, bahasa inggris
language-changed = Baik, bahasa Indonesia.{ -alinea }

back = Kembali
keep-answer = Tetap seperti tadi
    .also = tetap, sama, sama saja, tidak jadi, jangan diubah
old-button = Tombol itu dari pertanyaan yang sudah lewat, jadi tidak ada yang berubah.{ -alinea }
first-question = Ini pertanyaan pertama.{ -alinea }
cannot-skip = Yang ini belum bisa dilewati.{ -alinea }
not-yet = Belum bisa dikirim: { $left } pertanyaan lagi.{ -alinea }
no-such-line = Tidak ada baris itu.{ -alinea }
passed-over = Tidak masalah, ini kita lewati: "tidak tahu". Nanti bisa diubah sebelum dikirim.{ -alinea }
passed-kept = Baik, jawaban yang tadi tetap.{ -alinea }
no-matter = Tidak apa-apa.
hint-choice = Maaf, saya belum paham. Balas dengan angka 1 sampai { $last }.
    .telegram = Maaf, saya belum paham. Tekan salah satu tombol di bawah ini.
help-choice = Tidak apa-apa, kita pelan-pelan. Balas dengan satu angka saja, 1 sampai { $last }. Untuk berhenti ketik BATAL.
    .telegram = Tidak apa-apa, kita pelan-pelan. Tekan satu tombol saja. Untuk berhenti ketik BATAL.
hint-text = Maaf, di bagian ini jawabannya ditulis dengan kata-kata.
help-text = Tidak apa-apa, kita pelan-pelan. Tulis saja dengan kata-kata sendiri. Untuk melewati ketik LEWATI, untuk berhenti ketik BATAL.
edit-taken = Pesan yang Anda ubah sudah menggantikan jawaban yang lama.
edit-caption = Tulisan di bawah foto itu sudah diperbarui. Kalau fotonya yang diganti, kirim lagi sebagai foto baru.
edit-unused = Perubahan pesan itu belum kami pakai. Kalau penting, tulis lagi sebagai pesan baru.
edit-not-understood = Perubahan pesan itu belum bisa kami pakai sebagai jawaban; jawaban yang lama tetap tersimpan.
odd-sticker = Stiker belum bisa kami simpan sebagai jawaban.{ -alinea }
odd-poll = Jajak pendapat belum bisa kami simpan sebagai jawaban.{ -alinea }
odd-contact = Kartu kontak tidak kami simpan, supaya nomor orang lain tidak ikut tersebar. Kalau perlu, tulis namanya saja.{ -alinea }
odd-live = Lokasi langsung mengikuti gerak Anda, jadi tidak disimpan. Hentikan, lalu kirim titik kejadian.{ -alinea }
odd-other = Jenis pesan itu belum bisa kami simpan. Tulis dengan kata-kata, atau kirim fotonya.{ -alinea }
too-fast = Pesannya datang cepat sekali. Yang barusan belum kami baca; tunggu satu menit, lalu kirim lagi. Yang sebelumnya aman.
too-many-cases = Hari ini sudah lima kiriman dari chat ini. Isian ini tetap tersimpan. Besok tulis KIRIM untuk mengirimnya.
parked = Pesan Anda sudah tersimpan, tetapi belum bisa kami olah. Pengelola sudah diberi tahu. Sementara itu Anda bisa melanjutkan; kalau perlu, tulis dengan kata-kata lain.
not-stored = Pesan Anda belum tersimpan karena ada gangguan di tempat kami. Tolong kirim ulang dalam beberapa menit. Yang sebelumnya aman.
    .telegram = Pesan Anda belum tersimpan karena ada gangguan di tempat kami. Tidak perlu dikirim lagi: kami mengambilnya begitu gangguan selesai.
    .webchat = Pesan Anda belum tersimpan karena ada gangguan di tempat kami. Tolong kirim ulang dalam beberapa menit. Yang sebelumnya aman.

### Kabar

push = Ada kabar untuk { $ticket }.
ask-reply = Petugas bertanya: "{ $question }" Balas dengan kata-kata atau foto. Jangan tulis hal yang menunjukkan siapa Anda. Boleh tidak menjawab: balas LEWATI.
reply-skip = Lewati
    .short = tidak dijawab
answered = Terima kasih, jawaban Anda untuk { $ticket } tersimpan dan disampaikan ke petugas.
answer-skipped = Baik, pertanyaan untuk { $ticket } tidak dijawab. Petugas tetap melanjutkan.
remind-pick = Petugas masih menunggu waktu telepon yang Anda pilih. Tulis STATUS untuk melihatnya, lalu pilih di chat ini. Ditunggu sampai { DAY($day) }.
remind-call = Pengingat: petugas menelepon Anda { MOMENT($at) }. Berhalangan? Tulis STATUS untuk minta waktu lain atau membatalkan.
remind-answer = Pertanyaan petugas masih menunggu: "{ $question }" Balas di sini, atau LEWATI kalau tidak mau menjawab. Ditunggu sampai { DAY($day) }.
news-still-ppk = Belum ada perubahan. Menunggu keputusan { $head } sejak { DATE($since) }. Kabar berikutnya paling lambat { DAY($by) }.
news-still-outside = Belum ada perubahan. Menunggu di { $office } sejak { DATE($since) }. Kabar berikutnya paling lambat { DAY($by) }.
news-still = Belum ada perubahan. Menunggu di { $reader } sejak { DATE($since) }. Kabar berikutnya paling lambat { DAY($by) }.
pushed-withdrawn = Ini sudah ditarik, sesuai permintaan.
pushed-erased = Isinya sudah dihapus, sesuai permintaan.
move-take = Petugas { $reader } mulai memeriksanya. Ini pemeriksaan awal: belum ada yang dinyatakan bersalah. Anda tidak perlu berbuat apa-apa.
move-take-on = Petugas { $reader } mulai memeriksa dugaan ini. Belum ada yang dinyatakan bersalah. Anda tidak perlu berbuat apa-apa.
move-assign = Petugas { $reader } mulai memeriksanya. Ini pemeriksaan awal: belum ada yang dinyatakan bersalah. Anda tidak perlu berbuat apa-apa.
move-ask = Petugas bertanya: "{ $question }" Balas di sini, boleh dengan foto. Jangan tulis hal yang menunjukkan siapa Anda, dan jangan ke lokasi kalau tidak aman. Boleh tidak menjawab: balas LEWATI. Ditunggu sampai { DAY($day) }.
move-forward = { $reader } meneruskan laporan ini ke { $target }. Alasannya: { $reason }. Nomor Anda tetap sama.
move-decide = { $reader } meneruskan laporan ini ke { $target }. Alasannya: { $reason }. Sudah dua kali diteruskan, jadi sekarang diputuskan di sana. Nomor Anda tetap sama.
move-lift = Di { $reader } sedang tidak ada petugas yang dapat membacanya. Supaya tetap dibaca, laporan ini sekarang ada di { $target }. Nomor Anda tetap sama.
move-lift-question = Di { $reader } sedang tidak ada petugas yang dapat membacanya. Supaya tetap dijawab, pertanyaan ini sekarang ada di { $target }. Nomor Anda tetap sama.
move-name-post = Laporan ini menyangkut jabatan tinggi. Supaya yang membaca bukan orang dekatnya, sekarang { $target } yang membacanya. Nomor Anda tetap sama.
move-rise = { $reader } menyerahkan laporan ini ke { $target }, yang sekarang memutuskan. Alasannya: { $reason }. Nomor Anda tetap sama.
move-merge = Laporan ini digabung dengan laporan lain tentang hal yang sama, supaya diperiksa sekaligus. Nomor dan kode rahasia Anda tetap berlaku. Anda kami kabari begitu ada hasilnya.
move-split = Laporan ini sekarang diperiksa tersendiri di { $reader }. Alasannya: { $reason }.
move-split-alone = Laporan ini sekarang diperiksa tersendiri di { $target }. Anda tidak perlu berbuat apa-apa.
move-register = { $reader } mencatat dugaan ini secara resmi dan memeriksanya lebih dalam. Belum ada yang dinyatakan bersalah.
move-find = { $reader } mencatat dugaan ini sebagai temuan sendiri dan memeriksanya lebih dalam. Belum ada yang dinyatakan bersalah.
move-extend = { $reader } memerlukan waktu lebih lama. Alasannya: { $reason }.
move-pass-to-bkn = { $reader } selesai memeriksa dan meneruskan dugaan ini ke { $target }, lembaga yang mengawasi pegawai negeri. Nomor Anda tetap sama. { $target } memeriksa lagi sebelum meminta keputusan sanksi.
move-hand-over = { $reader } meneruskan dugaan ini ke { $office }, yang berwenang memeriksanya. Nomor Anda tetap sama. Jawaban mereka kami tanyakan lagi.
move-take-back = { $reader } memeriksa lagi laporan ini. Alasannya: { $reason }.
move-send-back = { $reader } mengembalikan laporan ini ke { $target } untuk dilengkapi. Alasannya: { $reason }. Nomor Anda tetap sama.
move-recommend = { $reader } sudah menyurati { $head }, pejabat yang berwenang memberi sanksi. Batasnya { $count } hari kerja: { DATE($day) }. Yang memutuskan { $head }, bukan { $agency } dan bukan kami. Paling lambat hari itu Anda kami kabari, juga kalau belum ada jawaban.
move-annul = { $reader } membatalkan keputusan yang lama dan menyurati { $head } lagi. Alasannya: { $reason }. Batasnya { $count } hari kerja: { DATE($day) }. Paling lambat hari itu Anda kami kabari, juga kalau belum ada jawaban.
move-overdue = Sampai { DAY($day) }, belum ada keputusan { $head } yang tercatat di sini. Hal itu kami sampaikan ke { $target }, yang dapat menegur sampai memblokir data kepegawaian. Menunggu sejak { SHORT($since) }. Berkas Anda tetap ada.
move-escalate = Sampai { DAY($day) }, belum ada keputusan { $head } yang tercatat di sini. Hal itu kami sampaikan ke { $target }, yang mengawasi pejabat itu. Menunggu sejak { SHORT($since) }. Berkas Anda tetap ada.
move-sanction = Sudah ada keputusan: dinyatakan terbukti, { $result }. Ia masih berhak mengajukan keberatan. Isi suratnya data pribadi, jadi tidak kami kirim; mohon jangan disebarkan. Cerita Anda ikut membuatnya diperiksa.
punished-any = dan sudah ada sanksi
punished-moral = dengan sanksi moral
punished-ringan = dengan hukuman disiplin tingkat ringan
punished-sedang = dengan hukuman disiplin tingkat sedang
punished-berat = dengan hukuman disiplin tingkat berat
punished-ptdh = dengan pemberhentian
move-not-prove = Sudah ada keputusan: dugaan ini belum terbukti. Alasannya: { $reason }. Ini tidak berarti Anda salah.
move-not-pursue = { $reader } belum dapat melanjutkan. Alasannya: { $reason }. Ini tidak berarti Anda salah.
move-cancel = { $reader } membatalkan pemeriksaan dugaan ini. Alasannya: { $reason }. Ini tidak berarti Anda salah.
move-leave-service = Pemeriksaan dihentikan, karena orang yang Anda laporkan bukan pegawai lagi. Alasannya: { $reason }.
move-reopen = { $reader } membuka lagi laporan ini dan memeriksanya. Alasannya: { $reason }.
move-close = Berkas ini selesai dan ditutup. Alasannya: { $reason }. Terima kasih sudah menjadi saksi.
move-settle = Berkas ini selesai dan ditutup: waktu untuk meminta ditinjau lagi sudah lewat. Terima kasih sudah menjadi saksi.
move-settle-sanction = Berkas ini selesai dan ditutup: keputusan sanksi sudah tercatat. Terima kasih sudah menjadi saksi.
move-take-question = Petugas { $reader } membaca pertanyaan Anda. Anda tidak perlu berbuat apa-apa.
move-ask-back = Petugas bertanya: "{ $question }" Balas di sini, boleh dengan foto. Kalau anonim, jangan tulis hal yang menunjukkan siapa Anda. Boleh tidak menjawab: balas LEWATI. Ditunggu sampai { DAY($day) }.
move-forward-question = { $reader } meneruskan pertanyaan ini ke { $target }. Alasannya: { $reason }. Nomor Anda tetap sama.
move-decide-question = { $reader } meneruskan pertanyaan ini ke { $target }. Alasannya: { $reason }. Sudah dua kali diteruskan, jadi sekarang dijawab di sana. Nomor Anda tetap sama.
move-propose-call = Petugas { $reader } ingin menelepon Anda. Pilih waktu yang cocok. Ditunggu sampai { DAY($day) }; kalau belum ada pilihan, bicara dilanjutkan lewat chat.
move-propose-other = Waktu telepon yang lama tidak berlaku lagi: petugas { $reader } harus memindahkannya. Pilih waktu lain. Ditunggu sampai { DAY($day) }.
move-propose-call-last = Petugas { $reader } ingin menelepon Anda. Ini waktu terakhir yang dapat ditawarkan: kalau tidak ada yang pas, bicara dilanjutkan lewat chat. Ditunggu sampai { DAY($day) }.
move-propose-other-last = Waktu telepon yang lama tidak berlaku lagi: petugas { $reader } harus memindahkannya. Ini waktu terakhir yang dapat ditawarkan: kalau tidak ada yang pas, bicara dilanjutkan lewat chat. Ditunggu sampai { DAY($day) }.
move-call-off = Telepon dari petugas { $reader } dibatalkan, jadi tidak perlu ditunggu. Konsultasi ini tetap berjalan lewat chat.
move-no-call = Telepon yang disepakati tidak jadi.
move-lost-call = Telepon yang disepakati tidak jadi: petugasnya tidak lagi menangani pertanyaan ini. Petugas lain di { $target } yang melanjutkan, dan mengabari Anda di sini.
move-lost-offer = Waktu telepon yang ditawarkan tidak berlaku lagi: petugasnya tidak lagi menangani pertanyaan ini. Anda tidak perlu memilih. Petugas lain di { $target } yang melanjutkan, dan mengabari Anda di sini.
move-no-offer = Waktu telepon yang ditawarkan tidak berlaku lagi.
pick-time = { MOMENT($at) }
pick-none = Tidak ada yang pas
ask-pick = Pilih waktu telepon yang cocok.
ask-unfit = Apakah tulisan Anda barusan jawabannya? Kalau ya, petugas membacanya, dan tahu bahwa tidak ada waktu yang pas.
unfit-yes = Ya, sampaikan
    .also = ya, iya, betul, benar, sampaikan
unfit-other = Bukan, hal lain
    .also = bukan, tidak, hal lain, lain
ask-call = Ada perubahan untuk telepon itu?
call-other = Minta waktu lain
    .also = pindah, pindahkan, ganti waktu, waktu lain, undur
call-cancel = Batalkan telepon
    .also = batalkan telepon, tidak jadi ditelepon
call-agreed = Baik, disepakati untuk { $ticket }: petugas menelepon { MOMENT($at) }. Kami ingatkan sehari dan sejam sebelumnya, selama masih sempat. Petugas tidak pernah meminta OTP, uang, atau foto KTP.
call-change = Mau waktu lain? Balas 1. Mau membatalkan telepon? Balas 2.
call-diary = Kalau mau, simpan di kalender HP Anda. Di sana hanya tertulis:
call-title = Telepon
call-unfit = Baik, belum ada waktu yang cocok untuk { $ticket }. Petugas diberi tahu dan dapat menawarkan waktu lain. Hari dan jam yang Anda bisa boleh ditulis: ketik TAMBAH.
call-unfit-said = Baik, tulisan Anda untuk { $ticket } sudah disampaikan. Petugas dapat menawarkan waktu lain.
call-none-left = Maaf, semua waktu yang ditawarkan untuk { $ticket } sudah lewat atau terisi. Petugas diberi tahu dan dapat menawarkan waktu lain.
call-unfit-last = Baik, tidak ada waktu yang cocok untuk { $ticket }. Waktu sudah tiga kali ditawarkan, jadi bicara dilanjutkan lewat chat ini. Petugas diberi tahu.
call-none-left-last = Maaf, semua waktu yang ditawarkan untuk { $ticket } sudah lewat atau terisi, dan waktu lain tidak dapat ditawarkan lagi. Bicara dilanjutkan lewat chat ini. Petugas diberi tahu.
call-no-other = Waktu sudah tiga kali ditawarkan, jadi waktu lain tidak dapat diminta lagi. Telepon { MOMENT($at) } tetap berlaku. Kalau Anda berhalangan, batalkan saja: bicara dilanjutkan lewat chat.
call-cancels = Mau membatalkan telepon? Balas 2.
call-replaced = Tawaran itu sudah diganti. Pilih dari waktu yang ditawarkan sekarang.
call-replacing = Soal telepon ini sedang diubah petugas. Kabarnya menyusul di chat ini.
call-offer-over = Tawaran itu sudah tidak berlaku.
call-over = Telepon yang itu sudah tidak berlaku.
call-taken = Maaf, waktu itu sudah lewat atau terisi. Pilih salah satu yang masih ada.
called-other = Baik, telepon { MOMENT($at) } tidak jadi. Petugas tahu Anda minta waktu lain untuk { $ticket }, dan dapat menawarkannya di sini.
called-diary = Kalau sudah disimpan di kalender HP, hapus juga di sana.
called-cancel = Baik, telepon { MOMENT($at) } dibatalkan. Konsultasi { $ticket } tetap berjalan lewat chat.
call-parted = Selagi chat ini tertutup, telepon { MOMENT($at) } kami batalkan: belum pasti siapa yang memegang HP-nya. Konsultasi { $ticket } tetap berjalan lewat chat.
move-advise =
    Jawaban petugas { $reader }:

    { $advice }

    Ini penjelasan, bukan putusan.
move-refer = Menurut { $reader }, ini wewenang { $other }. Cara menghubunginya: { $contacts }.
move-suggest = { CAPITAL($reader) } menyarankan pertanyaan ini dijadikan laporan. Anda yang memutuskan. Ceritanya tidak perlu ditulis lagi.
move-closes = Kalau sampai { DAY($day) } tidak ada pertanyaan lagi, konsultasi ini ditutup.
move-close-question = Konsultasi ini ditutup: { $outcome }. Anda bisa bertanya lagi kapan saja.
move-settle-question = Konsultasi ini ditutup, karena tidak ada pertanyaan lagi. Anda bisa bertanya lagi kapan saja.
move-take-complaint = Petugas { $reader } mulai memeriksa syarat laporan Anda. Anda tidak perlu berbuat apa-apa.
move-accept = { $reader } menerima laporan Anda dan mulai memeriksa kantor itu. Belum ada yang dinyatakan salah. Pemeriksaan bisa berbulan-bulan.
move-not-admit = { $reader } belum dapat menerima laporan ini. Alasannya: { $reason }. Ini tidak berarti Anda salah. Bertanya tetap bisa: ketik OMBUDSMAN.
move-conclude =
    Hasil pemeriksaan { $reader }:

    { $advice }
move-settle-complaint = Laporan ke Ombudsman ini selesai dan ditutup. Anda bisa bertanya lagi kapan saja: ketik OMBUDSMAN.
move-reopen-question = { $reader } membuka lagi pertanyaan ini.
outcome-answered = pertanyaannya sudah dijawab
outcome-referred = ini wewenang lembaga lain
outcome-unanswered = belum ada balasan dari Anda
outcome-elsewhere = sudah ditangani di tempat lain
move-sentence = Kata petugas: { $sentence }
move-news = Kabar berikutnya paling lambat { DAY($by) }.
move-more = Mau menambah bukti? Ketik TAMBAH.
move-object = Belum setuju? Ketik TINJAU untuk minta ditinjau lagi, sekali, sampai { DAY($by) }.
    .telegram = Belum setuju? Anda dapat minta ditinjau lagi, sekali, sampai { DAY($by) }.
move-ombudsman = Mau bertanya ke Ombudsman? Ketik OMBUDSMAN { $ticket }.
move-clear = Sudah jelas? Balas 1. Masih ada yang mau ditanyakan? Balas 2.
move-raise = Mau? Ketik JADIKAN LAPORAN.
move-rate = Seberapa membantu? Balas 1 (tidak membantu) sampai 5 (sangat membantu), atau LEWATI.
push-answer = Jawab
push-skip = Lewati
push-next = Apa langkah berikutnya
push-add = Tambah bukti
push-object = Minta ditinjau lagi
push-ombudsman = Bertanya ke Ombudsman
push-unlink = Hapus kaitan dengan chat ini
push-no = Tidak apa-apa
push-clear = Sudah jelas
push-more = Masih mau bertanya
push-raise = Jadikan laporan
push-rate = Beri nilai
ask-follow = Apakah jawabannya sudah jelas?
follow-clear = Sudah jelas
    .also = sudah, jelas, ya, iya, oke, ok, cukup
follow-more = Masih mau bertanya
    .also = masih, belum, belum jelas, tanya lagi, lagi, tidak
ask-more = Silakan, tulis pertanyaan lanjutannya.
cleared = Baik, konsultasi { $ticket } selesai. Anda bisa bertanya lagi kapan saja.
ask-rating = Seberapa membantu jawabannya?
rating-1 = Tidak membantu
rating-2 = Kurang membantu
rating-3 = Cukup
rating-4 = Membantu
rating-5 = Sangat membantu
rating-skip = Lewati
    .also = tidak, tidak usah, nanti
rated = Terima kasih. Nilai Anda tersimpan.
rating-skipped = Baik, tanpa nilai.
rating-over = Nilai untuk { $ticket } sudah tidak bisa diubah atau ditambahkan.
opened-identity = Penjaga identitas membuka nama Anda yang tersegel, dengan alasan yang tercatat. Petugas lain tetap tidak melihatnya.
opened-original = Penjaga identitas membuka berkas asli dari Anda, dengan alasan yang tercatat. Petugas lain tetap hanya melihat salinannya.

### Lembaga dan jabatan

desk-triage = petugas penerima laporan
desk-onward = { $triage } untuk diteruskan ke { $office }
desk-regency = { $agency } { $region }
desk-province = { $agency } Provinsi { $region }
desk-national = { $agency }
head-regent = bupati
head-mayor = wali kota
head-governor = gubernur
head-minister = menteri atau pimpinan lembaga
head-unknown = kepala daerah atau menteri

### Petugas: kartu

card-head = { $ticket } · { $state }
card-free = belum diambil
card-taken = diambil { $holder }
card-taken-on = diambil { $holder }, { STAMP($since) }
card-held = { $state } · { $holder }
card-status-waiting = kembali ke meja
card-status-examined = sedang diperiksa
card-status-offered = menunggu { $who } memilih waktu telepon
card-status-scheduled = waktu telepon disepakati
card-call = Telepon: { MOMENT($at) }
card-status-asked = menunggu jawaban { $who }
card-status-registered = tercatat sebagai temuan
card-status-handed_over = diserahkan ke lembaga lain
card-status-at_bkn = menunggu verifikasi BKN
card-status-at_ppk = menunggu keputusan PPK
card-status-sanctioned = dihukum
card-status-not_proven = tidak terbukti
card-status-not_pursued = tidak dilanjutkan
card-status-cancelled = dibatalkan
card-status-left_service = berhenti atau pensiun
card-status-in_talk = sedang dibicarakan
card-status-answered = sudah dijawab
card-status-referred = disarankan ke lembaga lain
card-status-accepted = diterima, sedang diperiksa
card-status-raised = menjadi laporan
card-from-raise = Asal: konsultasi { $ticket }
card-into-raise = Menjadi laporan { $ticket }
card-from-ombudsman = Tentang laporan { $ticket }
card-into-ombudsman = Ditanyakan: konsultasi { $ticket }
card-status-withdrawn = ditarik { $who }
card-status-merged = digabung
card-status-closed = ditutup
card-status-erased = isinya sudah dihapus
card-what = { $about }
card-what-where = { $about } · { $area }
card-about = { CAPITAL($topic) }
card-about-person = { CAPITAL($topic) } · { CAPITAL($kind) }
card-where = { $area }
card-where-stage = { $area } · { $stage }
card-area-unknown = tempat belum diketahui
card-stage-preparation = masa persiapan
card-stage-nomination = masa pencalonan
card-stage-campaign = masa kampanye
card-stage-quiet = masa tenang
card-stage-voting = hari pemungutan suara
card-stage-count = masa penghitungan
card-stage-result = masa penetapan hasil
card-source = { $source } · { $files } berkas
card-tip = Informasi awal
card-source-violation = Pemberitahuan warga
card-source-consultation = Konsultasi
card-source-complaint = Laporan ke Ombudsman
card-due-violation = Target baca
card-due-consultation = Target jawab
card-due-complaint = Target jawab
who-violation = pelapor
who-consultation = penanya
who-complaint = pelapor
card-filed = Masuk: { BRIEF($day) }
card-filed-read = Masuk: { BRIEF($day) } · { $due }: { BRIEF($by) }
card-next = Langkah berikut: catat hasil atau tanya pelapor, target { BRIEF($by) }
card-next-talk = Langkah berikut: jawab atau tanya balik, target { BRIEF($by) }
card-target = Target: { BRIEF($by) }
card-awaited = Belum ada keputusan yang tercatat. Ditunggu sampai { BRIEF($by) }
card-legal = Batas hukum: { BRIEF($by) }
card-left = tidak lagi di meja ini
card-take = Ambil
card-forward = Bukan meja kami
card-recuse = Saya ada hubungan
card-open = Buka
card-give_back = Kembalikan

### Petugas: mendaftar dan meja

officer-welcome = Halo, { $name }. Chat ini sekarang terdaftar sebagai petugas { $desk }.
officer-next = Kartu laporan datang di sini, beberapa sekaligus, tidak di malam hari. Balas dengan angka di bawahnya. Ketik MEJA kapan saja untuk melihat yang menunggu.
    .telegram = Kartu laporan datang di sini, beberapa sekaligus, tidak di malam hari. Ketik MEJA kapan saja untuk melihat yang menunggu.
officer-next-looks = Ketik nomor laporan untuk membukanya, atau MEJA untuk melihat isi meja.
officer-next-runs = Ketik MEJA kapan saja: di sana Anda mengundang rekan, melihat siapa yang duduk di meja ini, dan menonaktifkan yang sudah pindah. Isi laporan tidak terbuka dari sini.
officer-care = Pelapor tidak melihat nama Anda, hanya nama meja. Yang Anda buka tercatat. WhatsApp tidak mengizinkan kami menghapusnya dari HP Anda: hapus sendiri setelah dibaca. Jangan menyalin cerita pelapor ke tempat lain. Melapor lewat chat ini tetap bisa, asal bukan tentang laporan yang Anda tangani.
    .telegram = Pelapor tidak melihat nama Anda, hanya nama meja. Yang Anda buka tercatat, dan hilang dari chat ini setelah 15 menit. Jangan menyalin cerita pelapor ke tempat lain. Chat ini juga tetap bisa dipakai untuk melapor, asal bukan tentang laporan yang Anda tangani.
officer-wrong = Kode itu belum bisa dipakai. Mungkin salah ketik, sudah dipakai, atau sudah lewat waktunya. Minta kode baru ke pengelola.
officer-slow = Sudah beberapa kali dicoba. Tunggu satu jam, lalu coba lagi.
officer-elsewhere = Petugas bekerja lewat Telegram atau WhatsApp. Buka tautan undangan Anda di sana.
desk-today = Meja { $desk }, { STAMP($day) }
desk-counts = Belum diambil: { $free } · di tangan Anda: { $mine } · jatuh tempo hari ini: { $due } · lewat: { $late }
desk-many = { $count }+
desk-empty = Tidak ada yang menunggu.
desk-more = Berikutnya
desk-row = { $ticket } · { $state }
desk-row-today = Hari ini: { $ticket } · { $state }
desk-row-late = Lewat: { $ticket } · { $state }
desk-which = Angka itu bisa berarti lebih dari satu laporan, jadi belum ada yang dilakukan. Laporan yang mana?
desk-or-answer = Baru saja ada kartu baru, jadi belum jelas angka itu untuk apa. Ulangi angkanya untuk pertanyaan tadi, atau ketik MEJA untuk kartunya.
desk-number = Angka itu tidak ada di layar terakhir. Balas dengan salah satu angkanya, atau ketik MEJA.
desk-stays = Setelah dibaca, hapus pesan-pesan di atas dari HP Anda: di sini kami tidak dapat menghapusnya.
digest = Ringkasan hari ini.
digest-lain = { $returned ->
    [0] { $desk }: { $late } lewat waktu
   *[other] { $desk }: { $late } lewat waktu, { $returned } kembali ke meja tanpa langkah
}
digest-more = Dan { $count } meja lain.
desk-pager = Di meja { $desk } ada { $count } kiriman yang belum diambil. Ketik MEJA untuk melihatnya.
desk-see-story = Cerita
desk-see-files = Foto
desk-see-history = Riwayat
desk-see-copy = Salin untuk formulir
desk-see-citizen = Pelapor
desk-see-name = Nama tersegel
desk-see-original = Berkas asli
desk-see-alike = Laporan mirip
desk-alike = Mungkin sama dengan { $ticket }: { $count } laporan. Buka dulu kalau ragu.
desk-alike-more = Dan { $count } lagi.
desk-row-alike = { $ticket } · { $why } · { $state }
desk-gather = Gabungkan { $count } laporan ke sini
desk-gathered = { $count } laporan digabung ke { $ticket }. Tiap pelapor dikabari, nomornya tetap; selama kabarnya belum berangkat, masing-masing masih bisa diurungkan: ketik nomornya.
desk-gathered-second = { $count } laporan menyangkut jabatan tinggi, jadi menunggu persetujuan petugas kedua.
desk-gathered-left = { $count } laporan tidak ikut: dipegang petugas lain, atau sudah berubah.
alike-file = berkas sama
alike-look = foto mirip
alike-link = tautan sama
alike-spot = titik dan hari sama
alike-place = nama tempat dan hari sama
desk-see-query = Pertanyaan
desk-see-papers = Berkas
desk-see-asker = Penanya
desk-see-harm = Keluhan
desk-see-prior = Kasus sebelumnya
desk-do-ask = Tanya pelapor
desk-do-forward = Teruskan
desk-do-rise = Naikkan ke meja atas
desk-do-merge = Gabungkan
desk-do-split = Pisahkan
desk-do-not_pursue = Tidak dilanjutkan
desk-do-register = Catat registrasi
desk-do-find = Catat temuan
desk-do-extend = Perpanjang waktu
desk-do-pass_to_bkn = Teruskan ke BKN
desk-do-hand_over = Serahkan ke lembaga lain
desk-do-take_back = Ambil kembali
desk-do-send_back = Minta dilengkapi meja asal
desk-do-recommend = Surati PPK
desk-do-annul = Minta keputusan ditinjau
desk-do-sanction = Catat hukuman
desk-do-not_prove = Tidak terbukti
desk-do-cancel = Hentikan pemeriksaan
desk-do-leave_service = Berhenti atau pensiun
desk-do-pursue = Telusuri sendiri
desk-do-reopen = Buka lagi
desk-do-close = Tutup
desk-do-assign = Tugaskan
desk-do-ask_back = Tanya balik
desk-do-propose = Tawarkan telepon
desk-do-call_off = Batalkan telepon
desk-do-advise = Jawab
desk-do-refer = Sarankan lembaga lain
desk-do-accept = Terima sebagai laporan
desk-do-not_admit = Belum dapat diterima
desk-do-conclude = Catat hasil pemeriksaan
desk-do-suggest = Usulkan jadi laporan
desk-confirm = Setuju
desk-decline = Tidak setuju
desk-waits = Menunggu petugas kedua: { $move }.
desk-undo = Urungkan
desk-may-undo = Selama kabarnya belum berangkat, ini masih bisa diurungkan.
desk-done = { $ticket }: { $state }.
desk-done-now = { $ticket }: { $did }. Sekarang: { $state }.
desk-left = { $ticket } sudah tidak di meja Anda.
desk-recused = { $ticket } tidak akan muncul lagi untuk Anda.
desk-proposed = { $ticket } menyangkut jabatan tinggi, jadi menunggu persetujuan petugas kedua.
desk-stale = Sudah berubah sejak tombol itu dibuat. { $ticket }: { $state }.
desk-refused-gone = Laporan itu tidak ada di meja Anda.
desk-or-status = Kalau itu laporan Anda sendiri dari chat lain, ketik STATUS { $ticket }.
desk-refused-chat = Penanya tidak meminta ditelepon, jadi kami tidak menyimpan nomornya. Jawab lewat chat ini.
desk-decides = Sudah { $count } kali diteruskan. Kalau diteruskan lagi, langsung ke { $desk }, yang memutuskan.
desk-nowhere = Belum ada meja lain yang berpetugas untuk ini. Beri tahu pengelola.
desk-refused-not-now = Langkah itu tidak bisa dilakukan sekarang.
desk-refused-untaken = Ambil dulu laporan itu.
desk-refused-needs = { $pieces ->
    [summary] Belum dilakukan: di ringkasan itu masih ada kalimat pelapor, jam, atau nomor laporan. Yang menerima bisa menebak siapa pelapornya. Tulis dengan kata-kata Anda sendiri, lalu coba lagi.
   *[other] Belum lengkap atau belum cocok, jadi belum dilakukan. Periksa isiannya, lalu coba lagi.
    }
desk-refused-second = Langkah itu menunggu petugas lain, bukan yang mengusulkannya.
desk-refused-late = Kabarnya sudah berangkat, jadi tidak bisa diurungkan lagi.
desk-refused-erased = Isi laporan itu sudah dihapus.
desk-officer = { $name }
desk-agency = { $agency }
notice-recused = Seorang petugas menyatakan ada hubungan dengan { $ticket }.
notice-picked = { CAPITAL($who) } memilih waktu telepon untuk { $ticket }: { MOMENT($at) }.
notice-unfit = Tidak ada waktu telepon yang cocok bagi { $who } untuk { $ticket }. Tawarkan waktu lain, atau jawab lewat chat.
notice-unfit-last = Tidak ada waktu telepon yang cocok bagi { $who } untuk { $ticket }, dan waktu sudah tiga kali ditawarkan. Jawab lewat chat.
notice-unfit-said = Tidak ada waktu telepon yang cocok bagi { $who } untuk { $ticket }; ada tulisannya. Buka berkasnya untuk membaca.
notice-call-other = { CAPITAL($who) } minta waktu lain untuk telepon { $ticket }; { MOMENT($at) } tidak jadi. Tawarkan waktu lain.
notice-call-cancel = { CAPITAL($who) } membatalkan telepon { $ticket }, { MOMENT($at) }. Konsultasi tetap berjalan lewat chat.
notice-call-parted = Telepon { $ticket }, { MOMENT($at) }, dibatalkan: HP { $who } mungkin dipegang orang lain. Jangan menelepon nomor itu dulu. Jawaban lewat chat baru terbaca sesudah chatnya dibuka dengan kode rahasia.
notice-called = Saatnya menelepon { $who } untuk { $ticket }. HP-nya mungkin diangkat orang lain: pastikan dulu siapa yang bicara, sebelum menyebut soalnya. Sesudahnya catat hasilnya: jawab atau tutup.
notice-answered = { CAPITAL($who) } menjawab pertanyaan tentang { $ticket }.
notice-skipped = { CAPITAL($who) } memilih tidak menjawab pertanyaan tentang { $ticket }.
notice-second = { $ticket } menunggu persetujuan petugas kedua.
notice-own-question = { $name } menanyai { $who } { $ticket } dengan kata-kata sendiri: "{ $question }"
notice-added = { CAPITAL($who) } menambah sesuatu untuk { $ticket }.
notice-raised = { CAPITAL($who) } menjadikan { $ticket } laporan. Konsultasi ini selesai.
notice-withdrawn = { CAPITAL($who) } menarik { $ticket }. Ia tidak dihubungi lagi; faktanya masih boleh ditelusuri.
notice-erased = { CAPITAL($who) } menghapus isi { $ticket }. Nomor dan langkahnya tetap ada.
notice-released-many = { $count } laporan di meja { $desk } kembali ke meja, karena petugasnya tidak bertugas lagi.
notice-released = Petugas { $ticket } sudah tidak bertugas, jadi laporan itu kembali ke meja.
notice-objected = Pelapor minta { $ticket } ditinjau lagi. Sebaiknya dibaca petugas lain.
notice-unanswered = { $ticket }: sampai waktunya lewat belum ada jawaban { $who }. Bisa diteruskan.
notice-remind-legal = { $ticket }: batas hukum { BRIEF($by) }.
notice-remind-target = { $ticket }: target { BRIEF($by) }.
notice-remind-many = Segera jatuh tempo: { $count } kiriman, paling dekat { $ticket }, { BRIEF($by) }. Ketik MEJA untuk melihatnya.
notice-silent-above = Dugaan soal { $offence }, { $area }: sampai { BRIEF($day) } belum ada keputusan { $head } yang tercatat di sini. Surat dari { $desk } dikirim { BRIEF($since) }. Berkasnya tetap di sana: kalau Anda menegur atau mendapat kabar, beri tahu { $desk }. Ringkasan petugas: { $summary }
notice-silent = { $ticket } ({ $offence }): sampai { BRIEF($day) } belum ada keputusan { $head } yang tercatat di sini. Surat dikirim { BRIEF($since) }. Langkah berikut: ingatkan { $head }, atau catat keputusannya kalau sudah ada. Ringkasan petugas: { $summary }

### Petugas: yang dibuka

desk-story-head = { $ticket }, dari { $who }:
desk-story = { $text }
desk-asks = Yang ditanyakan: { $text }
desk-note = Tambahan: { $text }
desk-caption = Tulisan pada berkas { $number }: { $text }
desk-place = Tempat menurut { $who }: { $text }
desk-files = { $ticket }: { $count } berkas
desk-file-kept = { $number }. { $kind }, { $size } KB, sidik { $hash } ({ $note })
desk-file = { $number }. { $kind }, { $size } KB, sidik { $hash }
desk-films = Video ditandai dulu dengan nama Anda di setiap gambarnya, lalu menyusul sebentar lagi.
desk-file-shown = Berkas { $number } dari { $count }
desk-mark = { $name } · { $desk } · { MOMENT($at) }
desk-file-erased = Berkas ini sudah dihapus.
desk-file-lost = Berkas ini tidak bisa dibuka. Beri tahu pengelola.
desk-file-elsewhere = Berkas ini belum bisa dikirim lewat WhatsApp. Minta ke pengelola.
desk-file-away = Berkas ini belum bisa dibuka sekarang. Coba lagi nanti dari tombol Foto. Kalau tetap belum, minta ke pengelola.
desk-file-long = Video ini lebih dari 10 menit, jadi belum bisa ditandai dengan nama Anda dan tidak dikirim. Minta ke pengelola.
file-kind-image = gambar
file-kind-pdf = PDF
file-kind-video = video
file-kind-sound = suara
file-kind-office = dokumen kantor
file-kind-text = teks
file-note-voice = suara pelapor, hanya untuk penjaga identitas
file-note-large = terlalu besar untuk chat, minta ke pengelola
file-note-coming = salinannya sedang dibuat, coba lagi nanti
file-note-none = tanpa salinan, minta ke pengelola
desk-history = Riwayat { $ticket }
desk-happened-by = { BRIEF($day) }: { $what }, { $name }
desk-happened-to = Ke: { $desk }
desk-happened-with = Nomornya: { $ticket }
desk-happened = { BRIEF($day) }: { $what }
desk-prior-head = Kasus sebelumnya: { $topic }, terakhir di { $desk }. Hanya tanggal, meja, dan langkah; cerita dan nomornya tidak dibuka.
desk-prior-silent = Belum ada langkah yang tercatat sejak { BRIEF($day) }: { $days } hari kerja
desk-prior-row = { BRIEF($day) }: { $what }, { $desk }
desk-form = { $ticket }, menurut urutan formulir:
desk-form-accused = Terlapor: { $kind }, { $who }
desk-form-event = Peristiwa: { $event }
desk-form-place = Tempat kejadian: { $place }
desk-form-place-said = Tempat kejadian: { $place }, menurut pelapor: { $said }
desk-form-happened = Hari kejadian: { $day }
desk-form-known = Hari diketahui: { $day }
desk-form-link = Tautan atau akun: { $link }
desk-form-evidence = Bukti: { $count } berkas
desk-form-story = Uraian: { $text }
desk-sealed = Pelapor: { $name }, { $phone }. Hanya untuk Anda, untuk alasan yang Anda tulis. Pesan ini hilang dalam 15 menit.
desk-original = Berkas asli nomor { $number }. Bisa menunjukkan siapa pelapor: jangan diteruskan. Sidik berkas: { $hash }
ask-numbered = Berkas nomor berapa? Tulis satu nomor.
ask-why = Mengapa perlu dibuka? Alasan Anda dicatat, dan pelapor diberi tahu bahwa ini dibuka.
short-why = Tulis alasannya dalam beberapa kata.
desk-citizen = { CAPITAL($who) }: { $name }, { $phone }. Hanya untuk Anda yang menangani.
desk-did-filed = masuk
desk-did-added = { $who } menambah
desk-did-evidence_stored = berkas tambahan tersimpan
desk-did-answer = { $who } menjawab
desk-did-skip = { $who } memilih tidak menjawab
desk-did-object = pelapor minta ditinjau lagi
desk-did-add = { $who } bertanya lagi
desk-did-clear = { $who } menyatakan sudah jelas
desk-did-rate = { $who } memberi nilai
desk-did-propose = waktu telepon ditawarkan
desk-did-pick = { $who } memilih waktu telepon
desk-did-unfit = tidak ada waktu telepon yang cocok bagi { $who }
desk-did-call_off = telepon dibatalkan
desk-did-called = waktunya menelepon
desk-did-advise = dijawab
desk-did-refer = disarankan ke lembaga lain
desk-did-accept = diterima sebagai laporan
desk-did-not_admit = belum dapat diterima
desk-did-suggest = diusulkan menjadi laporan
desk-did-raise = { $who } menjadikannya laporan
desk-did-grown = berasal dari kiriman lain
desk-did-consulted = { $who } bertanya ke Ombudsman tentang ini
desk-did-withdrawn = ditarik
desk-did-erased = isinya dihapus
desk-did-take = diambil
desk-did-assign = ditugaskan
desk-did-give_back = dikembalikan ke meja
desk-did-recuse = petugas menyatakan ada hubungan
desk-did-return = kembali ke meja karena dua hari kerja tanpa langkah
desk-did-return-left = kembali ke meja karena petugasnya tidak bertugas lagi
desk-did-return-close = kembali ke meja karena petugasnya ada hubungan
desk-did-unanswered = waktu menjawab habis
desk-did-ask = pertanyaan ke { $who }
desk-did-forward = diteruskan
desk-did-rise = dinaikkan ke meja atas
desk-did-name_post = dipindahkan karena menyangkut jabatan tinggi
desk-did-lift = dipindahkan karena meja sebelumnya kosong
desk-did-merge = digabung
desk-did-split = dipisahkan
desk-did-not_pursue = tidak dilanjutkan
desk-did-register = diregistrasi
desk-did-find = dicatat sebagai temuan
desk-did-extend = waktu diperpanjang
desk-did-pass_to_bkn = diteruskan ke BKN
desk-did-hand_over = diserahkan ke lembaga lain
desk-did-take_back = diambil kembali
desk-did-send_back = dikembalikan ke meja asal
desk-did-recommend = surat ke PPK
desk-did-annul = keputusan diminta ditinjau
desk-did-sanction = hukuman dicatat
desk-did-not_prove = tidak terbukti
desk-did-cancel = dibatalkan
desk-did-leave_service = berhenti atau pensiun
desk-did-pursue = ditelusuri tanpa pelapor
desk-did-reopen = dibuka lagi
desk-did-close = ditutup
desk-did-settle = ditutup karena waktu keberatan habis
desk-did-overdue = batas waktu PPK lewat
desk-did-escalate = disampaikan ke tingkat atas
desk-did-opened-story = cerita dibuka
desk-did-opened-evidence = berkas dibuka
desk-did-opened-identity = nama dibuka
desk-did-opened-original = berkas asli dibuka
desk-did-joined = laporan lain digabung ke sini
desk-did-undo = langkah terakhir diurungkan
desk-did-proposed = menunggu petugas kedua
desk-did-declined = petugas kedua tidak setuju

### Petugas: isian

desk-preview = { $ticket }: { $move }.
desk-reads = Ini yang dibaca { $who }:
desk-reads-not = Hanya dicatat, tidak dibaca { $who }:
desk-reads-shared = Juga dibaca pelapor lain yang laporannya digabung ke sini. Jangan tulis apa pun tentang salah satu pelapor.
desk-reads-step = { CAPITAL($who) } hanya membaca bahwa langkah ini diambil, tanpa isian berikut.
desk-reads-nothing = { CAPITAL($who) } tidak dikabari langkah ini.
desk-read-question = Pertanyaan: "{ $text }"
desk-read-times = Waktu telepon: { MOMENT($at) }
desk-read-advice = Jawaban: "{ $text }"
desk-read-agency = Ke: { $agency } ({ $contacts })
desk-read-outcome = Hasil: { $outcome }
desk-read-desk = Ke: { $desk }
desk-read-reason = Alasan: { $reason }
desk-read-sentence = "{ $text }"
desk-read-grade = Hukuman: { $grade }
desk-read-office = Ke: { $text }
ask-question = Apa yang mau ditanyakan? Pilih, atau tulis sendiri. Jangan tanyakan di mana ia berdiri, dengan siapa, atau dari mana ia tahu.
ask-question-back = Apa yang mau ditanyakan? Pilih, atau tulis sendiri. Kalau penanya anonim, jangan tanyakan siapa dia.
question-still = Apakah masih terpasang hari ini?
question-photos = Apakah ada foto lain?
question-hour = Jam berapa kira-kira: pagi, siang, sore?
question-sign = Apakah ada tulisan atau nomor di situ?
question-office = Kantor atau instansi mana yang dimaksud?
question-when = Kapan kejadiannya?
question-tried = Apakah sudah pernah ditanyakan ke kantor itu? Apa jawabannya?
question-papers = Apakah ada surat atau fotonya?
question-proxy = Apakah ada surat kuasanya?
short-question = Terlalu pendek untuk dipahami. Tulis satu kalimat tanya.
sum-question = Pertanyaan: { $question-text }
ask-times = Kapan bisa menelepon? Tulis paling banyak tiga waktu, menurut jam di tempat penanya, misalnya: besok 10.00, Senin 9 pagi.
sum-times = Waktu telepon: { $times-text }
times-none = Waktunya belum terbaca. Tulis hari dan jamnya, misalnya: besok 10.00, Senin 9 pagi.
times-past = Ada waktu yang sudah lewat. Tulis yang masih akan datang.
times-night = Kami tidak menelepon di malam hari. Pilih antara pukul 08.30 dan 19.30.
times-half = Pilih jam penuh atau setengah, misalnya 10.00 atau 10.30.
times-far = Terlalu jauh. Pilih dalam 60 hari ke depan.
times-many = Paling banyak tiga waktu. Tulis lagi, tiga saja.
times-weekday = Hari dan tanggalnya belum cocok. Periksa, lalu tulis lagi.
times-impossible = Tanggal atau jam itu tidak ada. Periksa, lalu tulis lagi.
times-busy = Anda sudah ada telepon lain di salah satu waktu itu. Pilih waktu lain.
ask-advice = Tulis jawabannya dengan kata-kata biasa; dibaca seperti Anda tulis. Paling banyak 1.000 huruf.
short-advice = Terlalu pendek untuk sebuah jawaban. Tulis satu kalimat penuh.
sum-advice = Jawaban: { $advice-text }
ask-agency = Ini wewenang lembaga mana?
sum-agency = Lembaga: { $agency-choice }
ask-outcome = Bagaimana konsultasi ini selesai?
sum-outcome = Hasil: { $outcome-choice }
ask-desk = Ke meja mana?
desk-elsewhere = Kabupaten atau kota lain
    .short = kabupaten atau kota lain
sum-desk = Ke: { $desk-choice }
ask-merged = Laporan ini digabung ke laporan mana? Tulis nomor yang dilanjutkan, misalnya: K7M-4QX-3. Tidak jadi? Ketik BATAL.
hint-merged = Nomornya belum terbaca. Nomor tertulis di baris pertama kartu, misalnya: K7M-4QX-3. Tidak jadi? Ketik BATAL.
sum-merged = Digabung ke: { $merged-text }
ask-officer = Ditugaskan ke siapa?
sum-officer = Petugas: { $officer-choice }
ask-reason = Apa alasannya? Ini dibaca { $who }.
reason-place = kejadiannya di wilayah lain
reason-power = ini wewenang lembaga lain
reason-post = menyangkut jabatan tinggi
reason-near = orangnya dekat dengan kantor ini
reason-picture = foto belum menunjukkan siapa yang melakukannya
reason-evidence = buktinya belum cukup
reason-rule = perbuatan itu tidak dilarang aturan
reason-handled = hal yang sama sudah ditangani
reason-person = orangnya belum dapat dipastikan
reason-retired = ia sudah pensiun
reason-resigned = ia sudah mengundurkan diri
reason-dismissed = ia sudah diberhentikan
reason-procedure = tata caranya belum sesuai aturan
reason-grade = hukumannya belum sesuai aturan
reason-witness = masih menunggu keterangan saksi
reason-documents = masih menunggu dokumen
reason-answered = lembaga itu sudah menjawab
reason-silent = lembaga itu belum menjawab
reason-public = menyangkut kepentingan umum
reason-evidence_enough = buktinya cukup tanpa pelapor
reason-new_evidence = ada bukti baru
reason-objection = pelapor minta ditinjau lagi
reason-different = kejadiannya ternyata lain
reason-unnamed = belum ada keluhan atas nama sendiri ke kantor itu
reason-bystander = laporan harus dari korban langsung atau wakilnya
reason-old = sudah lewat dua tahun
reason-court = hal ini ada di pengadilan
reason-earlier = sudah pernah diperiksa
reason-decided = keputusan sanksi sudah tercatat
reason-objection_over = waktu untuk minta ditinjau sudah lewat
reason-withdrawn = pelapor sudah menariknya
reason-other = alasan lain
sum-reason = Alasan: { $reason-choice }
ask-sentence = Satu kalimat untuk { $who }, kalau perlu.
ask-sentence-reason = Apa alasannya? Tulis satu kalimat; { $who } membacanya.
sentence-none = Tanpa kalimat
    .short = tanpa kalimat
    .also = tidak, lewati, kosong
short-sentence = Terlalu pendek untuk dipahami. Tulis satu kalimat.
sum-sentence = Kalimat: { $sentence-text }
ask-office = Lembaga mana yang menerima?
short-office = Tulis nama lembaganya.
sum-office = Lembaga: { $office-text }
ask-ppk = Surat ditujukan ke siapa? Tulis jabatannya, misalnya: Bupati Wakatobi.
short-ppk = Tulis jabatannya, misalnya: Bupati Wakatobi.
sum-ppk = Tujuan: { $ppk-text }
ask-employer = Orang itu pegawai siapa?
employer-region = Pemerintah kabupaten atau kota
employer-province = Pemerintah provinsi
employer-ministry = Kementerian atau lembaga pusat
sum-employer = Pegawai: { $employer-choice }
ask-number = Nomor registrasinya?
short-number = Tulis nomor registrasinya.
sum-number = Nomor: { $number-text }
ask-decision = Nomor keputusannya?
short-decision = Tulis nomor keputusannya.
sum-decision = Keputusan: { $decision-text }
ask-grade = Hukuman apa yang diputuskan?
grade-moral = sanksi moral
grade-ringan = hukuman disiplin tingkat ringan
grade-sedang = hukuman disiplin tingkat sedang
grade-berat = hukuman disiplin tingkat berat
grade-ptdh = pemberhentian tidak dengan hormat
sum-grade = Hukuman: { $grade-choice }
ask-service = Ia PNS? Kalau bukan, tingkat hukumannya tidak disebut ke pelapor.
service-pns = PNS
service-other = PPPK atau lainnya
sum-service = Status: { $service-choice }
ask-dated-letter = Tanggal suratnya?
ask-dated-register = Tanggal registrasinya?
ask-dated-find = Tanggal temuannya dicatat?
dated-today = Hari ini
dated-yesterday = Kemarin
dated-other = Hari lain (tulis tanggalnya, misalnya 12 Oktober)
    .telegram = Hari lain
sum-dated = Tanggal: { $dated-shown }
ask-summary = Tulis ringkasan Anda sendiri. Jangan menyalin kalimat pelapor, jangan menyebut nomor laporan atau jam.
short-summary = Ringkasan itu terlalu pendek. Siapa diduga berbuat apa, di mana, tanggal berapa, buktinya apa.
sum-summary = Ringkasan: { $summary-text }
ask-copies = Salinan berkas mana yang ikut?
copies-all = Semua salinan
copies-none = Tanpa salinan
copies-some = Sebagian
sum-copies = Salinan: { $copies-choice }
ask-chosen = Nomor berkas yang ikut? Misalnya: 1, 3.
sum-chosen = Berkas: { $chosen-text }

### Terminal

terminal-hello = Saksi di terminal, untuk mencoba. Tulis pesan lalu Enter; Ctrl-D untuk keluar. Foto: /foto nama-berkas. Titik: /titik -5.32 123.59
terminal-no-file = Berkas { $name } belum ditemukan. Periksa namanya, lalu kirim lagi.
operator-unset = (belum diisi; hanya untuk mencoba)
contact-unset = (belum diisi)

### Profil bot

profile-description = Saksi menerima cerita warga tentang pegawai negeri, kepala desa, atau aparat yang memihak calon. Kami sampaikan ke petugas yang berwenang, lalu Anda kami kabari. Boleh anonim. Ketik /start untuk mulai.
profile-short = Melihat pegawai negeri memihak calon? Ceritakan di sini. Boleh anonim.
command-lapor = Melaporkan yang Anda lihat
command-tanya = Bertanya: bolehkah ASN …?
command-status = Melihat kabar laporan
command-tambah = Menambah bukti atau cerita
command-dataku = Melihat yang kami simpan
command-menu = Semua pilihan
command-bantuan = Cara memakai bot ini
command-bahasa = Bahasa / language
command-batal = Berhenti di sini

### Halaman

page-title = Saksi
page-welcome = Ceritakan di sini apa yang Anda lihat. Sebelum mulai, kami jelaskan dulu apa yang disimpan. Sekarang belum ada yang tersimpan.
page-start = Mulai
page-known = Saya punya nomor dan kode
page-hello = Halo
page-talk = Percakapan Anda dengan Saksi
page-you = Anda
page-saksi = Saksi
page-write = Tulis di sini
page-attach = Foto atau berkas
page-send = Kirim pesan
page-refresh = Muat ulang
page-leave = Keluar
page-pin = Titik tempat kejadian
page-pin-help = Yang diminta tempat kejadian, bukan lokasi Anda sendiri. Koordinat juga boleh, misalnya -5,3258 dan 123,5952, atau tulis saja nama tempatnya sebagai pesan.
page-picked = Yang akan dikirim
page-unpick = Jangan kirim { $name }
page-map = Peta: geser sampai tandanya di tempat kejadian
page-map-how = Geser peta, tekan tempatnya, atau pakai tombol panah dan + −.
page-nearer = Perbesar peta
page-farther = Perkecil peta
page-near = Tanda di dekat { $town }, { $area }.
page-pin-send = Kirim titik ini
page-lat = Lintang
page-lon = Bujur
page-pinned = Titik: { $at }
page-file = Berkas: { $name }
page-open = Buka berkas
page-at = { STAMP($at) }, { CLOCK($at) }
page-list = Pilih
page-chosen = ✓ { $label }
page-code = (kode rahasia, tidak ditampilkan)
page-sending = Sedang dikirim…
page-lost = Sambungan terputus. Tulisan Anda masih di sini, dan kami mencoba menyambung lagi.
page-stale = Belum tersimpan: halaman ini dibuka sebelum percakapan dimulai lagi, atau dari situs lain. Kembali ke percakapan, lalu kirim sekali lagi. Kalau terus begini, izinkan cookie untuk situs ini.
page-too-much = Belum tersimpan: terlalu banyak sekaligus. Kirim paling banyak sepuluh berkas, masing-masing paling besar 20 MB.
page-slow = Belum tersimpan: terlalu banyak kiriman dalam waktu singkat. Tunggu sebentar, lalu kirim lagi.
page-nowhere = Yang Anda cari tidak ada di sini, atau sudah dihapus. Alamatnya mungkin salah ketik.
page-yours = Tulisan Anda, belum tersimpan:
page-again = Kirim lagi
page-return = Kembali ke percakapan
page-front = Ke halaman depan
page-speak-id = Indonesia
page-speak-en = English
page-language-id = Bahasa Indonesia
page-language-en = English

# Grup sebagai ruang meja

room-bound = Grup ini sekarang ruang meja { $desk }. Di sini muncul kartu laporan: nomor, jenis, kabupaten, batas waktu. Cerita, foto, dan siapa pelapornya tidak pernah muncul di sini; itu hanya di chat pribadi petugas. Kartu tidak bisa diteruskan, dan dihapus setelah laporannya ditutup atau pindah meja. Yang lebih tua dari 48 jam tidak bisa kami hapus, jadi isinya kami kosongkan.
room-hears = Percakapan di grup ini tidak kami baca dan tidak kami simpan. Kami hanya menanggapi perintah untuk bot, tombolnya, dan kabar bahwa grup pindah atau bot dikeluarkan.
room-pin = Supaya Meja hari ini tersemat, jadikan bot admin dengan satu hak saja: menyematkan pesan. Telegram lalu mengirim semua pesan grup ke bot; yang bukan untuknya langsung kami buang.
room-members = Selain bot ada { $count } orang di grup ini; petugas { $desk } yang terdaftar ada { $officers }.
room-members-unknown = Jumlah anggota grup ini belum bisa kami lihat.
room-admins = Admin yang bukan petugas meja ini: { $names }{ $more ->
    [0] .
   *[other] , dan { $more } lagi.
}
room-who-else = Telegram tidak memberi bot daftar anggota, jadi anggota lain tidak bisa kami sebut satu per satu. Tolong periksa sendiri: siapa pun di sini membaca kartu, tetapi hanya petugas meja yang bisa menekan tombolnya. Begitu seorang petugas menekan "Saya ada hubungan", kartu laporan itu keluar dari grup ini dan pindah ke chat pribadi petugas lain.
room-how = Grup ini belum menjadi ruang meja. Minta kode grup ke pengelola atau pengawas meja, lalu tulis kode itu di sini sesudah /meja
room-wrong = Kode itu belum bisa dipakai. Mungkin salah ketik, sudah dipakai, sudah lewat waktunya, atau untuk meja lain. Minta kode grup yang baru ke pengelola atau pengawas meja.
room-slow = Sudah beberapa kali dicoba. Tunggu satu jam, lalu coba lagi.
room-other = Grup ini sudah menjadi ruang meja lain. Pakai grup yang lain, atau keluarkan dulu bot dari sini.
room-two = Meja Anda sudah punya grup. Minta pengawas menulis /meja lepas di grup itu, atau keluarkan bot dari sana, lalu pakai kode ini lagi di sini.
room-invite = Itu kode pendaftaran petugas. Di grup semua orang melihatnya, jadi kami batalkan. Minta kode baru, lalu kirim di chat pribadi dengan bot ini.
room-stranger-code = Grup hanya bisa dijadikan ruang meja oleh petugas meja itu. Daftar dulu di chat pribadi dengan bot ini, dengan kode dari pengelola.
room-anonymous-code = Kami belum bisa melihat siapa yang menulis, karena Anda menulis atas nama grup. Matikan "tetap anonim" di hak admin Anda, lalu kirim kodenya lagi.
room-stranger = Tombol ini hanya untuk petugas meja. Kalau Anda petugas, daftar dulu di chat pribadi dengan bot ini.
room-anonymous = Kami belum bisa melihat siapa yang menekan. Matikan "tetap anonim" di hak admin Anda, lalu tekan lagi.
room-none = Tombol ini sudah tidak dipakai di sini. Lihat ruang meja Anda, atau ketik MEJA di chat pribadi dengan bot ini.
room-old-button = Tombol itu sudah tidak berlaku.
room-closed-chat = Chat pribadi Anda dengan bot ini tertutup, jadi belum ada yang dilakukan. Buka dan tulis MEJA di sana, lalu tekan lagi.
room-see-private = Lihat chat pribadi Anda dengan bot ini.
room-lost = Bot sudah tidak ada di grup { $desk }, atau tidak boleh menulis di sana. Mulai sekarang kartu datang di chat pribadi tiap petugas. Kartu lama di grup itu tidak bisa kami hapus lagi; tombolnya sudah mati.
room-end-word = lepas
room-not-yours = Grup ini hanya bisa dilepas oleh pengawas mejanya, atau oleh pengelola.
room-ended-here = Grup ini bukan lagi ruang meja { $desk }. Kartunya kami hapus dari sini; yang lebih tua dari 48 jam kami kosongkan. Bot boleh dikeluarkan sekarang.
room-ended = Grup meja { $desk } sudah dilepas. Mulai sekarang kartu datang di chat pribadi tiap petugas.
desk-over = Meja ini tidak lagi tampil di chat ini.
desk-detail-over = Ini tidak lagi tampil di sini. Buka lagi dari kartunya.
room-code = Kode grup untuk meja { $desk }: { $code }. Tambahkan bot ini ke grup, lalu tulis di grup itu: /meja { $code }
room-link = Atau buka tautan ini dan pilih grupnya: { $link }
room-code-care = Berlaku sekali, selama 24 jam, dan hanya untuk petugas meja ini. Pilih grup yang isinya petugas saja.
desk-room = Buat kode untuk grup meja
desk-counts-room = Belum diambil: { $free } · sudah diambil: { $mine } · jatuh tempo hari ini: { $due } · lewat: { $late }
desk-pager-room = Di meja { $desk } ada { $count } laporan yang belum diambil. Lihat Meja hari ini, atau ketik MEJA di chat pribadi.
card-open-private = Buka di chat pribadi
officer-next-room = Kartu laporan datang di grup meja Anda, beberapa sekaligus, tidak di malam hari; yang Anda buka datang di sini. Ketik MEJA kapan saja untuk melihat yang menunggu.
front-what = Saksi berarti orang yang melihat. Kalau Anda melihat pegawai negeri, kepala desa, atau aparat memihak calon, ceritakan lewat chat: boleh dengan foto, boleh tanpa nama. Kami sampaikan ke petugas yang berwenang, dan Anda kami kabari setiap langkahnya.
front-languages = Bahasa
front-how = Cara melapor
front-soon = Sebentar lagi bisa. Muat ulang halaman ini dalam satu menit.
front-code = Kode QR untuk { $link }
front-telegram = Telegram
front-telegram-how = Buka tautan ini, lalu tekan Start.
front-telegram-sees = Telegram, perusahaan di luar negeri, tahu Anda menghubungi kami dan dapat membuka isi chat bot.
front-whatsapp = WhatsApp
front-whatsapp-how = Buka tautan ini, lalu kirim: Halo.
front-whatsapp-sees = WhatsApp dan penyalur pesan kami (Twilio, di luar negeri) tahu Anda menghubungi kami dan ikut memproses isinya.
front-webchat = Di halaman ini
front-webchat-how = Tanpa aplikasi: buka percakapannya di peramban ini, atau di HP lewat kode kotaknya.
front-webchat-sees = Riwayat peramban, penyedia internet, dan Wi-Fi dapat mencatat bahwa halaman ini dibuka, bukan isinya. Sebaiknya jangan pakai HP atau Wi-Fi kantor.
front-keep = Yang kami jaga
front-keep-who = Anda boleh anonim. Petugas tidak melihat nomor, akun, atau peramban Anda.
front-keep-what = Jawaban, foto, dan alamat chat disimpan terkunci, dan dihapus kalau Anda memintanya.
front-keep-photo = Petugas melihat salinan foto tanpa data lokasi.
front-cannot = Yang tidak bisa kami janjikan
front-cannot-secret = Rahasia mutlak: dalam laporan resmi atau sidang, nama Anda dapat diketahui.
front-cannot-decide = Hasilnya: yang memeriksa dan memutuskan adalah kantor yang berwenang, bukan kami.
front-never = Kami tidak pernah meminta OTP, uang, atau foto KTP di chat.
front-who = Pengelola: { $operator }. Kontak: { $contact }

### Mencoba: dua HP di peramban

tryout-how = Mencoba dengan dua HP: lapor lewat HP pelapor, jawab lewat HP petugas, dan majukan jamnya.
tryout-citizen = HP pelapor
tryout-officer = HP petugas: { $name }
tryout-as-webchat = Halaman
tryout-as-telegram = Telegram
tryout-as-whatsapp = WhatsApp
tryout-desks = Meja petugas
tryout-desk = { $desk }
tryout-desk-of = { $desk } · { $name }
tryout-new = baru
tryout-moment = { MOMENT($at) }
tryout-stage = { $stage }
tryout-off = di luar masa pemilu
tryout-clock = Jam
tryout-move-morning = besok 08.00
tryout-move-hour = +1 jam
tryout-move-fortnight = 14 hari kerja
tryout-move-today = hari ini: { $stage }
tryout-more = Tentang ini
tryout-about = Ini untuk mencoba saja: orang dan kejadiannya karangan, dan tidak ada yang keluar dari komputer ini. Mesin, meja petugas, dan tenggatnya sungguhan; hanya jamnya dapat dimajukan.
tryout-two = Berdua? Buka HP petugas di jendela lain di komputer ini. Perangkat lain hanya sampai ke alamat ini kalau port-nya diteruskan ke sana, misalnya dengan ssh -L; baru kode kotak ini berguna:
tryout-reset-sure = Mulai dari awal? Semua percakapan dan laporan percobaan ini hilang.
tryout-reset = Ya, mulai dari awal

### Siapa yang duduk di meja

seat-runs = Isi laporan tidak terbuka dari sini. Setiap langkah Anda tercatat, dan seluruh meja diberi tahu.
seat-do-invite = Undang rekan
seat-do-seats = Siapa di meja ini
seat-do-trail = Riwayat meja
seat-role-officer = petugas
seat-role-supervisor = penyelia
seat-role-guardian = penjaga identitas
seat-role-auditor = auditor
seat-role-admin = pengurus meja
ask-colleague = Siapa nama rekan Anda, seperti ia biasa dipanggil? Pelapor tidak melihatnya.
short-colleague = Tulis namanya, paling sedikit dua huruf.
ask-seat = Ia akan duduk di meja ini sebagai apa? Petugas mengambil dan memeriksa laporan; penyelia melihat seluruh meja.
seat-officer = Petugas
    .short = petugas
seat-supervisor = Penyelia
    .short = penyelia
seat-code = Kode untuk { $name } ({ $role }): { $code }
seat-link = Tautannya: { $link }
seat-code-care = Berlaku sekali, sampai { MOMENT($until) }. Serahkan langsung kepada orangnya: siapa pun yang mengirimnya ke bot menjadi { $role } di sini. Di chat Anda sendiri kode ini tidak berlaku.
seat-list = Yang duduk di { $desk }:
seat-row = { $name } · { $role } · sejak { BRIEF($since) }
seat-off = Nonaktifkan { $name }
seat-sure = Nonaktifkan { $name }, { $role }? Tombolnya mati seketika, laporan yang dipegangnya kembali ke meja, dan seluruh meja diberi tahu. Untuk kembali ia perlu kode baru.
seat-sure-yes = Ya, nonaktifkan { $name }
seat-sure-no = Tidak jadi
seat-is-off = { $name } tidak lagi duduk di meja ini.
seat-told-invited = { $by }, pengurus meja, mengundang { $name } ke meja Anda sebagai { $role }. Kalau ini keliru, segera beri tahu pengelola.
seat-told-left = { $by }, pengurus meja, menonaktifkan { $name } ({ $role }). Kalau ini keliru, segera beri tahu pengelola.
seat-trail = Riwayat { $desk }: siapa diundang, duduk, dan pergi.
seat-trail-empty = Belum ada yang tercatat.
seat-operator = pengelola
seat-did-invited = { STAMP($day) }: { $by } membuat kode untuk seorang { $role }
seat-did-enrolled = { STAMP($day) }: { $name } duduk sebagai { $role }
seat-did-left = { STAMP($day) }: { $name } ({ $role }) tidak lagi di meja ini, oleh { $by }
