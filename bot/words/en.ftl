# Everything people read, in the order in which it is said: plain words, short, warm, without blame.
# A message's value is how it reads on a numbered screen; `.telegram` and so on is how it reads on that channel.
# `.short` stands inside a sentence, `.also` are other words that mean the same.

-alinea = { "\u000A\u000A" }

### Notice and consent

ask-consent =
    Hello, this is Saksi. If you see a civil servant, village head, police or army taking a candidate's side, tell us here. We pass it to the officers in charge and keep you informed.

    Officers do not see your number. WhatsApp and our message carrier (Twilio, abroad) know you wrote to us and handle what you write. Better not use an office phone or Wi-Fi.

    Run by: { $operator }
    .telegram =
    Hello, this is Saksi. If you see a civil servant, village head, police or army taking a candidate's side, tell us here. We pass it to the officers in charge and keep you informed.

    Officers do not see your account. Telegram, a company abroad, knows that you wrote to us and can open what is said in a bot's chat. Better not use an office phone or Wi-Fi.

    Run by: { $operator }
    .terminal =
    Hello, this is Saksi. If you see a civil servant, village head, police or army taking a candidate's side, tell us here. We pass it to the officers in charge and keep you informed.

    Officers do not see who you are. This talk stays in the terminal of this computer, for trying it out.

    Run by: { $operator }
    .webchat =
    Hello, this is Saksi. If you see a civil servant, village head, police or army taking a candidate's side, tell us here. We pass it to the officers in charge and keep you informed.

    Officers do not see who you are. This browser's history, the internet provider and the Wi-Fi can note that this page was opened, not what you say. Better not use an office phone or Wi-Fi.

    Run by: { $operator }
consent-agree = I agree, start
    .also = agree, i agree, yes, y, yes i agree, ok, okay, sure, start, go on, continue, ready
consent-read = Read first (1 minute)
    .tap = Read first
    .telegram = Read first
    .also = read
consent-ask = I only have a question
    .tap = Just a question
    .telegram = Only a question
    .also = ask, question, i have a question, only asking, just asking, just a question
hint-consent = Before we start we need your consent. Reply 1 if you agree, 2 to read first, 3 if you only have a question.
    .telegram = Before we start we need your consent. Press one of the buttons below.
help-consent = That is fine, there is no hurry. Reply 1 if you agree and want to start. If not, there is nothing you have to do.
    .telegram = That is fine, there is no hurry. Press "I agree, start" if you want to start. If not, there is nothing you have to do.
early-kept-consent = Thank you, we keep what you wrote for now. Before we go on we need your consent: reply 1 to agree, 2 to read first.
    .telegram = Thank you, we keep what you wrote for now. Before we go on we need your consent. Press one of the buttons below.
early-kept-first = We keep what you just wrote for now. If you agree, it can be your story later.
ask-consented =
    What we keep: your answers and photos, locked. Your chat address is kept apart, only to send you news.

    For how long: answers that are not sent, 7 days; a report, { $months } months after it ends, or as the archive rules of the receiving office say.

    Your rights: MY DATA, EDIT, WITHDRAW, ERASE.

    We cannot promise complete secrecy: in a formal report or in court your name may become known.

    Contact: { $contact }
    .webchat =
    What we keep: your answers and photos, locked. The talk on this page erases itself after 7 days, or at any time with CLEAN CHAT. Saksi does not store your internet address.

    For how long: answers that are not sent, 7 days; a report, { $months } months after it ends, or as the archive rules of the receiving office say.

    Your rights: MY DATA, EDIT, WITHDRAW, ERASE.

    We cannot promise complete secrecy: in a formal report your name may become known.

    Contact: { $contact }
consented-agree = I agree, start
    .also = agree, i agree, yes, y, ok, okay, start
consented-no = Not now
    .also = no, n, later, never mind
not-now = All right. We keep nothing of this talk. If you change your mind later, just write HELLO.
    .webchat = All right. This talk erases itself within an hour, from this page and from our side. If you change your mind later, just write HELLO.
not-kept = What you sent before was not kept.
ask-asking =
    Please do. We can bring your question to the officers of the Ombudsman in this chat, also without your name. It is kept as a report is: what you write is locked, your chat address apart.

    Rather ask them yourself? Ombudsman RI: call { $ombudsman-phone } or WhatsApp { $ombudsman-whatsapp }. It is free, and does not become a report.
asking-agree = I agree, ask in this chat
    .tap = I agree, ask
    .telegram = I agree, ask here
    .also = agree, i agree, yes, y, ok, okay, sure, ask, go on
asking-no = Not now
    .also = no, n, later, never mind
other-language = { $language ->
    [en] For English, type ENGLISH.
   *[id] Untuk bahasa Indonesia, ketik INDONESIA.
    }

### May civil servants …?

ask-situation = Please ask, in your own words, such as: may a teacher like a candidate's post? Or reply with a topic's number. We do not keep the question, and it does not become a report.
    .telegram = Please ask, in your own words, such as: may a teacher like a candidate's post? Or press a topic. We do not keep the question, and it does not become a report.
    .webchat = Please ask, in your own words, such as: may a teacher like a candidate's post? Or press a topic. The question does not become a report, and is erased from this page within an hour.
brief-situation = Ask in your own words, or reply with a topic's number.
    .telegram = Ask in your own words, or press a topic.
pick-situation = { $topic }. Which one? You may also write it yourself.
learn-more = More
    .also = others, next
learn-topics = Other topics
    .also = topics, back to topics
answer-about = { $situation }:
verdict-yes = Allowed, in general.
verdict-no = Not allowed, in general.
verdict-depends = It depends.
answer-basis = Rule: { $basis }.
answer-general = This is a general explanation, no legal advice and no ruling. This question does not become a report.
learn-again = Ask something else
    .also = again, ask again, something else
learn-ombudsman = Ask the Ombudsman
    .also = ask an officer, officer
learn-officer = Ask an officer
    .also = officer, yes, y
learn-seen = I have seen something like this
    .also = i have seen this, i saw this, report
learn-back = Go on with my answers
    .tap = Go on
    .also = go on, continue, my answers
learn-carried = May this be done: { $situation }?
not-sure = I am not sure of the answer. The nearest is: "{ $situation }". Shall an officer be asked?
not-sure-at-all = I am not sure of the answer. Shall an officer be asked?
not-sure-now = I am not sure of the answer. After these questions, type ASK: yours can be taken to an officer.
topic-social = Social media
topic-photo = Photos and poses
topic-event = Campaigns and events
topic-props = Banners, stickers, goods
topic-office = Car, office, powers
topic-party = Party, team, standing
topic-family = Family and pupils
topic-vote = Voting, polling, other
topic-others = PPPK, village head, police, BUMN
situation-like = A teacher who is a civil servant likes a campaign post, even her own brother's
    .short = A like on a campaign post
because-like = Likes, comments and shares for a candidate are among what is forbidden; family is no exception.
situation-share = A civil servant shares a candidate's poster or post
    .short = Sharing a candidate's poster
because-share = To share is to campaign along.
situation-comment = A civil servant comments in support, such as "may you win"
    .short = Commenting "may you win"
because-comment = Comments of support are among what is forbidden.
situation-follow = A civil servant follows an account or group of a campaign team
    .short = Following a campaign team's account
because-follow = Joining or following a campaign account or group is named in the ban.
situation-wa-status = A civil servant puts a candidate's picture into a WhatsApp status or story
    .short = Candidate's picture in a WA status
because-wa-status = A status is seen by many and amounts to campaigning.
situation-family-group = A civil servant stays in a family WhatsApp group that talks about a candidate
    .short = Family group talks of a candidate
because-family-group = A family group is no campaign group; do not join in the urging.
situation-photo-posted = A civil servant posts a photo with a candidate
    .short = Posting a photo with a candidate
because-photo-posted = Forbidden where it supports him, or shows signs or attributes; better not.
situation-photo-private = A civil servant has a photo taken with a candidate at a feast and does not post it
    .short = Photo with a candidate, not posted
because-photo-private = The rule speaks of posting; finger signs and attributes remain a risk.
situation-pose = A civil servant poses with a finger sign at election time
    .short = Photo with a finger sign
because-pose = A pose like a candidate's number or sign is taken as taking sides.
situation-spouse-photo = A civil servant has a photo taken with her husband or his wife who is a candidate
    .short = Photo with a spouse who stands
because-spouse-photo = Allowed, as long as no hand shows a sign of support.
situation-campaign = A civil servant joins the campaign of a candidate or party
    .short = Joining a campaign
because-campaign = What is forbidden is to join in and support; to come and only listen is said to be allowed.
situation-listen = A civil servant goes to a campaign event to hear the programme
    .short = Going to a rally just to listen
because-listen = Being there passively, as a voter, is said to be allowed; attributes, cheering and urging are not.
situation-party-shirt = A civil servant wears a party shirt or badge at a campaign event
    .short = A party shirt at a rally
because-party-shirt = Party attributes on who attends a campaign are forbidden.
situation-uniform = A civil servant wears the uniform at a campaign event
    .short = The uniform at a rally
because-uniform = Attributes of the civil service at a campaign are forbidden.
situation-cheer = A civil servant joins the chants, or a declaration of support for a candidate
    .short = Chants, or a declaration
because-cheer = To be there and support actively is forbidden.
situation-introduction = A civil servant joins an event that introduces a would-be candidate
    .short = Introducing a would-be candidate
because-introduction = Joining such an introduction is named in the list.
situation-subordinates = The head of an office gets staff to join a campaign or support a candidate
    .short = A superior mobilises staff
because-subordinates = To mobilise other civil servants is forbidden.
situation-wedding = A civil servant goes to the wedding of a candidate's child
    .short = A candidate's family wedding
because-wedding = A family feast is no campaign, as long as nobody urges and nobody wears attributes.
situation-leave = A civil servant joins a campaign while on annual leave
    .short = Campaigning on annual leave
because-leave = Ordinary leave does not lift the duty to be neutral.
situation-billboard = A civil servant puts up a candidate's or party's banner or flag at home
    .short = A candidate's banner at home
because-billboard = To put up a candidate's campaign material is forbidden.
situation-spouse-billboard = A civil servant's spouse, who is none, puts up a banner at their home
    .short = A banner of the spouse
because-spouse-billboard = The ban binds the civil servant, who may neither help nor tell others to.
situation-sticker = A civil servant puts a candidate's sticker on her own vehicle
    .short = A candidate's sticker
because-sticker = A sticker can be taken as campaign material.
situation-goods = A civil servant hands out groceries or goods for a candidate
    .short = Handing out goods for a candidate
because-goods = Giving goods in favour of a candidate is forbidden.
situation-car = An official car is lent to or used for a campaign
    .short = An official car for a campaign
because-car = To use state facilities for a campaign is forbidden.
situation-hall = An office hall is used by a campaign team or for a campaign
    .short = An office hall for a campaign team
because-hall = An office building is a state facility.
situation-aid = A district head hands out public aid and names a candidate
    .short = Aid in a candidate's name
because-aid = Acts of office that favour a candidate are forbidden.
situation-delay = The head of an office delays a project in a village that does not support his candidate
    .short = Delaying a village's project
because-delay = Decisions that favour or harm a candidate are forbidden.
situation-rotation = A regent, mayor or governor replaces officials before a regional election
    .short = Replacing officials before a vote
because-rotation = Forbidden from six months before candidates are determined, unless the Minister agrees in writing.
situation-program = A regent, mayor or governor uses a public programme in favour of a candidate
    .short = A public programme for a candidate
because-program = Forbidden from six months before candidates are determined.
situation-refuse = A civil servant refuses an order to support a candidate
    .short = Refusing such an order
because-refuse = The superior is forbidden to mobilise staff; keep the evidence.
situation-member = A civil servant becomes a member or officer of a party
    .short = Joining a party
because-member = Members and officers of a party cannot stay in the civil service.
situation-team = A civil servant joins a campaign team, even in secret
    .short = Joining a campaign team
because-team = It is forbidden before candidates are determined, and after.
situation-form = A civil servant takes a form for would-be candidates at a party's office
    .short = A form for would-be candidates
because-form = To approach a party without unpaid leave is forbidden.
situation-run = A civil servant stands for regent
    .short = Standing for office
because-run = Possible, by resigning from the civil service.
situation-id-card = A civil servant gives or collects copies of ID cards for an independent candidate
    .short = ID cards for an independent
because-id-card = Support for an independent candidate is forbidden.
situation-spouse-campaign = A civil servant accompanies a spouse who is a candidate
    .short = Accompanying a spouse who stands
because-spouse-campaign = Only on unpaid leave, without attributes, and without campaigning.
situation-tell-spouse = A civil servant tells her husband or his wife whom to vote for, as her own choice
    .short = Telling one's spouse one's choice
because-tell-spouse = A private talk at home is no campaign.
situation-pupils = A teacher who is a civil servant asks pupils or parents to vote for a candidate
    .short = A teacher urges pupils or parents
because-pupils = Urging and appeals that take sides are forbidden.
situation-invite-tps = A civil servant asks people to come and vote, naming no candidate
    .short = Asking people to come and vote
because-invite-tps = To ask people to use their vote takes nobody's side.
situation-vote = A civil servant votes
    .short = Voting
because-vote = Civil servants have the right to vote.
situation-kpps = A civil servant serves in a polling station's committee (KPPS)
    .short = Serving in a KPPS
because-kpps = Allowed with the superior's leave, and staying neutral.
situation-witness = A civil servant is a candidate's witness at a polling station
    .short = Being a candidate's witness
because-witness = A witness works for one of the contestants.
situation-off-season = A civil servant takes sides when there is no election
    .short = Taking sides between elections
because-off-season = The principle of neutrality always holds; a ban that speaks of candidates needs a candidate.
situation-report-colleague = You report a colleague who takes sides
    .short = Reporting a colleague
because-report-colleague = Anyone may tell; the superior has to examine it.
situation-pppk-campaign = A teacher on contract (PPPK), or another PPPK, joins a campaign
    .short = PPPK joins a campaign
because-pppk-campaign = PPPK are civil servants too; only the rules on sanctions differ.
situation-honorer-campaign = A contract worker (honorer) joins a campaign
    .short = Honorer joins a campaign
because-honorer-campaign = No civil servant, but the contract or the office's own rules can forbid it.
situation-village-head = A village head campaigns for or supports a candidate
    .short = A village head campaigns
because-village-head = A village head may not join a campaign team or side with a candidate.
situation-village-team = Village staff or a member of the village council (BPD) joins a campaign team
    .short = Village staff in a campaign team
because-village-team = Both are named in the list of those who may not.
situation-rt-team = The head of a neighbourhood (RT, RW) joins a campaign team
    .short = Head of an RT/RW in a campaign team
