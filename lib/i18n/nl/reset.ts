export const reset = {
  title: 'Een nieuw wachtwoord',
  ask: {
    heading: 'Wachtwoord vergeten?',
    about: 'Dan kies je een nieuw. Met je herstelcode erbij blijven je gesprekken leesbaar.',
    submit: 'Vraag een link',
    busy: 'We vragen de link …',
    back: 'Terug naar aanmelden',
  },
  asked: {
    heading: 'Kijk in je mailbox',
    email:
      'Is er een account met {email}, dan is er een link onderweg. Hij blijft niet lang geldig. Niets gekregen? Kijk bij ongewenste mail.',
    hostHeading: 'Vraag de link aan wie Weerklank voor je draait',
    host: 'Deze server verstuurt geen mails. Wie hem draait, kan een link maken voor {email} en hem aan jou geven.',
    again: 'Een ander adres',
  },
  opening: 'We kijken je link na …',
  spent: {
    heading: 'Deze link werkt niet meer',
    about: 'Hij is gebruikt of verlopen. Vraag een nieuwe: dat kan zo vaak je wilt.',
    again: 'Vraag een nieuwe link',
  },
  choose: {
    heading: 'Heb je je herstelcode nog?',
    about: 'Dat is de code die je bewaarde toen je je account maakte.',
    have: 'Ja, ik heb ze',
    haveNot: 'Nee, ik heb ze niet',
  },
  code: {
    heading: 'Nieuw wachtwoord, met je herstelcode',
    about: 'Je kamers en je gesprekken blijven zoals ze zijn.',
    wrong: 'Deze code hoort niet bij dit account. Maakte je later een nieuwe? Gebruik die dan.',
  },
  without: {
    heading: 'Zonder herstelcode gaat er iets verloren',
    about:
      'Je gesprekken zijn verzegeld met een sleutel die alleen met je wachtwoord of je herstelcode opengaat. Zonder die twee kan niemand hem openen.',
    device:
      '{count, plural, =0 {Op dit toestel staat geen enkele sleutel van een kamer.} one {Op dit toestel staat de sleutel van één kamer. Die blijft, en komt bij je vernieuwde account.} other {Op dit toestel staan de sleutels van # kamers. Die blijven, en komen bij je vernieuwde account.}}',
    elsewhere:
      'Ben je op een ander toestel nog in je kamer geweest? Open deze link dan liever daar.',
    partner:
      'Je plaats in je kamers houd je altijd. Je partner kan je de sleutel teruggeven, en dan lees je alles weer.',
    goOn: 'Ik begrijp het, ga verder',
    back: 'Terug',
  },
  fresh: {
    heading: 'Kies een nieuw wachtwoord',
    about: 'Daarna krijg je een nieuwe herstelcode.',
  },
  submit: 'Bewaar het nieuwe wachtwoord',
  next: 'Ga verder',
  busy: 'We bewaren je wachtwoord …',
  making: 'We maken je sleutels …',
  done: {
    heading: 'Je nieuwe wachtwoord is bewaard',
    about:
      'Overal waar je aangemeld was, ben je afgemeld. Meld je nu aan met je nieuwe wachtwoord.',
    signIn: 'Meld je aan',
  },
} as const;
