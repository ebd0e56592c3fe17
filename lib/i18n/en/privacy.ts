export const privacy = {
  title: 'Your privacy',
  heading: 'How we treat your data',
  intro:
    'In short: your words are sealed on your device, and only the two of you have the key. The server keeps what is needed for a talk to work, and nothing for any other purpose.',
  who: {
    heading: 'Who is responsible',
    text: 'Weerklank runs wherever somebody installs it. Whoever runs this server (the host) is the controller: they decide why and how your data are kept, and answer your questions.',
    contact: 'For this server you reach them at: <contact></contact>',
    unknown:
      'The host has not filled in who that is here. Ask whoever gave you this address. Until then, share nothing that you do not want to share.',
  },
  kept: {
    heading: 'What is kept, why and how long',
    law: 'What couples tell each other is often about health or sexuality. That is why we ask for your explicit consent (article 9(2)(a) of the GDPR), each time you start a room or go into one. You withdraw it by erasing or leaving.',
    words: 'Your words',
    wordsText:
      'Sealed, so that you can read them again. Only if you both say yes, and at most as long as you choose: one to 24 months, twelve if you choose nothing. If one of you says no, they are gone at once. If one of you says nothing, after 72 hours.',
    course: 'How a talk went',
    courseText:
      'Which exercise, which of the two (a random string of characters) took which step when, and about how long the words are. Needed to guard whose turn it is. Stays for as long as you chose, even when the words are already gone.',
    names: 'Your names',
    namesText: 'Sealed, for as long as you have a seat in the room.',
    stay: 'Where you have come in',
    stayText:
      'The sort of browser, and when you were last here. Needed to give you your seat, and to sign a device out from afar. Without an account it ends after 90 days without a visit, and after 400 days in any case. A month later it is gone.',
    readings: 'Who looked, and when',
    readingsText: 'So that you know it of each other. 24 months at most.',
    watching: 'When a therapist watches',
    watchingText:
      'Who came to watch (name and role, as they state them), when, and what they could see. Only if you both agreed, each time anew. What they give you to do or arrange with you afterwards stays until one of you ends it. A therapist’s notes are sealed: you cannot read them, and neither can the server.',
    account: 'An account, if you make one',
    accountText:
      'Your e-mail address, what you set up to sign in with, and sealed keys. Not your password itself: the server keeps a fingerprint of something your device makes of it. If this server sends e-mail, the mail service sees your address too. Until you delete the account.',
    journal: 'What was erased',
    journalText:
      'A list of what was erased, without words, only random names. Needed to erase it from a backup that is put back, too. 24 months at most.',
  },
  sees: {
    heading: 'Who sees it',
    us: 'The two of you. Whoever runs the server sees that you talk, when and with which exercise, but not what you say.',
    third:
      'Nobody else: no advertising, no trackers, no analytics, no artificial intelligence, no fonts or images from elsewhere. Nothing is sold, or used to train anything.',
    watch: 'Only people you have both let in can watch. You see them listed in the room.',
  },
  cookies: {
    heading: 'Cookies and your device',
    intro: 'Only what the app needs to work. That is why we do not ask for a separate yes.',
    auth: 'remembers which seat in which room belongs to this device, and whether you are signed in. Until 90 days after your last visit.',
    language: 'remembers your language. A year.',
    device:
      'recognises a device with which you signed in before. So you can get in even when somebody else tries to guess your password. Only with an account, 400 days at most.',
    csrf: 'makes sure that no other site can come in under your name. Until you close the browser.',
    callback: 'remembers, while you come in, which page you go to. Until you close the browser.',
    provider:
      'belong together while you sign in with another service and come back. A quarter of an hour, and only where that is possible.',
    storage:
      'The storage of your browser also holds the key to your room, what you typed and have not sent yet, and the day on which you answered the questions about safety (not your answers).',
  },
  rights: {
    heading: 'What you can do, and where',
    intro: 'Open your room and choose ‘Keep, copy, erase or leave’ at the bottom. There you find:',
    see: '<strong>See</strong>: ‘What the server knows about you two’, straight from the files.',
    take: '<strong>Copy</strong>: your own words as a file. The words of you both, if you both say yes.',
    erase:
      '<strong>Erase</strong>: one piece, a whole talk, all your words, or everything of yours.',
    keep: '<strong>Limit</strong>: how long a talk may stay at most.',
    leave: '<strong>Stop</strong>: any talk at any moment, and leave the room.',
    limit:
      'What your partner said is your partner’s too: you do not get it without their yes. What somebody has read, copied or remembered, nobody can take back.',
    complain:
      'Not satisfied? Ask the host first. You can also complain to the <be>Data Protection Authority</be> (Belgium) or the <nl>Autoriteit Persoonsgegevens</nl> (the Netherlands).',
  },
  limit: {
    heading: 'What we cannot promise',
    server:
      'Your browser gets the app from this server. Whoever runs the server, or breaks into it, could hand out a forged app that reads along before anything is sealed. All that helps against that is that the source is public and that the app you got can be compared with it. If you do not trust whoever runs the server, do not use Weerklank.',
    device: 'Whoever has your unlocked device in their hands reads what you can read.',
    lost: 'If all keys are gone, the words never open again. We cannot open them either.',
  },
  changed: 'This is version {version} of this text.',
  toStart: 'To the start',
} as const;