because-rt-team = Bawaslu's ban on RT/RW of 2018 was dropped; a region's own rules can differ.
situation-state-company = An employee of a state or regional company (BUMN, BUMD) joins a campaign team
    .short = BUMN/BUMD staff in a campaign team
because-state-company = They are among those who may not, in an election.
situation-forces = A soldier or police officer supports a candidate
    .short = Soldiers or police support a candidate
because-forces = The armed forces and the police may not join a campaign team.
situation-retired = A retired civil servant joins a campaign
    .short = The retired join a campaign
because-retired = He is no civil servant any more.
basis-bawaslu-33-2018 = Bawaslu Regulation 33/2018
basis-bkn-spouse = the joint decree (SKB) of 2022; statements of BKN
basis-kpu-kpps = statements of KPU, 2023
basis-neutral = the principle of neutrality
basis-office = the office's own rules; statements of Bawaslu, 2022
basis-pp94-26 = Government Regulation (PP) 94/2021, article 26(1)
basis-pp94-5n = Government Regulation (PP) 94/2021, article 5 n
basis-pppk = Government Regulation (PP) 49/2018 and Law (UU) 20/2023
basis-skb = the joint decree on neutrality (SKB) of 2022
basis-skb-appeal = the joint decree (SKB) of 2022 and appeals of 2023
basis-skb-attend = the joint decree (SKB) of 2022; statements of the Home Minister and Bawaslu, 2024
basis-uu10-7 = Law (UU) 10/2016, article 7, and Law (UU) 20/2023
basis-uu10-71-1 = the joint decree (SKB) of 2022; Law (UU) 10/2016, article 71(1)
basis-uu10-71-2 = Law (UU) 10/2016, article 71(2)
basis-uu10-71-3 = Law (UU) 10/2016, article 71(3)
basis-uu20 = Law (UU) 20/2023, the principle of neutrality
basis-uu20-52 = the joint decree (SKB) of 2022; Law (UU) 20/2023, article 52
basis-uu7-280-2 = Law (UU) 7/2017, article 280(2)
basis-uu7-280-23 = Law (UU) 7/2017, article 280(2) and (3)
basis-uu7-280-uu10-71 = Law (UU) 7/2017, article 280; Law (UU) 10/2016, article 71
basis-vote = statements of Bawaslu and the Home Minister

### Interview

begin = Thank you. This takes about 5 minutes, and you can stop at any time: type 0. Wrong answer? Type BACK.{ -alinea }
    .telegram = Thank you. This takes about 5 minutes, and you can stop at any time.

ask-offence = What did you see? Reply with the number.
    .telegram = What did you see?
offence-billboard = Putting up a billboard or banner
    .telegram = Putting up a billboard or banner
    .short = a billboard or banner
    .also = billboard, banner, poster, sticker, flag, baliho, spanduk
offence-social = Support on social media (post, like, share)
    .telegram = Support on social media
    .short = support on social media
    .also = social media, facebook, fb, instagram, ig, tiktok, whatsapp status, post, posting, like, share, comment
offence-rally = Joining a campaign or candidate's event
    .short = joining a campaign or candidate's event
    .also = campaign, rally, event, joining a campaign, candidate's event, declaration
offence-urging = Urging votes, handing out goods
    .short = urging votes or handing out goods
    .also = urging, urging to vote, sembako, handing out goods, goods, handing out money, money
offence-facility = Using a state car, office or position
    .telegram = Using a state car, office, position
    .short = using a state car, office or position
    .also = official car, government car, state facility, facility, office, position
offence-party = Joining a party or campaign team
    .short = joining a party or campaign team
    .also = party, campaign team, success team, tim sukses, party member
offence-idcards = Collecting ID cards for a candidate
    .short = collecting ID cards for a candidate
    .also = ktp, id card, id cards, copies of id cards
offence-post = Illegal fees, gifts, job posts
    .short = illegal fees, gifts or job posts
    .also = illegal fee, illegal fees, gift, gifts, job post, job posts
offence-other = Something else, or not sure
    .short = something else
    .also = other, else, something else, not sure, unsure, do not know, i do not know, i don't know, don't know
ack-offence = All right: { $choice }.
hint-offence = Sorry, I do not understand yet. Reply with a number from 1 to { $last }. If in doubt, reply { $last }; an officer will make sure.
    .telegram = Sorry, I do not understand yet. Press one of the buttons below. If in doubt, choose the last one; an officer will make sure.
help-offence = That is fine, we take it slowly. Choose what comes closest. If nothing fits, reply { $last }. You can write the story in a moment.
    .telegram = That is fine, we take it slowly. Choose what comes closest. If nothing fits, choose "Something else". You can write the story in a moment.

ask-matter = Which one comes closest?
matter-levy = Illegal fees (pungutan liar)
    .tap = Illegal fees
    .short = illegal fees
    .also = illegal fee, fee, fees, levy, extortion, pungli
matter-gift = Gifts or money for an official
    .tap = Gifts or money
    .short = gifts or money for an official
    .also = gift, gifts, money, bribe, gratification, gratifikasi
matter-appointment = Job posts: selection, transfer, demotion
    .tap = Job posts
    .short = job posts
    .also = job post, post, appointment, selection, transfer, demotion, mutasi
ack-matter = All right: { $choice }.
passed-matter = No problem, we note illegal fees for now. You can change it before sending.{ -alinea }

ask-evidence =
    Is there a photo? Send it now, several are fine. If there is none yet, do not go back there just for a photo.

    Officers see a copy without location data. But what can be seen in a photo stays visible: try to keep your face, house and vehicle out of it.
    .telegram =
    Is there a photo? Send it now, several at once are fine. If there is none yet, do not go back there just for a photo.

    Officers see a copy without location data. But what can be seen in a photo stays visible: try to keep your face, house and vehicle out of it.
brief-evidence = Is there a photo? Send it now, several are fine.
evidence-none = { $of ->
    [file] No file
   *[photo] No photo
    }
    .also = no, none, no photos, nothing, not yet, i have none, i do not have one, no photo, without a photo, without a file, skip
evidence-done = That is all, go on
    .telegram = Done
    .also = done, that is all, that's all, go on, continue, next, finished, enough, no more, no
evidence-remove = { $count ->
    [1] Delete this { $kind }
   *[other] Delete the last one
    }
    .tap = Delete the last
    .telegram = Delete the last one
evidence-without = { $of ->
    [file] Without a file
   *[photo] Without a photo
    }
    .also = without, no, none
evidence-later = Send later, go on first
    .tap = Send later
    .also = later, go on, continue
evidence-keep = Keep it, with the voice
    .tap = Keep it
    .also = keep, keep it, yes, y, ok, okay
evidence-forget = Do not keep it
    .also = no, do not, don't keep it
kind-photo = photo
kind-file = file
evidence-coming = { $coming ->
    [one] We are fetching 1 { $kind }.
   *[other] We are fetching { $coming } { $kind }s.
    } Wait a moment, or send more.
evidence-stored = { $stored ->
    [one] 1 { $kind } is stored
   *[other] { $stored } { $kind }s are stored
    }{ $coming ->
    [0] . { $full ->
        [0] Any more? Just send them.
       *[other] Ten files are enough; those beyond that are not stored.
        }
   *[other] , { $coming } more on the way.
    }
evidence-heard = Officers hear the sound in it too. If it is your voice, you could be recognised: it is safer to remove it and send it again without sound.
evidence-mended = It worked now: { $stored ->
    [one] 1 { $kind } is stored.
   *[other] { $stored } { $kind }s are stored.
    }
evidence-late = { $stored ->
    [one] 1 { $kind } is stored
   *[other] { $stored } { $kind }s are stored
    }{ $coming ->
    [0] . Please go on.
   *[other] , { $coming } more on the way. Please go on.
    }
passed-evidence = No problem, we go on. You can still send a photo at any time.{ -alinea }
hint-evidence = Sorry, I do not understand yet. Send the photo, or reply 1.
    .telegram = Sorry, I do not understand yet. Send the photo, or press the button below. The story comes after this.
help-evidence = Send a photo as usual: press the attachment sign, choose the photo, then send. If there is none, reply 1. The story comes after this.
    .telegram = Send a photo as usual: press the paper clip, choose the photo, then send. If there is none, press the button below. The story comes after this.
    .webchat = Press "Photo or file", choose the photo, then send. If there is none, press the button below. The story comes after this.
evidence-full = At most { $most } files for one report. Those beyond that are not stored. Choose only the clearest; once it is sent, others can be added.
evidence-not-network = We could not fetch one photo yet, so it is not stored yet. Your other answers are safe. Please send that photo again. If the signal is weak, later is fine too.
evidence-not-gone = One file is no longer where it was sent from, so it is not stored yet. Your other answers are safe. Please send that file again.
evidence-not-too-large = One file is too large for us to fetch (at most 20 MB), so it is not stored yet. Your other answers are safe. Send a short part of it, or a screenshot.
evidence-not-type = We cannot keep one file yet: we cannot take its type so far. What we can take: photos, PDF, video, audio, Word or Excel documents. Your other answers are safe.
evidence-not-broken = We cannot keep one file yet, because its contents cannot be read. Your other answers are safe. Please send it again, or send a photo of the screen.
evidence-not-bomb = We cannot keep one picture yet, because its size is out of the ordinary. Your other answers are safe. Please send a screenshot of it instead.
evidence-not-full = One file is not stored yet, because the space for this chat is full. Your other answers are safe. Send this report first; after that the file can be added.
evidence-not-case-full = One file is not stored: this report already holds 100 files, the most that officers can look through. What is there is safe. Just write what that file shows; for something else that happened, type REPORT.
ask-voice = There is a voice recording. A voice can be recognised, so only the identity guardian can listen to it; officers cannot. This recording is not stored yet. Shall we keep it?
    .webchat = There is a voice recording. A voice can be recognised, so only the identity guardian can listen to it; officers cannot. This recording is not part of the report yet. Shall we keep it?
voice-later = That voice recording is not kept yet. A voice can be recognised, so we ask you about it in a moment.
    .webchat = That voice recording is not part of the report yet. A voice can be recognised, so we ask you about it in a moment.

ask-story = Now tell us what you saw, honestly, in your own words. A few sentences are enough: who did what, and how you know that person is an official. To stay safe, do not write your name, address or work.
brief-story = Tell us what you saw, in your own words. A few sentences are enough.
early-story = You wrote before: "{ $text }". You can use that, or write anew.
story-early = Use what I wrote
    .also = use, use it, use that, that one, yes, y
early-kept = Thank you, we keep that for the story.{ -alinea }
ack-story = Thank you, the story is clear.{ -alinea }
    .telegram = Thank you, the story is clear.
short-story = Thank you. Can you add a little? Who did what, and where you saw it. One or two sentences are enough.
hint-story = This part is written in words. A few sentences are enough: who did what.
help-story = That is fine, we take it slowly. Write as you would tell a friend, for example: "This noon a village office worker put up a candidate's banner in front of the market."
too-long = This has { $length } characters; we can keep { $most } here. It is not stored yet. Send the most important part first; the rest can be added once it is sent.
story-names-you = Your story says: "{ $snippet }". That could show who you are. If you want to change it, type EDIT STORY. If it is fine, just send.

ask-kind = Who is this person?
kind-asn = Civil servant, PNS/PPPK (teacher, camat, office staff)
    .telegram = Civil servant: teacher, camat, office staff
    .short = civil servant (PNS/PPPK)
    .also = pns, pppk, asn, p3k, teacher, camat, subdistrict head, office staff, civil servant, lurah, lecturer, midwife, nurse
kind-honorer = Contract worker (honorer)
    .short = contract worker (honorer)
    .also = honorer, contract, contract worker, non asn, temporary
kind-village = Village head or village official
    .short = village head or village official
    .also = kades, village head, village official, village staff, village secretary, sekdes, bpd
kind-forces = Army or police
    .short = army or police
    .also = tni, police, army, soldier, polri, policeman, military
kind-official = Regent (bupati), deputy, council member
    .short = regional head or council member
    .also = bupati, regent, deputy regent, mayor, governor, dprd, dpr, council member, member of parliament
kind-unknown = I do not know
    .short = not known who
    .also = i don't know, don't know, do not know, dont know, unknown, not sure
hint-kind = Sorry, I do not understand yet. Reply with a number from 1 to { $last }. If in doubt, reply { $last }; an officer will make sure.
    .telegram = Sorry, I do not understand yet. Press one of the buttons below. If in doubt, choose "I do not know"; an officer will make sure.
help-kind = That is fine, we take it slowly. Someone who works in a government office or a state school is usually 1. In a village office, 3. If you do not know, { $last }.
    .telegram = That is fine, we take it slowly. Someone who works in a government office or a state school is usually a civil servant. In a village office, a village official. If you do not know, choose "I do not know".

ask-who = What is the name, position or office? Write only what you know, no staff number (NIP) is needed. If this is a senior official (camat, head of office, regional secretary), say so, so that whoever reads it is not close to that person.
brief-who = What is the name, position or office? Write only what you know.
who-unknown = I do not know
    .short = name not known yet
    .also = i don't know, don't know, do not know, dont know, unknown, not sure, skip
ack-who = Noted: { $text }.
hint-who = Write the name, position or office in words. If you do not know, reply 1.
    .telegram = Write the name, position or office in words. If you do not know, press the button below.
help-who = What you know is enough, for example: "village office worker, in uniform". If you do not know at all, reply 1.
    .telegram = What you know is enough, for example: "village office worker, in uniform". If you do not know at all, press the button below.

ask-link = Is there a link or the name of the account? Copy it here. A post can disappear, so a screenshot helps too.
link-unknown = There is none
    .short = none
    .also = no, none, i don't know, don't know, do not know, skip
short-link = Gladly. Copy the link here, or write the name of the account. If there is none, or you have not found it yet, answer 1.
    .telegram = Gladly. Copy the link here, or write the name of the account. If there is none, or you have not found it yet, press the button below.
ack-link = Noted.
passed-link = No problem, without a link.{ -alinea }

ask-where = Where did it happen? Press the attachment sign, choose Location, then move the map to the place where it happened. Do not send your own location. Or just write the place, for example: Wanci, Wakatobi.
    .telegram = Where did it happen? Press the paper clip, choose Location, then move the map to the place where it happened. Do not send your own location. Or just write the place, for example: Wanci, Wakatobi.
    .terminal = Where did it happen? Write the place, for example: Wanci, Wakatobi. Not where you live.
    .webchat = Where did it happen? Just write the place, for example: Wanci, Wakatobi. Or open "Point where it happened" and show the point. Do not send your own location.
brief-where = Where did it happen? Send the point where it happened (not your own location), or write its name.
ask-where-online = In which area does this person work? Write the regency or city, for example: Wakatobi. Do not send your own location.
ask-where-desk = Where did it happen? Write the regency or city, such as: Buton. If you know only the province, write that.
brief-where-desk = Where did it happen? Write the regency or city.
where-same-desk = For that place this report stays at your desk. Write another regency or city. Changed your mind? Type DESK.
where-no-desk = For that place there is no desk with officers yet. Write another regency or city, or type DESK and tell whoever runs this.
ack-where = Noted: { $full }. If that is wrong, type EDIT.{ -alinea }
    .telegram = Noted: { $full }.{ -alinea }
where-none = None of these
    .also = none, no, not these
where-unknown = not known yet
region = { $title }
which-where = There are several places like that. Which one?
within-where = { $province }: in which regency or city?
again-where = All right. Write the name of the regency or city, with its province if you like, for example: Muna Barat, Sulawesi Tenggara.
abroad-where = We do not know that point as a place in Indonesia yet. Just write the name of the regency or city, for example: Wakatobi.
where-somewhere = I do not know the regency
    .also = i don't know, don't know, do not know, dont know, not sure, skip
pin-later = That point is not kept yet. We ask for the place in a moment.{ -alinea }
pin-stays = That point is not kept; the place stays as noted. To change it, type EDIT PLACE.{ -alinea }
hint-where = Sorry, we do not know that place yet. Write the name of the regency or city, for example: Wakatobi, or Kota Bogor.
help-where = That is fine, we take it slowly. The name of the regency, city or district is enough. If you do not know, type SKIP.

ask-day = When did you see it?
day-today = Today
    .also = just now, this morning, tonight
day-yesterday = Yesterday
    .also = last night, yesterday night
day-other = Another day (write the date, for example 12 October)
    .tap = Another day
    .telegram = Another day
    .also = other, another
day-wrong-place = The place is wrong
day = { DATE($day) }
ack-day = { DATE($day) }.{ -alinea }
write-day = Write the date, for example: 12 October. Or: two days ago, or last Monday.
which-day = Which day?
day-future = That has not happened yet. On which day did you see it?
day-impossible = That date is not in the calendar. On which day did you see it? Write, for example: 12 October.
day-month-end = { MONTH($first) } has { $last } days. Do you mean { SHORT($first) } or { SHORT($second) }?
day-vague = About which date was it? Write, for example: 12 October, or: last Monday. If you forgot, a guess is fine too.
day-too-old = That is a very long time ago. Write the date with its year, for example: 12 October 2024.
hint-day = Sorry, I do not understand yet. Reply 1 for today, 2 for yesterday, or write the date, for example: 12 October.
    .telegram = Sorry, I do not understand yet. Press one of the buttons below, or write the date, for example: 12 October.
help-day = That is fine, a guess will do. Write, for example: two days ago, last Monday, or 12 October.
passed-day = No problem, we note today for now. You can change it before sending.{ -alinea }

ask-happened = And when did it happen itself, or when was it posted?
happened-same = That same day
    .also = same, same day, the same day, the same
happened-other = Another day (write the date, for example 12 October)
    .tap = Another day
    .telegram = Another day
    .also = other, another
happened-unknown = I do not know
    .also = i don't know, don't know, do not know, dont know, not sure, skip

ask-identity = Last: may officers know who you are?
identity-anonymous = No, I stay anonymous
    .short = anonymous
    .also = anonymous, no, do not
identity-sealed = Keep my name sealed: only the identity guardian can open it, with a reason, and you are told
    .telegram = Keep it sealed
    .short = sealed
    .also = sealed, seal
identity-open = Yes, only the officer in charge
    .telegram = Yes, officer in charge
    .short = open to the officer
    .also = yes, y, open
identity-silent = Anonymous, and send me no news
    .telegram = Anonymous, no news
    .short = anonymous, no news
    .also = no news, send no news
after-identity = If anonymous, this chat address is kept locked and apart, only to send you news. Choice 4 erases it at once; you come back with your number and code.
    .telegram =
    If anonymous, this chat address is kept locked and apart, only to send you news. "No news" erases it at once; you come back with your number and code.

    Sealed: only the identity guardian can open your name, with a reason, and you are told.
    .webchat =
    If anonymous, the link to this page is kept locked and apart, only to send you news. "No news" erases it at once, and this talk within an hour; you come back with your number and code.

    Sealed: only the identity guardian can open your name, with a reason, and you are told.
hint-identity = Sorry, I do not understand yet. Reply 1 to stay anonymous. The other choices are 2, 3 or 4.
    .telegram = Sorry, I do not understand yet. Press one of the buttons below. Anonymous is fine too.
help-identity = That is fine. If in doubt, reply 1: anonymous. Your report is read all the same.
    .telegram = That is fine. If in doubt, choose anonymous. Your report is read all the same.
passed-identity = No problem: anonymous. You can change it before sending.{ -alinea }
ask-name = Write your name. It is kept locked, apart from the report.
hint-name = Write your name in letters. If you change your mind and want to be anonymous, type BACK.
short-name = Write your name in letters. If you change your mind and want to be anonymous, type BACK.
ask-phone = A phone number that may be called? You can leave it out.
phone-unknown = Leave it out
    .short = no phone number
    .also = no, none, skip, no number
passed-phone = No problem, without a phone number.{ -alinea }
hint-phone = We do not know that number yet. Write it like 0812 3456 7890, or reply 1 to leave it out.
    .telegram = We do not know that number yet. Write it like 0812 3456 7890, or press "Leave it out".
### A question to the Ombudsman

ask-topic = What is your question about?
about-neutrality = Neutrality of civil servants
    .short = neutrality of civil servants
    .also = neutrality, civil servants
about-service = A public service (papers, permits, aid)
    .telegram = A public service
    .short = a public service
    .also = service, services, papers, permit, aid, school, clinic
about-handling = A report that got no answer
    .short = a report that got no answer
    .also = no answer, my report, complaint
about-levy = A fee or a demand for money
    .short = a fee or a demand for money
    .also = fee, money, bribe
about-other = Something else, or not sure
    .short = something else
    .also = other, else, not sure, do not know
ack-topic = All right: { $choice }.
ask-query = What would you like to ask? In your own words: what is the problem, and what do you want to know. To be safe, do not write your name or address.
brief-query = Write your question in your own words.
early-query = There is this text: "{ $text }" Use that, or write it anew.
query-early = Use that text
    .also = use, use it, use that, that one, yes, y
ack-query = Thank you, noted.{ -alinea }
    .telegram = Thank you, noted.
short-query = Could you say a little more? One or two sentences, so that the officers know what is asked.
hint-query = Here the question is written in words. One or two sentences are enough.
ask-asks = What would you like to ask about that report? One or two sentences are enough. To be safe, do not write your name or address.
brief-asks = What would you like to ask about that report?
short-asks = Could you say a little more? One whole sentence, so that the officers know what is asked.
hint-asks = Write your question in your own words. One or two sentences are enough.
ask-where-area = Which area is it about? Write the kabupaten or city, for example: Wakatobi. From that we know which office of the Ombudsman answers.
brief-where-area = Which area is it about? Write the kabupaten or city.
ask-evidence-papers = Is there a letter, photo or other file the officers should see? Send it now, several if you like. If not, just go on.
brief-evidence-papers = Is there a letter or photo the officers should see? Send it now.
ask-way = How would you like to be answered? In this chat you may stay anonymous. In a call the officer who has your question sees your number and hears your voice, and your phone and its network keep a record of the call. You choose the time from those that the officer offers in this chat.
brief-way = How would you like to be answered?
way-chat = In this chat
    .short = in this chat
    .also = chat, here, in writing
way-call = By a call from the officer
    .tap = By a call
    .telegram = By a call
    .short = by a call
    .also = call, phone, telephone
ask-dial = Which number may we call? Only the officer who has your question sees it. It may be another number than the one of this chat.
hint-dial = We do not know that number. Write for example 0812 3456 7890. To be answered in the chat instead, type BACK.
ask-asker = May the officers know who you are?
asker-anonymous = No, I stay anonymous
    .tap = No, anonymous
    .short = anonymous
    .also = anonymous, no, n
asker-open = Yes, only those who have my question
    .tap = Yes, who has it
    .telegram = Yes, those officers only
    .short = open to the officers
    .also = yes, y, open
after-asker = You may ask without a name. But to enter it in its own register the Ombudsman wants an identity card; we do not ask for it in this chat.
ask-caller = What is your name? A first name will do.
caller-unknown = No need
    .short = no name
    .also = no, skip, none
short-caller = Write a name in letters, or type SKIP.
passed-caller = No problem, without a name.{ -alinea }

### A complaint to the Ombudsman about how a report was handled

ask-onward = Ask first? The Ombudsman can explain, also without your name; a formal complaint needs your name and an earlier complaint. The Ombudsman can examine the office and ask it to put things right. It punishes nobody and undoes no judgment of a court. An examination may take months.
onward-consult = Ask first
    .also = ask, question, consult
onward-complain = Go on to a complaint
    .tap = A complaint
    .also = go on, complain, complaint, formal
onward-no = Never mind
    .also = no, not now, cancel
ask-complained = Your report was without a name, so by the law it is not yet a complaint of yours to that office. Have you ever complained to the office, or to those above it, in your own name?
complained-yes = Yes, in my own name
    .tap = Yes, in my name
    .short = yes, in her own name
    .also = yes, y
complained-no = Not yet
    .short = not yet in her own name
    .also = no, never, n
ask-standing = Did the way the office handled it harm you yourself? The law calls that the direct victim. Having seen the event is not enough.
standing-direct = Yes, I am the one harmed
    .tap = Yes, I am
    .telegram = Yes, I was harmed
    .short = harmed directly
    .also = yes, me, victim
standing-proxy = I act for them, with a power of attorney
    .tap = I act for them
    .telegram = I act for them, in writing
    .short = proxy with a power of attorney
    .also = proxy, for another
standing-bystander = No, I only saw it
    .tap = I only saw it
    .short = only saw it
    .also = no, saw, witness, do not know
ask-court = Is this before a court, or has a court dealt with it?
court-no = No, or I do not know
    .tap = No, or not sure
    .telegram = No / I do not know
    .short = not in court
    .also = no, do not know
court-yes = Yes, in court
    .short = in court
    .also = yes, y
lack-old = What you complain of is more than two years old; the Ombudsman takes only what is newer.
lack-unnamed = There is no complaint in your own name to the office yet; the Ombudsman wants that first.
lack-bystander = You are not the direct victim; only the victim or a proxy can complain.
lack-court = The Ombudsman cannot examine what is before a court.
ask-anyway = So a complaint may well not be taken; the Ombudsman decides. You can still ask, and need not tell it all again.
anyway-consult = Just ask
    .also = ask, question, consult
anyway-on = Go on all the same
    .also = go on, on
prior-asked-silent = My report at { $desk }, sent { DATE($filed) }: no step is on record since { DATE($since) }, { $days } working days by now.
prior-asked-decided = My report at { $desk }, sent { DATE($filed) }, was not pursued or was closed on { DATE($day) }.
ask-tried = That complaint in your own name: to which office, when, and what did they answer?
short-tried = Write which office, and about when.
ask-harm = What went wrong in how the office handled it, and how did that harm you? The Ombudsman's officer reads only what you write here; the office's days and steps come along already, the story in the old report does not.
brief-harm = What went wrong in how the office handled it, and how did that harm you?
early-harm = This is the story of the old report: "{ $text }" Use it, or write anew.
harm-early = Use that story
    .also = use, use it, that one, yes
short-harm = Could you add a little? A sentence or two, so that the officer knows what it is about.
ask-wish = What do you hope that the office will do? One sentence is enough.
short-wish = Write what you hope for in one sentence, such as: that my report is answered.
ask-signer = A complaint needs your name. Who may open it? The desk that had your report is not told that you went to the Ombudsman. When the Ombudsman asks that office to explain, it may guess; you may ask for your name to be kept secret.
signer-open = The Ombudsman's officer in charge
    .tap = The officer
    .telegram = The officer in charge
    .short = open to the officer
    .also = yes, open, officer
signer-sealed = Only the guardian of identities, with a reason, and I am told
    .tap = The guardian
    .telegram = Keep it sealed
    .short = sealed
    .also = sealed, seal, secret
ask-fullname = What is your full name? It is kept locked, apart from the complaint. Do not send an identity card in this chat.
short-fullname = Write your name in letters. If you would rather give none, type OMBUDSMAN and just ask.
hint-fullname = Write your name in letters. If you would rather give none, type OMBUDSMAN and just ask.
review-prior-silent = Before: { $desk }, { DATE($filed) }; no step since { DATE($since) } ({ $days } working days)
review-prior-decided = Before: { $desk }, { DATE($filed) }; decided { DATE($day) }
lacking-old = Missing: it is more than two years old
lacking-unnamed = Missing: an earlier complaint in your name
lacking-bystander = Missing: you are not the direct victim
lacking-court = Missing: it is before a court

### Check and send

review-anonymous = All right, anonymous. Please check first:
review-silent = All right, anonymous and without news. Please check first:
review-sealed = All right, your name is sealed. Please check first:
review-open = All right, open to the officer in charge. Please check first:
review-question = Please check:
sum-offence = What: { $offence-choice }
sum-offence-matter = What: { $matter-choice }
sum-evidence = { $evidence-coming ->
    [0] { $evidence-title }: { $evidence-count ->
        [0] none
       *[other] { $evidence-count }
        }
   *[other] { $evidence-title }: { $evidence-count } ({ $evidence-coming } on the way)
    }
sum-story = Story: "{ $story-text }"
sum-kind-who = Person: { $kind-choice }, { $who-text }
sum-link = Link or account: { $link-text }
sum-where = Place: { $where-short }
sum-day = Seen: { $day-shown }
sum-day-happened = Seen: { $day-shown }; happened: { $happened-brief }
sum-identity = You: { $identity-choice }
sum-identity-name-phone = You: { $identity-choice }, { $name-text }, { $phone-text }
sum-topic = About: { $topic-choice }
sum-query = Question: "{ $query-text }"
sum-asks = The question: "{ $asks-text }"
sum-way = Answer: { $way-choice }
sum-asker = You: { $asker-choice }
sum-caller = Name: { $caller-text }
sum-dial-caller = Phone: { $dial-text }, { $caller-text }
sum-complained = Earlier complaint: { $complained-choice }
sum-complained-tried = Earlier complaint: { $tried-text }
sum-standing-court = You: { $standing-choice }; { $court-choice }
sum-harm = Complaint: "{ $harm-text }"
sum-wish = Hoped for: { $wish-text }
sum-signer-fullname-phone = Name: { $fullname-text }, { $phone-text }, { $signer-choice }
title-photo = Photos
title-file = Files
day-unknown = not known yet
day-brief = { DAY($day) }
review-reader = To be read by { $reader }.
review-reader-offer = To be read by { $reader }. Afraid of someone there? Reply { $number }: province only.
    .telegram = To be read by { $reader }.
review-how = Reply SEND, or the number you want to change.
review-send = Send
    .also = send, yes, y, ok, okay, agree, correct, yes send
review-edit = Change an answer
    .also = change, edit
offer-province = To the province only
    .also = province, province only
ack-province = All right, to the province only.{ -alinea }
province-province = To the province only
ask-edit = Which answer do you want to change?
hint-review = Sorry, I do not understand yet. This is not sent yet.{ -alinea }

### After sending

filed = Sent and stored. Thank you for your courage.
filed-ticket = Report number: { $ticket }
filed-reader = Who reads it: { $reader }
filed-news = News from us: at every new step, and by { DAY($by) } at the latest.
    .webchat = News on this page: each new step, by { DAY($by) } at the latest.
filed-silent = As you asked, this chat address is erased from the report: we cannot send you news. To ask for news, type STATUS, then give the number and secret code.
    .webchat = As you asked, we send no news, and this talk is erased within an hour. To ask for news, type STATUS, then give the number and secret code.
filed-next = Officers look into it first. If the evidence is enough, they pass it on to BKN, then to { $head } as the official who may sanction. It can take weeks.
filed-next-quiet = Officers look into it first. If the evidence is enough, BKN may ask for a decision of { $head } as the official who may sanction. It can take weeks.
filed-next-other = Officers look into it first, then pass it on to the agency in charge. It can take weeks.
filed-add = More evidence? Type ADD.
filed-coming = { $coming ->
    [one] Still fetching 1 file; news follows.
   *[other] Still fetching { $coming } files; news follows.
    }
filed-tip = This is early information, not yet a formal report: Bawaslu may look into it, but is not bound by the time limits of a formal report. To make it formal, it is safest before { MOMENT($until) }.
filed-tip-late = This is early information, not yet a formal report: Bawaslu may look into it, but is not bound by time limits. The seven days for a formal report have probably passed.
filed-tip-other = This is a notice to officers, not a formal report. Staying anonymous is fine.
sent-next = Next step
sent-formal = Make it formal
sent-call_other = Ask for a new time
sent-call_cancel = Cancel the call
sent-add = Add evidence
sent-ombudsman = Ask the Ombudsman
formal-info =
    What you should know: this is early information, not yet a formal report. Bawaslu may look into it, but is not bound by the time limits of a formal report.

    A formal report needs your name, ID card (KTP) and signature, and your name will be on record. It is safest before { MOMENT($until) }, at the office of { $office }. You do not have to. Staying anonymous is fine too.
sent-how = How do I do that
    .also = how, how to, formal, make it formal
sent-no = No, leave it like this
    .tap = No, leave it
    .also = no, like this, leave it like this
formal-how =
    Go to the office of { $office } before { MOMENT($until) }. Bring your ID card (KTP) and the evidence you have; officers there help you fill in the form, and you sign it.

    Your name will be on record there. You do not need to show our report number.
formal-late = The seven days for a formal report have probably passed. Officers may still look into your early information.
formal-not = This report needs no further formal step. Your report is still read by { $reader }.
code-head = Your secret code, shown only once:
code = { $code }
code-advice = Write it on paper. No screenshot, and do not share it. With the number and this code the report can be opened from another phone. We never ask for an OTP, money or a photo of your ID card in chat.
    .telegram = Write it on paper. No screenshot, and do not share it. We never ask for an OTP, money or a photo of your ID card in chat.
code-delete = Once you have noted it, delete this message: hold it, then choose Delete.
    .webchat = Once you have noted it: this code leaves the page within an hour.
sent-noted = I have written it down
    .tap = Written down
    .telegram = Written down: delete this code
    .also = done, written down, noted, yes, y, ok, okay
sent-clean = How to clean this chat
    .tap = Clean this chat
    .telegram = Clean the whole chat
code-noted = All right. Keep the paper in a safe place.
    .telegram = The message with the code is deleted from this chat. Keep the paper in a safe place.
code-noted-old = All right. Keep the paper in a safe place. If you still see the message with the code here, delete it yourself: hold the message, then choose Delete.
asked = Sent and stored.
asked-ticket = Number of your question: { $ticket }
asked-reader = Who answers: { $reader }
asked-by = First answer aimed at: { DAY($by) }. If there is none yet, we still write to you.
asked-register = This is a consultation, not a formal report to the Ombudsman. To add something, type ADD.
    .telegram = This is a consultation, not a formal report to the Ombudsman.
sent-more = Add something
complaint-ticket = Number of your complaint: { $ticket }
complaint-next = The Ombudsman first looks whether it may take it. If something is missing, the officer asks here. Your identity card is asked for at its office, not in this chat. An examination may take months; you hear of every step.
complaint-made = There is a complaint of yours about that decision already: { $ticket }. One decision, one complaint. Type STATUS to see it, or OMBUDSMAN to ask.
growing-raise =
    Your answers from { $ticket } are carried into this new report, so you need not tell it again. { $left } steps are left, and all of it can be changed before you send it.

    The consultation closes only when you send this report.
growing-ombudsman = Your answers from { $ticket } are carried into this new question, so you need not tell it again. The Ombudsman reads it only if you send it. { $left } steps are left, and all of it can be changed first.
growing-not = { $ticket } cannot be carried there: it has been already, or you have withdrawn or erased it.
grown-raise = Consultation { $ticket } is done, and is report { $new } now.
grown-ombudsman = Report { $ticket } goes on. Your question about it has the number { $new }.
sent-raise = Make it a report

### Later: news, adding, withdrawing, erasing

ask-case = Which one?
case-title = { $ticket }: { $topic }, { DATE($day) }
case-elsewhere = Another one (with number and code)
ask-ticket = What is the number? For example: K7M-4QX-3.
hint-ticket = We do not know that number yet. It has seven letters or digits, for example: K7M-4QX-3.
help-ticket = The number is in the message "Sent", for example: K7M-4QX-3. If you do not have it, that is fine: type 0 to leave.
ask-receipt = And the secret code? It looks like 8F2K-QM7T-4XRW. After sending it, better delete that message from your chat.
    .webchat = And the secret code? It looks like 8F2K-QM7T-4XRW. After you send it, this page does not show it.
hint-receipt = We do not know that code yet. It has twelve letters or digits, for example: 8F2K-QM7T-4XRW.
help-receipt = The secret code is on the paper where you wrote it, for example: 8F2K-QM7T-4XRW. If you do not have it, that is fine: type 0 to leave.
receipt-wrong = That number and code do not fit together yet. Look at your note again, then type { $what ->
    [withdraw] WITHDRAW
    [erase] ERASE
    [unlock] LOCK
   *[status] STATUS
    } to try once more.
receipt-slow = That was tried several times. To be safe, wait an hour, then try again. Your report stays safe.
status-head = { $ticket }: { $status }
status-awaited = The decision of { $head } is waited for since { DATE($since) }. The file is with { $reader }.
status-outside = With { $office } since { DATE($since) }, handed over by { $reader }.
status-where = With { $reader } since { DATE($since) }.
status-news = Next news by { DAY($by) } at the latest.
status-files = Files stored: { $count }.
status-advice = The officers answered: "{ $advice }"
status-ombudsman = Ask the Ombudsman about this? Type OMBUDSMAN { $ticket }.
status-before = It came of { $ticket }.
status-after = What came of it: { $ticket }.
status-raise = Make it a report? Type RAISE IT { $ticket }.
status-waiting = waiting for an officer to read it
status-examined = being looked into
status-pick = An officer would like to call you. Choose the time that suits you. We wait until { DAY($day) }.
status-call = A call from an officer: { MOMENT($at) }.
status-offered = the officer offers times for a call and waits for your choice
status-scheduled = a time for the call is agreed
status-asked = an officer has a question and waits for your answer
status-registered = recorded as a finding, being looked into
status-handed_over = passed on to the agency in charge
status-at_bkn = waiting for BKN to look into it
status-at_ppk = waiting for a decision of the official who may sanction
status-sanctioned = a decision has been made: proven, with a sanction
status-not_proven = a decision has been made: not proven
status-not_pursued = cannot be taken further yet
status-cancelled = called off by BKN
status-left_service = ended, because the person no longer works for the state
status-in_talk = officers are in talk with you
status-answered = answered
status-referred = the business of another office
status-accepted = taken up by the Ombudsman, under examination
status-raised = became a report
status-withdrawn = withdrawn at your request
status-merged = joined with another report about the same matter
status-closed = finished
status-erased = its contents have been erased
no-case-here = There is no report or question that can be opened in this chat. If you have a number and a secret code, type STATUS.
next-where = It is with { $reader } now.
next-at-bkn = The evidence is looked at once more there. If it is enough, { $reader } may ask for a decision of { $head } as the official who may sanction. It can take weeks.
next-at-ppk = What is waited for: the decision of { $head }. If there is still none, we tell the office that oversees them, and you can ask the Ombudsman.
next-handed-over = Another office, the one in charge, is looking into it. We ask for its answer again.
next-asked = The officers wait for your answer. You need not answer: reply SKIP.
next-nothing = You do not need to do anything.
next-news = At every new step, and by { DAY($by) } at the latest, we send you news here.
adding = Adding to { $ticket }.
ask-note = Write what you want to add, if anything.
note-nothing = Nothing to write
    .short = nothing written
    .also = nothing, no, none, enough, done, skip
added = What you added to { $ticket } is stored. Thank you.
post-named = You named a high post. So that whoever reads it is not close to that person, { $ticket } is now read by { $reader }. { CAPITAL($was) } can open it no more; what was read there already we cannot take back. Your number stays the same.
ask-lift = You wrote about somebody close to an official. So that no acquaintance of theirs reads this report, the province can read it instead of the office in the regency or city. Move it to the province?
lift-yes = Yes, province only
    .also = yes, y, move it, province
lift-no = No, leave it
    .also = no, n, keep it here
added-nothing = Nothing was added. { $ticket } stays as it was.
arrival-stored = { $count ->
    [one] { $ticket }: 1 file stored now.
   *[other] { $ticket }: { $count } files stored now.
    }
arrival-quiet = What you sent is stored.
edit-noted = We keep your changed message as an addition to { $ticket }; the earlier text stays too.
ask-objection = What do you think was not seen? Keep it short, with nothing that shows who you are. The officers read it. This can be done only once.
short-objection = Too short for the officers to understand. Write a sentence or two.
objected = Your request is stored. { CAPITAL($reader) } read { $ticket } once more. Next news by { DAY($by) }.
object-not = { $ticket } cannot be looked at again now: there is no outcome yet, it was done before, or the time has passed.
unlinked = The tie of { $ticket } to this chat is erased. We cannot tell you of that report any more.
ask-withdraw = Withdrawing means that you do not go on with it, and its tie to this chat is cut. Officers may still look into what they have read. Nobody blames you. Withdraw it?
withdraw-yes = Yes, withdraw it
    .also = yes, y, withdraw, withdraw the report
withdraw-no = No, leave it
    .also = no, n, do not, keep it
withdrawn = { $ticket } is withdrawn, and that is on record. Thank you for telling us.
withdraw-waits = This request comes from another chat, so to be safe it waits 48 hours. If it is not stopped from the first chat, { $ticket } is withdrawn on { MOMENT($at) }.
withdraw-asked = Another chat has asked to withdraw { $ticket }. If that was not you, reply KEEP IT before { MOMENT($at) }.
ask-erase = What is erased: the story, photos, name, and the tie to this chat. What stays: the number, kind of event, area and date. Backup copies are gone within { $backup-days } days. What officers have already taken we cannot call back. Erase it?
erase-yes = Yes, erase it
    .also = yes, y, erase, delete
erase-no = No, leave it
    .also = no, n, do not, keep it
erased = The contents of { $ticket } are erased from our system, and from backup copies by { DATE($backup) } at the latest. What officers have already taken we cannot call back.
erase-waits = This request comes from another chat, so to be safe it waits 48 hours. If it is not stopped from the first chat, the contents of { $ticket } are erased on { MOMENT($at) }.
erase-asked = Another chat has asked to erase { $ticket }. If that was not you, reply KEEP IT before { MOMENT($at) }.
kept-after-all = All right. We have called off the request from the other chat; { $ticket } stays as it was.
nothing-to-keep = No request is waiting for this chat.
left-as-is = All right, nothing has changed.
fine-as-it-is = All right, it stays like this. There is nothing you have to do.
ask-newcode = The old secret code no longer works after this. Make a new code?
newcode-yes = Yes, make a new code
    .tap = Yes, a new code
    .also = yes, y
newcode-no = Not now
    .also = no, n, do not
locked = Locked. From now on your reports open only with the number and the secret code, in this chat too. To unlock them, type LOCK.
unlocked = Open again. Your reports can be seen in this chat without a code.
other-phone = { $what ->
    [account] Another WhatsApp account uses this number now.
   *[profile] The WhatsApp profile name of this number has changed.
    } To be safe, reports that were sent from here are closed for now: they are not shown, and no news of them is sent.
other-phone-erased = Unfinished answers, if there were any, are erased.
other-phone-goes-on = The answers you are giving now stay.
other-phone-hers = If it is you, and you have reported: type STATUS, then the report's number and its secret code, just once. The officers still have your report, even if the code is lost. If you never reported, ignore this message.
other-phone-officer = An officer's work in this chat is closed too. Ask the operator for a new code.
hers-again = That matches, thank you. Your reports are open again in this chat, and their news comes here again.
short-on = All right. From now on our news only says "There is news", with nothing in it. To read it, type STATUS. To change this back, type FULL NEWS.
short-off = All right. From now on our news comes in full. To make it short again, type SHORT NEWS.
stopped = All right, no more news. Replies here still work. To get news again, type RESUME NEWS.
restarted-news = All right, we will send you news again at every new step.
ask-clean = Only you can delete the messages in this chat. Reports that were sent are not deleted. Shall we tell you how?
    .telegram = We delete both sides' messages of the last 48 hours; older ones we cannot reach. Reports that were sent are not deleted. Delete now?
    .webchat = We erase the whole talk on this page, also from our side. Reports that were sent are not erased. Erase it now?
clean-yes = Yes
    .telegram = Yes, clean it
    .also = yes, y, clean, delete
clean-no = Not now
    .also = no, n, do not
cleaned = The messages of the last 48 hours are deleted. For older ones: open this chat's menu, choose Delete chat, then tick "also delete for the bot".
    .webchat = We have erased the talk on this page. Only you can delete the browser history of this device. If others use it, press "Leave" as well.
how-to-clean = Only you can delete the messages in this chat: press and hold a message, then choose Delete. Or open the chat's menu and choose Clear chat. Reports that were sent are not deleted.
data-none = We keep no report and no unfinished answers of yours for this chat. All we keep is this chat's address (locked), its language, and your consent if you gave it.
    .webchat = We keep no report and no unfinished answers of yours for this page. All we keep is the link to this page (locked), its language, your consent if you gave it, and the talk above.
data-locked = This chat is locked, so your reports are not shown. Type LOCK to open it with your number and secret code, then MY DATA.
data-head = This is what we keep from this chat: the chat address (locked), the language, and your consent, { DATE($consent) }.
    .webchat = This is what we keep from this page: the link to it (locked), the language, the talk above (locked, 7 days), and your consent, { DATE($consent) }.
data-case = { $ticket } ({ DATE($day) }), with { $reader }. Files: { $count }.
data-story = Your story: { $text }
data-wrote = You also wrote: { $text }
data-drafts = Unfinished reports, not sent yet: { $count }.
data-opened = Opened by officers until yesterday: { $count ->
    [one] once.
   *[other] { $count } times.
    }

### On in another chat

channel-telegram = Telegram
channel-whatsapp = WhatsApp
channel-webchat = our web page
channel-terminal = the terminal
ask-cross = Which of these do you want to go on with there?
cross-draft = The report that is not sent yet
cross-link = To go on in { $where }, open this link: { $link }
cross-code = Or write there: continue { $code }
cross-then = It works for 30 minutes, once. Before anything moves, we ask you in this chat.
cross-same = You are here already. Just go on.
cross-no-way = We are not there yet. Everything can still be continued in this chat.
cross-nothing = There is no report in this chat yet. If you like, just start in { $where }: { $link }
cross-wrong = That code cannot be used yet. Perhaps it was mistyped, used already, or its time is over. Ask for a new one in the chat you come from.
cross-slow = That was tried several times. To be safe, wait an hour, then try again.
cross-here = One more step: open the chat you come from and reply MOVE IT there. Before that, nothing is shown here.
cross-asked = The code of this chat was just written in { $where }. If that was you, reply MOVE IT. If not, reply KEEP IT: nothing is shown there.
    .telegram = The code of this chat was just written in { $where }. Was that you? Before you answer, nothing is shown there.
cross-yes = Yes, move it
cross-no = That was not me
cross-none = Nothing is waiting to be moved; perhaps the time is over. For a new code, type CONTINUE ELSEWHERE.
cross-draft-gone = Moved. Your report is in { $where } now, and no longer in this chat.
cross-case-gone = Moved. Report { $ticket } is tied to your chat in { $where } now; news comes there.
cross-stopped = All right. Nothing has moved, and that code no longer works.
brought-draft = Your report is here now, whole as it was.
brought-case = Report { $ticket } is tied to this chat now, and news comes here. To look at it, type STATUS.

### Anywhere

greet = Hello.
greet-salam = Waalaikumsalam.
ask-menu = What can we do for you?
menu-report = Report what I saw
    .also = report, new report
menu-ask = Ask: may civil servants …?
    .also = ask, question, a question
menu-ombudsman = Ask the Ombudsman
    .also = consult, ombudsman, ask the ombudsman
menu-status = News of my report
    .also = status, news
menu-add = Add evidence
    .also = add
menu-data = My data
    .also = data
menu-help = Help
    .also = help me
welcome = You are welcome. If there is anything else, write MENU.
already-sent = { $ticket } has been sent and is stored; there is no need to send it again. To hear where it stands, type STATUS.
unsure-what = We have not kept this message yet.
desk-nothing-open = No officer's form is open, so this text is not used and not kept. A form that is left for long closes by itself. Type DESK to open the report again. To report as a citizen, type REPORT.
unsure-times = For { $ticket } an officer offers times for a call, and waits for your choice.
unsure-story = This is not a report yet. Do you want to report it? If so, what you wrote can be used.{ -alinea }
kept-with-draft = We keep that with your answers.{ -alinea }
help =
    Saksi takes stories of civil servants, village heads, police or army siding with a candidate to the officers.

    REPORT: start. BACK: last question. 0: leave. ASK, OMBUDSMAN: ask. STATUS: news. ADD: more evidence. WITHDRAW: take it back. REVIEW AGAIN: look again. ERASE: delete contents. MY DATA: what we keep. LOCK: open by code only. SHORT NEWS: no contents. NEW CODE: replace it. CLEAN CHAT: delete the talk. CONTINUE ELSEWHERE: other app. INDONESIA.

    Contact: { $contact }
safe =
    It is natural to worry. Officers do not see your number or account; if you stay anonymous, your name is not asked. Only the officers in charge and their supervisors read it.

    We cannot promise absolute secrecy: what the story says or the photos show may point to you. Do not write who you are, and better not use a phone or Wi-Fi of the office.

    You may stop at any time: 0. Delete its contents: ERASE. More: PRIVACY.
ask-resume = There is an unfinished report here.
resume-continue = Go on
    .also = continue, yes, y, resume
resume-restart = Start again
    .also = start, restart, start over, from the beginning
resume-delete = Delete it
    .also = delete, erase, no
resumed = { $files ->
    [0] Your answers are all here.
    [one] Your answers are all here, and 1 photo is stored.
   *[other] Your answers are all here, and { $files } photos are stored.
    } { $left ->
    [1] Nothing left but to check it and send it
    [2] Two questions to go
    [3] Three questions to go
    [4] Four questions to go
    [5] Five questions to go
    [6] Six questions to go
    [7] Seven questions to go
    [8] Eight questions to go
    [9] Nine questions to go
    [10] Ten questions to go
   *[other] Some questions to go
    }. Left for seven days, the answers are erased.{ -alinea }
restarted = { $files ->
    [0] All right, from the start.
   *[other] All right, from the start. What you had sent is deleted too.
    }{ -alinea }
draft-erased = It is deleted. If you want to report again, write REPORT.
erase-draft = To erase a report that was sent, type ERASE with its number, for example: ERASE K7M-4QX-3.{ -alinea }
cancelled = All right, we stop here. Nothing was sent.
cancelled-files = All right, we stop here. Nothing was sent, and what you sent before is deleted.
cancelled-kept = All right, we stop here. Nothing was sent yet. Your answers are kept for 7 days; write HELLO to go on or to delete them.
nothing-to-cancel = Nothing is under way here. To take back a report that was sent, type WITHDRAW.
ask-loose = What is this for? If you do not choose, it is deleted after a day.
loose-new = A new report
    .also = new, report, new report
loose-discard = Nothing, throw it away
    .also = nothing, throw away, delete, no
discarded = All right, what you sent is deleted.
ask-language = Bahasa apa? / Which language?
language-id = Indonesia
    .also = id, bahasa indonesia, indonesian
language-en = English
    .also = en, inggris, bahasa inggris
language-changed = All right, English.{ -alinea }

back = Back
keep-answer = Leave it as it was
    .also = keep, keep it, leave it, same, the same
old-button = That button belongs to a question already passed, so nothing has changed.{ -alinea }
first-question = This is the first question.{ -alinea }
cannot-skip = This one cannot be skipped yet.{ -alinea }
not-yet = It cannot be sent yet: { $left ->
    [one] 1 question
   *[other] { $left } questions
    } to go.{ -alinea }
no-such-line = There is no such line.{ -alinea }
passed-over = No problem, we pass this over: "not known". You can change it before sending.{ -alinea }
passed-kept = All right, your earlier answer stays.{ -alinea }
no-matter = That is fine.
hint-choice = Sorry, I do not understand yet. Reply with a number from 1 to { $last }.
    .telegram = Sorry, I do not understand yet. Press one of the buttons below.
help-choice = That is fine, we take it slowly. Reply with one number only, 1 to { $last }. To leave, type 0.
    .telegram = That is fine, we take it slowly. Press just one button. To leave, type 0.
hint-text = Sorry, this part is answered in words.
help-text = That is fine, we take it slowly. Just write in your own words. To pass over, type SKIP; to leave, type 0.
edit-taken = The message you changed has replaced the earlier answer.
edit-caption = What you wrote under that photo is updated. If you changed the photo itself, send it again as a new one.
edit-unused = We have not used that changed message. If it matters, write it again as a new one.
edit-not-understood = We cannot use that changed message as an answer yet; the earlier answer is still stored.
odd-sticker = We cannot keep a sticker as an answer yet.{ -alinea }
odd-poll = We cannot keep a poll as an answer yet.{ -alinea }
odd-contact = We do not keep contact cards, so that other people's numbers do not get about. If it matters, just write the name.{ -alinea }
odd-live = A live location follows your movements, so we do not keep it. Stop it first, then send the point of the event.{ -alinea }
odd-other = We cannot keep that kind of message yet. Write it in words, or send a photo.{ -alinea }
too-fast = Your messages come very fast. We have not read the last one yet; wait a minute, then send it again. Those before it are safe.
too-many-cases = Five have been sent from this chat today. This one stays stored. Write SEND tomorrow to send it.
parked = Your message is stored, but we cannot handle it yet. Those who run this have been told. Meanwhile you can go on; if needed, say it in other words.
not-stored = Your message is not stored yet, because of a problem on our side. Please send it again in a few minutes. Those before it are safe.
    .telegram = Your message is not stored yet, because of a problem on our side. No need to send it again: we fetch it as soon as the problem is over.
    .webchat = Your message is not stored yet, because of a problem on our side. Please send it again in a few minutes. Those before it are safe.

### News

push = There is news for { $ticket }.
ask-reply = The officers ask: "{ $question }" Reply in words or with a photo. Do not write anything that shows who you are. You need not answer: reply SKIP.
reply-skip = Skip
    .short = not answered
answered = Thank you, your answer for { $ticket } is stored and passed on to the officers.
answer-skipped = All right, the question for { $ticket } stays unanswered. The officers go on.
remind-pick = The officers still wait for the time you choose for the call. Write STATUS to see it, then choose in this chat. We wait until { DAY($day) }.
remind-call = A reminder: an officer calls you { MOMENT($at) }. Can you not make it? Write STATUS to ask for another time or to cancel.
remind-answer = The officers' question is still waiting: "{ $question }" Reply here, or SKIP if you would rather not answer. We wait until { DAY($day) }.
news-still-ppk = No change yet. Waiting for the decision of { $head } since { DATE($since) }. Next news by { DAY($by) } at the latest.
news-still-outside = No change yet. Waiting at { $office } since { DATE($since) }. Next news by { DAY($by) } at the latest.
news-still = No change yet. Waiting at { $reader } since { DATE($since) }. Next news by { DAY($by) } at the latest.
pushed-withdrawn = This has been withdrawn, as asked.
pushed-erased = Its contents have been erased, as asked.
move-take = Officers of { $reader } have begun to look into it. This is a first look: nobody has been found guilty. There is nothing you need to do.
move-take-on = Officers of { $reader } have begun to look into it. Nobody has been found guilty. There is nothing you need to do.
move-assign = Officers of { $reader } have begun to look into it. This is a first look: nobody has been found guilty. There is nothing you need to do.
move-ask = The officers ask: "{ $question }" Reply here, with a photo if you like. Do not write anything that shows who you are, and do not go there if it is not safe. You need not answer: reply SKIP. We wait until { DAY($day) }.
move-forward = { $reader } has passed this report on to { $target }. The reason: { $reason }. Your number stays the same.
move-decide = { $reader } has passed this report on to { $target }. The reason: { $reason }. It had been passed on twice before, so it is decided there now. Your number stays the same.
move-lift = There is nobody at { $reader } at present who can read it. So that it is read, this report is now at { $target }. Your number stays the same.
move-lift-question = There is nobody at { $reader } at present who can read it. So that it is answered, this question is now at { $target }. Your number stays the same.
move-name-post = This report is about a high post. So that whoever reads it is not close to that person, { $target } reads it from now on. Your number stays the same.
move-rise = { $reader } has handed this report to { $target }, which decides from now on. The reason: { $reason }. Your number stays the same.
move-merge = This report was put together with another one about the same thing, so that they are looked into at once. Your number and your secret code stay valid. We write as soon as there is an outcome.
move-split = This report is now looked into by itself at { $reader }. The reason: { $reason }.
move-split-alone = This report is now looked at by itself, at { $target }. You need do nothing.
move-register = { $reader } has formally recorded this and is looking into it more closely. Nobody has been found guilty.
move-find = { $reader } has recorded this as a finding of its own and is looking into it more closely. Nobody has been found guilty.
move-extend = { $reader } needs more time. The reason: { $reason }.
move-pass-to-bkn = { $reader } has finished looking into it and has passed it on to { $target }, the body that watches over civil servants. Your number stays the same. { $target } looks into it again before asking for a decision.
move-hand-over = { $reader } has passed it on to { $office }, which may look into it. Your number stays the same. We will ask them for their answer.
move-take-back = { $reader } is looking into this report again. The reason: { $reason }.
move-send-back = { $reader } has sent this report back to { $target } to be completed. The reason: { $reason }. Your number stays the same.
move-recommend = { $reader } has written to { $head }, who may impose a sanction. The limit is { $count } working days: { DATE($day) }. The decision is made by { $head }, not by { $agency } and not by us. We write by that day at the latest, also if there is no answer yet.
move-annul = { $reader } has annulled the earlier decision and has written to { $head } again. The reason: { $reason }. The limit is { $count } working days: { DATE($day) }. We write by that day at the latest, also if there is no answer yet.
move-overdue = Up to { DAY($day) } no decision by { $head } is on record here. We have told { $target }, which may admonish and even block personnel data. Waiting since { SHORT($since) }. Your file is still there.
move-escalate = Up to { DAY($day) } no decision by { $head } is on record here. We have told { $target }, which watches over that office. Waiting since { SHORT($since) }. Your file is still there.
move-sanction = There is a decision: found proven, { $result }. The person may still object. The letter is personal data, so we do not send it; please do not pass this on. Your story helped to have it looked into.
punished-any = and there is a sanction
punished-moral = with a moral sanction
punished-ringan = with a light disciplinary punishment
punished-sedang = with a medium disciplinary punishment
punished-berat = with a severe disciplinary punishment
punished-ptdh = with dismissal
move-not-prove = There is a decision: this was not proven. The reason: { $reason }. It does not mean that you were wrong.
move-not-pursue = { $reader } cannot take it further for now. The reason: { $reason }. It does not mean that you were wrong.
move-cancel = { $reader } has cancelled the inquiry. The reason: { $reason }. It does not mean that you were wrong.
move-leave-service = The inquiry has been stopped, because the person is no longer in service. The reason: { $reason }.
move-reopen = { $reader } has opened this report again and is looking into it. The reason: { $reason }.
move-close = This file is finished and closed. The reason: { $reason }. Thank you for being a witness.
move-settle = This file is finished and closed: the time to ask for another look has passed. Thank you for being a witness.
move-settle-sanction = This file is finished and closed: the decision on a sanction is on record. Thank you for being a witness.
move-take-question = An officer of { $reader } reads your question. You need not do anything.
move-ask-back = The officers ask: "{ $question }" Reply here, with a photo if you like. If you are anonymous, write nothing that shows who you are. You may leave it: reply SKIP. We wait until { DAY($day) }.
move-forward-question = { $reader } passes this question on to { $target }. The reason: { $reason }. Your number stays the same.
move-decide-question = { $reader } passes this question on to { $target }. The reason: { $reason }. It had been passed on twice before, so it is answered there now. Your number stays the same.
move-propose-call = An officer of { $reader } would like to call you. Choose the time that suits you. We wait until { DAY($day) }; if nothing is chosen by then, the talk goes on in this chat.
move-propose-other = The earlier time of the call no longer holds: { $reader } had to move it. Choose another. We wait until { DAY($day) }.
move-propose-call-last = An officer of { $reader } would like to call you. These are the last times that can be offered: if none suits, the talk goes on in this chat. We wait until { DAY($day) }.
move-propose-other-last = The earlier time of the call no longer holds: { $reader } had to move it. These are the last times that can be offered: if none suits, the talk goes on in this chat. We wait until { DAY($day) }.
move-call-off = The call from { $reader } is cancelled, so you need not wait for it. This consultation goes on in the chat.
move-no-call = The call that was agreed is off.
move-lost-call = The call that was agreed is off: its officer no longer handles this question. Another at { $target } goes on with it and will write to you here.
move-lost-offer = The times that were offered for a call no longer hold: their officer no longer handles this question. You need not choose. Another at { $target } goes on with it and will write to you here.
move-no-offer = The times that were offered for a call no longer hold.
pick-time = { MOMENT($at) }
pick-none = None of them suits
ask-pick = Choose the time that suits you.
ask-unfit = Is what you just wrote your answer to that? If so, the officer reads it, and knows that no time suits.
unfit-yes = Yes, pass it on
    .also = yes, y, pass it on
unfit-other = No, something else
    .also = no, something else
ask-call = Would you like to change the call?
call-other = Ask for a new time
    .also = move, another time, other time, later
call-cancel = Cancel the call
    .also = cancel the call, no call
call-agreed = Good, it is agreed for { $ticket }: an officer calls you { MOMENT($at) }. We remind you a day and an hour before, as far as there is time. An officer never asks for an OTP, money or a photo of your KTP.
call-change = Another time? Reply 1. Cancel the call? Reply 2.
call-diary = If you like, keep it in the calendar of your phone. All that it says there:
call-title = Call
call-unfit = All right, no time suits yet for { $ticket }. The officer is told and can offer others. You may write which days and hours suit you: type ADD.
call-unfit-said = All right, what you wrote for { $ticket } is passed on. The officer can offer other times.
call-none-left = Sorry, all the times that were offered for { $ticket } are over or taken. The officer is told and can offer others.
call-unfit-last = All right, no time suits for { $ticket }. Times were offered three times, so the talk goes on in this chat. The officer is told.
call-none-left-last = Sorry, all the times that were offered for { $ticket } are over or taken, and no others can be offered. The talk goes on in this chat. The officer is told.
call-no-other = Times were offered three times, so no other can be asked for. The call { MOMENT($at) } still holds. If you cannot, cancel it: the talk goes on in this chat.
call-cancels = Cancel the call? Reply 2.
call-replaced = That offer has been replaced. Choose among the times that are offered now.
call-replacing = The officer is changing something about this call. Word of it follows in this chat.
call-offer-over = That offer no longer holds.
call-over = That call no longer holds.
call-taken = Sorry, that time is over or taken. Choose one that is still there.
called-other = All right, the call { MOMENT($at) } is off. The officer knows that you ask for another time for { $ticket }, and can offer it here.
called-diary = If you kept it in the calendar of your phone, delete it there too.
called-cancel = All right, the call { MOMENT($at) } is cancelled. Consultation { $ticket } goes on in the chat.
call-parted = While this chat was closed, we cancelled the call { MOMENT($at) }: it was not sure who holds the phone. Consultation { $ticket } goes on in the chat.
move-advise =
    The answer of { $reader }:

    { $advice }

    This explains and decides nothing.
move-refer = { $reader } says that this is the business of { $other }. How to reach them: { $contacts }.
move-suggest = { CAPITAL($reader) } suggest that this question becomes a report. You decide. You need not write the story again.
move-closes = If nothing more is asked by { DAY($day) }, this consultation is closed.
move-close-question = This consultation is closed: { $outcome }. You may ask again at any time.
move-settle-question = This consultation is closed, for nothing more was asked. You may ask again at any time.
move-take-complaint = An officer of { $reader } is looking whether your complaint can be taken. You need not do anything.
move-accept = { $reader } has taken your complaint and examines that office. Nobody has been found at fault yet. An examination may take months.
move-not-admit = { $reader } cannot take this complaint yet. The reason: { $reason }. That does not mean that you did wrong. You can still ask: type OMBUDSMAN.
move-conclude =
    What { $reader } found:

    { $advice }
move-settle-complaint = This complaint to the Ombudsman is done and closed. You may ask again at any time: type OMBUDSMAN.
move-reopen-question = { $reader } takes this question up again.
outcome-answered = your question is answered
outcome-referred = it is the business of another office
outcome-unanswered = there was no reply from you
outcome-elsewhere = it is being handled elsewhere
move-sentence = The officers say: { $sentence }
move-news = Next news by { DAY($by) } at the latest.
move-more = Do you want to add evidence? Type ADD.
move-object = You do not agree? Type REVIEW AGAIN to have it looked at again, once, until { DAY($by) }.
    .telegram = You do not agree? You can ask to have it looked at again, once, until { DAY($by) }.
move-ombudsman = Ask the Ombudsman? Type OMBUDSMAN { $ticket }.
move-clear = Is it clear? Reply 1. Is there more to ask? Reply 2.
move-raise = Would you like that? Type RAISE IT.
move-rate = How helpful was it? Reply 1 (not helpful) to 5 (very helpful), or SKIP.
push-answer = Answer
push-skip = Skip
push-next = What happens next
push-add = Add evidence
push-object = Ask to look again
push-ombudsman = Ask the Ombudsman
push-unlink = Erase the tie to this chat
push-no = That is fine
push-clear = It is clear
push-more = I have more to ask
push-raise = Make it a report
push-rate = Rate it
ask-follow = Is the answer clear?
follow-clear = It is clear
    .also = clear, yes, y, ok, okay, enough
follow-more = I have more to ask
    .also = more, not yet, not clear, ask more, no, n
ask-more = Please write what else you would like to ask.
cleared = All right, consultation { $ticket } is over. You may ask again at any time.
ask-rating = How helpful was the answer?
rating-1 = Not helpful
rating-2 = A little
rating-3 = Fair
rating-4 = Helpful
rating-5 = Very helpful
rating-skip = Skip
    .also = no, later, no need
rated = Thank you. Your rating is stored.
rating-skipped = All right, no rating.
rating-over = { $ticket } can no longer be rated.
opened-identity = The identity guardian has opened your sealed name, with a reason that is on record. Other officers still do not see it.
opened-original = The identity guardian has opened an original file of yours, with a reason that is on record. Other officers still see only the copy.

### Agencies and offices

desk-triage = the officers who receive reports
desk-onward = { $triage }, to be passed on to { $office }
desk-regency = { $agency } { $region }
desk-province = { $agency } Provinsi { $region }
desk-national = { $agency }
head-regent = the regent (bupati)
head-mayor = the mayor (wali kota)
head-governor = the governor
head-minister = the minister or head of that body
head-unknown = the head of the region or the minister

### Officers: the card

card-head = { $ticket } · { $state }
card-free = not taken
card-taken = taken by { $holder }
card-taken-on = taken by { $holder }, { STAMP($since) }
card-held = { $state } · { $holder }
card-status-waiting = back at the desk
card-status-examined = under examination
card-status-offered = { $who } has yet to pick a time for the call
card-status-scheduled = call agreed
card-call = Call: { MOMENT($at) }
card-status-asked = waiting for { $who }'s answer
card-status-registered = registered as a finding
card-status-handed_over = handed to another body
card-status-at_bkn = waiting for verification by BKN
card-status-at_ppk = waiting for the PPK's decision
card-status-sanctioned = sanctioned
card-status-not_proven = not proven
card-status-not_pursued = not pursued
card-status-cancelled = cancelled
card-status-left_service = left the service or retired
card-status-in_talk = in talk
card-status-answered = answered
card-status-referred = referred to another office
card-status-accepted = taken up, under examination
card-status-raised = became a report
card-from-raise = From consultation { $ticket }
card-into-raise = Became report { $ticket }
card-from-ombudsman = About report { $ticket }
card-into-ombudsman = Asked about: consultation { $ticket }
card-status-withdrawn = withdrawn by { $who }
card-status-merged = merged
card-status-closed = closed
card-status-erased = its content is erased
card-what = { $about }
card-what-where = { $about } · { $area }
card-about = { CAPITAL($topic) }
card-about-person = { CAPITAL($topic) } · { CAPITAL($kind) }
card-where = { $area }
card-where-stage = { $area } · { $stage }
card-area-unknown = place not known yet
card-stage-preparation = preparation
card-stage-nomination = nominations
card-stage-campaign = campaign
card-stage-quiet = quiet period
card-stage-voting = voting day
card-stage-count = count
card-stage-result = results
card-source = { $source } · { $files ->
    [one] { $files } file
   *[other] { $files } files
    }
card-tip = Early information
card-source-violation = Notice from a citizen
card-source-consultation = Consultation
card-source-complaint = Complaint to the Ombudsman
card-due-violation = Read by
card-due-consultation = Answer by
card-due-complaint = Answer by
who-violation = the citizen
who-consultation = the citizen
who-complaint = the citizen
card-filed = Came in: { BRIEF($day) }
card-filed-read = Came in: { BRIEF($day) } · { $due }: { BRIEF($by) }
card-next = Next step: record a result or ask the citizen, target { BRIEF($by) }
card-next-talk = Next step: answer or ask back, target { BRIEF($by) }
card-target = Target: { BRIEF($by) }
card-awaited = No decision on record yet. Waited for until { BRIEF($by) }
card-legal = Legal limit: { BRIEF($by) }
card-left = no longer at this desk
card-take = Take
card-forward = Not our desk
card-recuse = I am close to this
card-open = Open
card-give_back = Give back

### Officers: enrolling and the desk

officer-welcome = Hello, { $name }. This chat is now enrolled as an officer of { $desk }.
officer-next = Cards of reports come here, several at a time, not at night. Reply with a number that stands under them. Type DESK whenever you like, to see what waits.
    .telegram = Cards of reports come here, several at a time, not at night. Type DESK whenever you like, to see what waits.
officer-next-looks = Type the number of a report to open it, or DESK to see what lies there.
officer-next-runs = Type DESK whenever you like: there you invite colleagues, see who sits at this desk, and switch off who has left. No report opens from here.
officer-care = Citizens do not see your name, only the desk's. What you open is recorded. WhatsApp does not let us delete it from your phone: delete it yourself once you have read it. Do not copy a citizen's story anywhere. You can still report from this chat, but never handle a report of your own.
    .telegram = Citizens do not see your name, only the desk's. What you open is recorded, and leaves this chat after 15 minutes. Do not copy a citizen's story anywhere. You can still report from this chat, but never handle a report of your own.
officer-wrong = That code cannot be used. It may be mistyped, used already, or too old. Ask the operator for a new one.
officer-slow = That was tried several times. Wait an hour, then try again.
officer-elsewhere = Officers work through Telegram or WhatsApp. Open the link of your invitation there.
desk-today = Desk { $desk }, { STAMP($day) }
desk-counts = Not taken: { $free } · with you: { $mine } · due today: { $due } · late: { $late }
desk-many = { $count }+
desk-empty = Nothing is waiting.
desk-more = Next
desk-row = { $ticket } · { $state }
desk-row-today = Today: { $ticket } · { $state }
desk-row-late = Late: { $ticket } · { $state }
desk-which = That number may mean more than one report, so nothing was done yet. Which report?
desk-or-answer = A new card has just come, so it is not clear what that number is for. Repeat it to answer the question before, or type DESK for the card.
desk-number = That number does not stand on the last screen. Reply with one that does, or type DESK.
desk-stays = Once read, delete the messages above from your phone: here we cannot delete them.
digest = Today's summary.
digest-lain = { $returned ->
    [0] { $desk }: { $late } past their time
   *[other] { $desk }: { $late } past their time, { $returned } back at the desk without a step
}
digest-more = And { $count } desks more.
desk-pager = { $count ->
    [one] At { $desk } { $count } case is not taken.
   *[other] At { $desk } { $count } cases are not taken.
    } Type DESK to see.
desk-see-story = Story
desk-see-files = Photos
desk-see-history = History
desk-see-copy = Copy for the form
desk-see-citizen = Citizen
desk-see-name = Sealed name
desk-see-original = Original file
desk-see-alike = Similar reports
desk-alike = { $count ->
    [one] Maybe the same as { $ticket }: one report. Open it first if in doubt.
   *[other] Maybe the same as { $ticket }: { $count } reports. Open them first if in doubt.
}
desk-alike-more = And { $count } more.
desk-row-alike = { $ticket } · { $why } · { $state }
desk-gather = Merge { $count } here
desk-gathered = Merged into { $ticket }: { $count }. Each citizen is told and keeps the number; until they have been told, each can still be undone: type its number.
desk-gathered-second = About a high post, so a second officer has to agree: { $count }.
desk-gathered-left = Left out, since another officer has them or they have changed: { $count }.
alike-file = same file
alike-look = similar photo
alike-link = same link
alike-spot = same spot and day
alike-place = same place name and day
desk-see-query = Question
desk-see-papers = Files
desk-see-asker = Citizen
desk-see-harm = Complaint
desk-see-prior = The case before
desk-do-ask = Ask the citizen
desk-do-forward = Forward
desk-do-rise = To the desk above
desk-do-merge = Merge
desk-do-split = Separate
desk-do-not_pursue = Not pursue
desk-do-register = Record registration
desk-do-find = Record a finding
desk-do-extend = Extend the time
desk-do-pass_to_bkn = Pass to BKN
desk-do-hand_over = Hand to another body
desk-do-take_back = Take back
desk-do-send_back = Ask its first desk for more
desk-do-recommend = Write to the PPK
desk-do-annul = Ask to review the decision
desk-do-sanction = Record the sanction
desk-do-not_prove = Not proven
desk-do-cancel = Stop the inquiry
desk-do-leave_service = Left or retired
desk-do-pursue = Pursue ourselves
desk-do-reopen = Reopen
desk-do-close = Close
desk-do-assign = Assign
desk-do-ask_back = Ask back
desk-do-propose = Offer a call
desk-do-call_off = Cancel the call
desk-do-advise = Answer
desk-do-refer = Refer elsewhere
desk-do-accept = Take it up
desk-do-not_admit = Cannot be taken
desk-do-conclude = Record what was found
desk-do-suggest = Suggest a report
desk-confirm = Agree
desk-decline = Do not agree
desk-waits = Waiting for a second officer: { $move }.
desk-undo = Undo
desk-may-undo = Until the news has left, this can be undone.
desk-done = { $ticket }: { $state }.
desk-done-now = { $ticket }: { $did }. Now: { $state }.
desk-left = { $ticket } is no longer at your desk.
desk-recused = { $ticket } will not be shown to you again.
desk-proposed = { $ticket } is about a high post, so it waits for a second officer to agree.
desk-stale = It has changed since that button was made. { $ticket }: { $state }.
desk-refused-gone = That report is not at your desk.
desk-or-status = If it is your own report from another chat, type STATUS { $ticket }.
desk-refused-chat = The citizen did not ask to be called, so we keep no number. Answer in this chat.
desk-decides = Passed on { $count } times already. Passed on once more it goes straight to { $desk }, which decides.
desk-nowhere = No other desk has officers for this yet. Tell the operator.
desk-refused-not-now = That step is not possible now.
desk-refused-untaken = Take that report first.
desk-refused-needs = { $pieces ->
    [summary] Not done: the summary still holds words of the citizen, a time of day, or the number of the report. Whoever gets it could guess who reported. Write it in your own words, then try again.
   *[other] Something is missing or does not fit, so nothing was done. Look over the form, then try again.
    }
desk-refused-second = That step waits for another officer than the one who proposed it.
desk-refused-late = The news has left already, so it cannot be undone.
desk-refused-erased = What that report held has been erased.
desk-officer = { $name }
desk-agency = { $agency }
notice-recused = An officer declared to be close to { $ticket }.
notice-picked = { CAPITAL($who) } chose a time for the call about { $ticket }: { MOMENT($at) }.
notice-unfit = No time for the call about { $ticket } suits { $who }. Offer others, or answer in the chat.
notice-unfit-last = No time for the call about { $ticket } suits { $who }, and times were offered three times. Answer in the chat.
notice-unfit-said = No time for the call about { $ticket } suits { $who }, who wrote something about it. Open the case to read it.
notice-call-other = { CAPITAL($who) } asks for another time for the call about { $ticket }; { MOMENT($at) } is off. Offer others.
notice-call-cancel = { CAPITAL($who) } cancelled the call about { $ticket }, { MOMENT($at) }. The consultation goes on in the chat.
notice-call-parted = The call about { $ticket }, { MOMENT($at) }, is off: somebody else may hold the phone of { $who }. Do not call that number for now. An answer in the chat is read once the chat was opened with the secret code.
notice-called = It is time to call { $who } about { $ticket }. Somebody else may answer that phone: make sure who speaks before you say what it is about. Afterwards record what came of it: answer or close.
notice-answered = { CAPITAL($who) } answered the question about { $ticket }.
notice-skipped = { CAPITAL($who) } chose not to answer the question about { $ticket }.
notice-second = { $ticket } waits for a second officer to agree.
notice-own-question = { $name } asks { $who } of { $ticket } in their own words: "{ $question }"
notice-added = { CAPITAL($who) } added something to { $ticket }.
notice-raised = { CAPITAL($who) } made { $ticket } a report. This consultation is done.
notice-withdrawn = { CAPITAL($who) } withdrew { $ticket }. They are not contacted any more; the facts may still be looked into.
notice-erased = { CAPITAL($who) } erased what { $ticket } held. Its number and steps remain.
notice-released-many = { $count } reports at { $desk } are the desk's again, since their officer has left.
notice-released = The officer of { $ticket } has left, so it is the desk's again.
notice-objected = The citizen asks to have { $ticket } looked at again. Better by another officer.
notice-unanswered = { $ticket }: the time has passed without an answer of { $who }. You can go on.
notice-remind-legal = { $ticket }: legal limit { BRIEF($by) }.
notice-remind-target = { $ticket }: target { BRIEF($by) }.
notice-remind-many = Soon due: { $count } cases, the nearest { $ticket }, { BRIEF($by) }. Type DESK to see them.
notice-silent-above = A report on { $offence }, { $area }: up to { BRIEF($day) } no decision by { $head } is on record here. The letter of { $desk } went out { BRIEF($since) }. The file stays there: if you reprimand, or hear of a decision, tell { $desk }. The officer's summary: { $summary }
notice-silent = { $ticket } ({ $offence }): up to { BRIEF($day) } no decision by { $head } is on record here. The letter went out { BRIEF($since) }. Next: remind { $head }, or record the decision if there is one. The officer's summary: { $summary }

### Officers: what is opened

desk-story-head = { $ticket }, from { $who }:
desk-story = { $text }
desk-asks = The question: { $text }
desk-note = Added: { $text }
desk-caption = Written under file { $number }: { $text }
desk-place = Place, as { $who } says: { $text }
desk-files = { $ticket }: { $count ->
    [one] { $count } file
   *[other] { $count } files
    }
desk-file-kept = { $number }. { $kind }, { $size } KB, print { $hash } ({ $note })
desk-file = { $number }. { $kind }, { $size } KB, print { $hash }
desk-films = A video is first marked with your name in each of its pictures, and follows in a moment.
desk-file-shown = File { $number } of { $count }
desk-mark = { $name } · { $desk } · { MOMENT($at) }
desk-file-erased = This file was erased.
desk-file-lost = This file cannot be opened. Tell the operator.
desk-file-elsewhere = This file cannot be sent through WhatsApp. Ask the operator for it.
desk-file-away = This file cannot be opened now. Try again later with the button Photos. If it still cannot, ask the operator for it.
desk-file-long = This video is longer than 10 minutes, so it cannot be marked with your name and is not sent. Ask the operator for it.
file-kind-image = picture
file-kind-pdf = PDF
file-kind-video = video
file-kind-sound = sound
file-kind-office = office document
file-kind-text = text
file-note-voice = the citizen's voice, for the guardian only
file-note-large = too large for a chat, ask the operator
file-note-coming = the copy is being made, try again later
file-note-none = no copy, ask the operator
desk-history = History of { $ticket }
desk-happened-by = { BRIEF($day) }: { $what }, { $name }
desk-happened-to = To: { $desk }
desk-happened-with = Its number: { $ticket }
desk-happened = { BRIEF($day) }: { $what }
desk-prior-head = The case before: { $topic }, last at { $desk }. Only days, desks and steps; its story and number are not opened.
desk-prior-silent = No step on record since { BRIEF($day) }: { $days } working days
desk-prior-row = { BRIEF($day) }: { $what }, { $desk }
desk-form = { $ticket }, in the order of the form:
desk-form-accused = Accused: { $kind }, { $who }
desk-form-event = Event: { $event }
desk-form-place = Place: { $place }
desk-form-place-said = Place: { $place }, in the citizen's words: { $said }
desk-form-happened = Day of the event: { $day }
desk-form-known = Day it became known: { $day }
desk-form-link = Link or account: { $link }
desk-form-evidence = { $count ->
    [one] Evidence: one file
   *[other] Evidence: { $count } files
}
desk-form-story = Account: { $text }
desk-sealed = Reported by: { $name }, { $phone }. For you alone, and for the reason you wrote. This message is gone in 15 minutes.
desk-original = Original file number { $number }. It may show who reported: do not pass it on. Fingerprint: { $hash }
ask-numbered = Which file? Write one number.
ask-why = Why must it be opened? Your reason is recorded, and the person who reported is told that it was opened.
short-why = Write the reason in a few words.
desk-citizen = { CAPITAL($who) }: { $name }, { $phone }. Only for you, who have this case.
desk-did-filed = came in
desk-did-added = { $who } added something
desk-did-evidence_stored = a further file stored
desk-did-answer = { $who } answered
desk-did-skip = { $who } chose not to answer
desk-did-object = the citizen asked for a review
desk-did-add = { $who } asked on
desk-did-clear = { $who } says it is clear
desk-did-rate = { $who } rated it
desk-did-propose = times for a call were offered
desk-did-pick = { $who } chose a time for the call
desk-did-unfit = no time for the call suits { $who }
desk-did-call_off = the call was cancelled
desk-did-called = time for the call
desk-did-advise = answered
desk-did-refer = referred to another office
desk-did-accept = taken up
desk-did-not_admit = could not be taken
desk-did-suggest = a report was suggested
desk-did-raise = { $who } made it a report
desk-did-grown = it grew out of another case
desk-did-consulted = { $who } asked the Ombudsman about it
desk-did-withdrawn = withdrawn
desk-did-erased = its content erased
desk-did-take = taken
desk-did-assign = assigned
desk-did-give_back = given back to the desk
desk-did-recuse = an officer declared to be close to it
desk-did-return = back at the desk after two working days without a step
desk-did-return-left = back at the desk, since its officer has left
desk-did-return-close = back at the desk, since its officer is close to it
desk-did-unanswered = the time to answer passed
desk-did-ask = a question to { $who }
desk-did-forward = forwarded
desk-did-rise = to the desk above
desk-did-name_post = moved on, since it is about a high post
desk-did-lift = moved on, since nobody sits at the desk before
desk-did-merge = merged
desk-did-split = separated
desk-did-not_pursue = not pursued
desk-did-register = registered
desk-did-find = recorded as a finding
desk-did-extend = time extended
desk-did-pass_to_bkn = passed to BKN
desk-did-hand_over = handed to another body
desk-did-take_back = taken back
desk-did-send_back = returned to its first desk
desk-did-recommend = a letter to the PPK
desk-did-annul = a review of the decision asked for
desk-did-sanction = sanction recorded
desk-did-not_prove = not proven
desk-did-cancel = cancelled
desk-did-leave_service = left the service or retired
desk-did-pursue = pursued without the citizen
desk-did-reopen = reopened
desk-did-close = closed
desk-did-settle = closed, since the time to object passed
desk-did-overdue = the PPK's time passed
desk-did-escalate = carried to the level above
desk-did-opened-story = the story opened
desk-did-opened-evidence = the files opened
desk-did-opened-identity = the name opened
desk-did-opened-original = an original file opened
desk-did-joined = another report merged here
desk-did-undo = the last step undone
desk-did-proposed = waiting for a second officer
desk-did-declined = the second officer did not agree

### Officers: the form

desk-preview = { $ticket }: { $move }.
desk-reads = What { $who } reads:
desk-reads-not = Only recorded, not read by { $who }:
desk-reads-shared = Others whose reports were merged into this one read it, too. Write nothing about any one of them.
desk-reads-step = { CAPITAL($who) } reads only that this step was taken, nothing of the following.
desk-reads-nothing = { CAPITAL($who) } is not told of this step.
desk-read-question = Question: "{ $text }"
desk-read-times = Time of the call: { MOMENT($at) }
desk-read-advice = Answer: "{ $text }"
desk-read-agency = To: { $agency } ({ $contacts })
desk-read-outcome = Outcome: { $outcome }
desk-read-desk = To: { $desk }
desk-read-reason = Reason: { $reason }
desk-read-sentence = "{ $text }"
desk-read-grade = Sanction: { $grade }
desk-read-office = To: { $text }
ask-question = What would you like to ask? Choose, or write it yourself. Never ask where they stood, with whom, or how they know.
ask-question-back = What would you like to ask? Choose, or write your own. If the citizen is anonymous, do not ask who they are.
question-still = Is it still there today?
question-photos = Is there another photo?
question-hour = About what time: morning, noon, afternoon?
question-sign = Is there any writing or number on it?
question-office = Which office do you mean?
question-when = When did it happen?
question-tried = Have you asked that office? What did it answer?
question-papers = Is there a letter or a photo of it?
question-proxy = Is there a power of attorney?
short-question = Too short to be understood. Write one sentence as a question.
sum-question = Question: { $question-text }
ask-times = When can you call? Write at most three times, by the clock where the citizen is, such as: besok 10.00, Monday 9 am.
sum-times = Times of the call: { $times-text }
times-none = I could not read a time. Write the day and the hour, such as: tomorrow 10.00, Monday 9 am.
times-past = One of the times is over. Write times still to come.
times-night = We call nobody at night. Choose between 08.30 and 19.30.
times-half = Choose a full or half hour, such as 10.00 or 10.30.
times-far = That is too far. Choose within the next 60 days.
times-many = Three times at most. Write them again, only three.
times-weekday = The weekday and the date do not fit. Look, then write them again.
times-impossible = There is no such date or hour. Look, then write it again.
times-busy = You have another call at one of these times. Choose another time.
ask-advice = Write the answer in plain words; it is read as you write it. At most 1,000 letters.
short-advice = Too short for an answer. Write one whole sentence.
sum-advice = Answer: { $advice-text }
ask-agency = Whose business is it?
sum-agency = Office: { $agency-choice }
ask-outcome = How does this consultation end?
sum-outcome = Outcome: { $outcome-choice }
ask-desk = To which desk?
desk-elsewhere = Another regency or city
    .short = another regency or city
sum-desk = To: { $desk-choice }
ask-merged = Into which report is this one merged? Write the number that goes on, such as K7M-4QX-3. Not after all? Answer 0.
hint-merged = That number could not be read. It stands in the first row of the card, such as K7M-4QX-3. Not after all? Answer 0.
sum-merged = Merged into: { $merged-text }
ask-officer = Assigned to whom?
sum-officer = Officer: { $officer-choice }
ask-reason = What is the reason? { CAPITAL($who) } reads it.
reason-place = it happened in another area
reason-power = this is another body's business
reason-post = it is about a high post
reason-near = the person is close to this office
reason-picture = the photo does not show yet who did it
reason-evidence = the evidence is not enough yet
reason-rule = no rule forbids that act
reason-handled = the same matter is dealt with already
reason-person = the person is not certain yet
reason-retired = the person has retired
reason-resigned = the person has resigned
reason-dismissed = the person was dismissed
reason-procedure = the procedure did not follow the rules
reason-grade = the sanction does not follow the rules
reason-witness = a witness has still to be heard
reason-documents = documents are still to come
reason-answered = that body has answered
reason-silent = that body has not answered
reason-public = it is of public interest
reason-evidence_enough = the evidence is enough without the citizen
reason-new_evidence = there is new evidence
reason-objection = the citizen asked for a review
reason-different = it turned out to be another event
reason-unnamed = no complaint in your own name has gone to the office yet
reason-bystander = a complaint has to come from the direct victim or a proxy
reason-old = it is more than two years old
reason-court = it is before a court
reason-earlier = it was examined before
reason-decided = the decision on the sanction is recorded
reason-objection_over = the time to ask for a review has passed
reason-withdrawn = the citizen has withdrawn it
reason-other = another reason
sum-reason = Reason: { $reason-choice }
ask-sentence = One sentence for { $who }, if it helps.
ask-sentence-reason = What is the reason? Write one sentence; { $who } reads it.
sentence-none = No sentence
    .short = no sentence
    .also = no, skip, none
short-sentence = Too short to be understood. Write one sentence.
sum-sentence = Sentence: { $sentence-text }
ask-office = Which body receives it?
short-office = Write the name of the body.
sum-office = Body: { $office-text }
ask-ppk = To whom is the letter? Write the office, for example: Bupati of Wakatobi.
short-ppk = Write the office, for example: Bupati of Wakatobi.
sum-ppk = Addressed to: { $ppk-text }
ask-employer = Who employs the person?
employer-region = A regency or city
employer-province = A province
employer-ministry = A ministry or central body
sum-employer = Employer: { $employer-choice }
ask-number = Its registration number?
short-number = Write the registration number.
sum-number = Number: { $number-text }
ask-decision = The number of the decision?
short-decision = Write the number of the decision.
sum-decision = Decision: { $decision-text }
ask-grade = Which sanction was decided?
grade-moral = a moral sanction
grade-ringan = a light disciplinary sanction
grade-sedang = a moderate disciplinary sanction
grade-berat = a severe disciplinary sanction
grade-ptdh = dishonourable dismissal
sum-grade = Sanction: { $grade-choice }
ask-service = Is the person a PNS? If not, the grade is not told to the citizen.
service-pns = PNS
service-other = PPPK or other
sum-service = Status: { $service-choice }
ask-dated-letter = The date of the letter?
ask-dated-register = The date of the registration?
ask-dated-find = On which day was the finding recorded?
dated-today = Today
dated-yesterday = Yesterday
dated-other = Another day (write the date, such as 12 October)
    .telegram = Another day
sum-dated = Date: { $dated-shown }
ask-summary = Write your own summary. Do not copy the citizen's sentences, nor name the report's number or the hour.
short-summary = That summary is too short. Who is said to have done what, where, on which day, with what evidence.
sum-summary = Summary: { $summary-text }
ask-copies = Which copies of files go along?
copies-all = All copies
copies-none = No copies
copies-some = Some of them
sum-copies = Copies: { $copies-choice }
ask-chosen = The numbers of the files? For example: 1, 3.
sum-chosen = Files: { $chosen-text }

### Terminal

terminal-hello = Saksi in the terminal, for trying it out. Write a message and press Enter; Ctrl-D to leave. Photo: /foto file-name. Point: /titik -5.32 123.59
terminal-no-file = File { $name } was not found. Check its name, then send it again.
operator-unset = (not filled in; only for trying out)
contact-unset = (not filled in)

### Bot profile

profile-description = Saksi takes stories from citizens about civil servants, village heads, police or army siding with a candidate. We pass them on to the officers in charge, and keep you informed. You can stay anonymous. Type /start to begin.
profile-short = Saw a civil servant siding with a candidate? Tell us here. You can stay anonymous.
command-lapor = Report what you saw
command-tanya = Ask: may civil servants …?
command-status = News of your report
command-tambah = Add evidence or your words
command-dataku = See what we keep
command-menu = All choices
command-bantuan = How to use this bot
command-bahasa = Language / bahasa
command-batal = Leave it here

### The page

page-title = Saksi
page-welcome = Tell us here what you saw. Before you start we explain what is stored. Nothing is stored so far.
page-start = Start
page-known = I have a number and a code
page-hello = Hello
page-talk = Your conversation with Saksi
page-you = You
page-saksi = Saksi
page-write = Write here
page-attach = Photo or file
page-send = Send message
page-refresh = Refresh
page-leave = Leave
page-pin = Point where it happened
page-pin-help = What is asked for is where it happened, not where you are. Coordinates will do, such as -5.3258 and 123.5952, or simply write the name of the place as a message.
page-picked = About to be sent
page-unpick = Do not send { $name }
page-map = Map: move it until the mark is where it happened
page-map-how = Move the map, press the place, or use the arrow keys and + −.
page-nearer = Zoom in
page-farther = Zoom out
page-near = The mark is near { $town }, { $area }.
page-pin-send = Send this point
page-lat = Latitude
page-lon = Longitude
page-pinned = Point: { $at }
page-file = File: { $name }
page-open = Open the file
page-at = { STAMP($at) }, { CLOCK($at) }
page-list = Choose
page-chosen = ✓ { $label }
page-code = (secret code, not shown)
page-sending = Sending…
page-lost = The connection was lost. What you wrote is still here, and we are trying to connect again.
page-stale = Not stored yet: this page was opened before the conversation began anew, or from another site. Go back to the conversation and send it once more. If this goes on, allow cookies for this site.
page-too-much = Not stored yet: too much at once. Send at most ten files, each at most 20 MB.
page-slow = Not stored yet: too many messages in a short time. Wait a moment, then send it again.
page-nowhere = What you look for is not here, or was erased. Perhaps the address was mistyped.
page-yours = What you wrote, not stored yet:
page-again = Send again
page-return = Back to the conversation
page-front = To the front page
page-speak-id = Indonesia
page-speak-en = English
page-language-id = Bahasa Indonesia
page-language-en = English

# A group as the room of a desk

room-bound = This group is now the room of the desk { $desk }. Cards of reports come here: number, kind, regency, time limit. The story, the photos and who reported never come here; they are only in an officer's private chat. Cards cannot be forwarded, and are deleted when the report is closed or goes to another desk. What is older than 48 hours we cannot delete, so we empty it.
room-hears = What you say to one another in this group we do not read and do not keep. We only answer commands for the bot, its buttons, and the news that the group has moved or the bot is out of it.
room-pin = To have Today's desk pinned, make the bot an administrator with one right only: to pin messages. Telegram then sends all messages of the group to the bot; what is not for it is thrown away at once.
room-members = Beside the bot there are { $count } people in this group; { $officers } officers of { $desk } are enrolled.
room-members-unknown = How many are in this group we could not see.
room-admins = Administrators who are no officers of this desk: { $names }{ $more ->
    [0] .
   *[other] , and { $more } more.
}
room-who-else = Telegram gives a bot no list of members, so we cannot name the others. Please look yourself: whoever is here reads the cards, but only officers of the desk can press their buttons. As soon as an officer presses "I am close to this", the card of that report leaves this group and goes to the private chats of the other officers.
room-how = This group is not the room of a desk yet. Ask the operator or the desk's supervisor for a group code, then write it here after /desk
room-wrong = That code does not work yet. It may be mistyped, used, too old, or for another desk. Ask the operator or the desk's supervisor for a new group code.
room-slow = That was tried several times. Wait an hour, then try again.
room-other = This group is the room of another desk already. Use another group, or take the bot out of this one first.
room-two = Your desk has a group already. Ask the supervisor to write /desk unbind in that group, or take the bot out of it, then use this code here again.
room-invite = That is a code that makes an officer. Everybody in a group sees it, so we have cancelled it. Ask for a new one, and send it in the private chat with this bot.
room-stranger-code = Only an officer of a desk can make a group its room. Enrol first in the private chat with this bot, with a code from the operator.
room-anonymous-code = We cannot see who wrote, since you write in the group's name. Switch off "remain anonymous" in your administrator rights, then send the code again.
room-stranger = This button is for officers of the desk. If you are one, enrol first in the private chat with this bot.
room-anonymous = We cannot see who pressed. Switch off "remain anonymous" in your administrator rights, then press again.
room-none = This button is not used here any more. Look in your desk's room, or type DESK in the private chat with this bot.
room-old-button = That button is of no use any more.
room-closed-chat = Your private chat with this bot is closed, so nothing was done yet. Open it and write DESK there, then press again.
room-see-private = Look in your private chat with this bot.
room-lost = The bot is no longer in the group of { $desk }, or may not write there. From now on cards come to each officer's private chat. The old cards in that group we cannot delete any more; their buttons are dead.
room-end-word = unbind
room-not-yours = Only the desk's supervisor or the operator can let this group go.
room-ended-here = This group is no longer the room of { $desk }. We delete its cards from here; what is older than 48 hours we empty. The bot may be taken out now.
room-ended = The group of the desk { $desk } has been let go. From now on cards come to each officer's private chat.
desk-over = This desk is not shown in this chat any more.
desk-detail-over = This is shown here no more. Open it again from its card.
room-code = Group code for the desk { $desk }: { $code }. Add this bot to a group, then write in that group: /desk { $code }
room-link = Or open this link and choose the group: { $link }
room-code-care = It works once, for 24 hours, and only for officers of this desk. Choose a group that holds officers only.
desk-room = Make a code for a desk group
desk-counts-room = Not taken: { $free } · taken: { $mine } · due today: { $due } · late: { $late }
desk-pager-room = { $count ->
    [one] One report at the desk { $desk } is not taken yet.
   *[other] { $count } reports at the desk { $desk } are not taken yet.
} See Today's desk, or type DESK in the private chat.
card-open-private = Open in private chat
officer-next-room = Cards of reports come to your desk's group, several at a time, not at night; what you open comes here. Type DESK whenever you like, to see what waits.
front-what = Saksi means a person who saw it. If you see a civil servant, village head, police or army taking a candidate's side, tell us in a chat: with photos if you like, without your name if you like. We pass it to the officers in charge, and keep you informed of each step.
front-languages = Language
front-how = How to report
front-soon = In a moment. Load this page again in a minute.
front-code = QR code for { $link }
front-telegram = Telegram
front-telegram-how = Open this link, then press Start.
front-telegram-sees = Telegram, a company abroad, knows that you wrote to us and can open what is said in a bot's chat.
front-whatsapp = WhatsApp
front-whatsapp-how = Open this link, then send: Hello.
front-whatsapp-sees = WhatsApp and our message carrier (Twilio, abroad) know you wrote to us and handle what you write.
front-webchat = On this page
front-webchat-how = Without an app: open the conversation in this browser, or on a phone by its square code.
front-webchat-sees = The browser's history, the internet provider and the Wi-Fi can note that this page was opened, not what you say. Better not use an office phone or Wi-Fi.
front-keep = What we keep safe
front-keep-who = You may stay anonymous. Officers do not see your number, account or browser.
front-keep-what = Answers, photos and chat addresses are kept locked, and erased if you ask for it.
front-keep-photo = Officers see copies of photos without location data.
front-cannot = What we cannot promise
front-cannot-secret = Complete secrecy: in a formal report or in court your name may become known.
front-cannot-decide = The outcome: those who look into it and decide are the offices in charge, not we.
front-never = We never ask for an OTP, money or a photo of your KTP in a chat.
front-who = Run by: { $operator }. Contact: { $contact }

### Try-out: two phones in a browser

tryout-how = Try it with two phones: report on the citizen's phone, answer on the officer's, and move the clock.
tryout-citizen = Citizen's phone
tryout-officer = Officer's phone: { $name }
tryout-as-webchat = Page
tryout-as-telegram = Telegram
tryout-as-whatsapp = WhatsApp
tryout-desks = Officers' desks
tryout-desk = { $desk }
tryout-desk-of = { $desk } · { $name }
tryout-new = new
tryout-moment = { MOMENT($at) }
tryout-stage = { $stage }
tryout-off = outside an election
tryout-clock = Clock
tryout-move-morning = tomorrow 08:00
tryout-move-hour = +1 hour
tryout-move-fortnight = 14 working days
tryout-move-today = today: { $stage }
tryout-more = About this
tryout-about = This is only for trying out: people and events are invented, and nothing leaves this computer. The engine, the officers' desks and the deadlines are real; only the clock can be moved forward.
tryout-two = Two of you? Open the officer's phone in another window of this computer. Another device reaches this address only when the port is forwarded to it, for example with ssh -L; only then is the square code of use:
tryout-reset-sure = Begin again? All talks and reports of this try-out will be gone.
tryout-reset = Yes, begin again

### Who sits at the desk

seat-runs = No report opens from here. Each step of yours is recorded, and the whole desk is told.
seat-do-invite = Invite a colleague
seat-do-seats = Who sits here
seat-do-trail = History of the desk
seat-role-officer = officer
seat-role-supervisor = supervisor
seat-role-guardian = guardian of identities
seat-role-auditor = auditor
seat-role-admin = admin of the desk
ask-colleague = What is your colleague called, as you call them? Citizens do not see it.
short-colleague = Write the name, at least two letters.
ask-seat = As what will they sit at this desk? An officer takes and examines reports; a supervisor sees the whole desk.
seat-officer = Officer
    .short = officer
seat-supervisor = Supervisor
    .short = supervisor
seat-code = Code for { $name } ({ $role }): { $code }
seat-link = Its link: { $link }
seat-code-care = It works once, until { MOMENT($until) }. Hand it over in person: whoever sends it to the bot becomes { $role } here. In your own chat it is good for nothing.
seat-list = At { $desk }:
seat-row = { $name } · { $role } · since { BRIEF($since) }
seat-off = Switch off { $name }
seat-sure = Switch off { $name }, { $role }? The buttons are dead at once, the reports they hold return to the desk, and the whole desk is told. To come back they need a new code.
seat-sure-yes = Yes, switch off { $name }
seat-sure-no = Leave it
seat-is-off = { $name } sits at this desk no more.
seat-told-invited = { $by }, admin of the desk, invited { $name } to your desk as { $role }. If this is wrong, tell the operator at once.
seat-told-left = { $by }, admin of the desk, switched off { $name } ({ $role }). If this is wrong, tell the operator at once.
seat-trail = History of { $desk }: who was invited, sat down and left.
seat-trail-empty = Nothing is recorded yet.
seat-operator = an operator
seat-did-invited = { STAMP($day) }: { $by } made a code for { $role }
seat-did-enrolled = { STAMP($day) }: { $name } sat down as { $role }
seat-did-left = { STAMP($day) }: { $name } ({ $role }) is here no more, by { $by }
