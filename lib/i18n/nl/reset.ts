export const reset = {
  title: 'Een nieuw wachtwoord',
  ask: {
    heading: 'Wachtwoord vergeten?',
    about: 'Kies dan een nieuw. Met je herstelcode erbij blijven je gesprekken leesbaar.',
    submit: 'Vraag een link',
    busy: 'We vragen de link …',
    back: 'Terug naar aanmelden',
  },
  asked: {
    heading: 'Kijk in je mailbox',
    email:
      'Is er een account met {email}, dan is er een link onderweg. Hij werkt één keer en blijft tien minuten geldig. Niets gekregen? Kijk bij ongewenste mail.',
    hostHeading: 'Vraag de link aan de beheerder',
    host: 'Deze server verstuurt geen mails. Wie hem beheert, kan een link maken voor {email} en hem aan jou geven.',
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
    about: 'Dat is de code die je bewaarde toen je je account maakte, of later vernieuwde.',
    have: 'Ja, ik heb ze',
    haveNot: 'Nee, ik heb ze niet',
  },
  code: {
    heading: 'Nieuw wachtwoord, met je herstelcode',
    about: 'Je kamers en je gesprekken blijven zoals ze zijn.',
    wrong: 'Deze code hoort niet bij dit account. Maakte je later een nieuwe? Gebruik dan die.',
  },
  without: {
    heading: 'Zonder herstelcode gaat er iets verloren',
    about:
      'Bij je account staan de sleutels van je kamers, verzegeld. Alleen je wachtwoord of je herstelcode opent ze. Zonder die twee zijn ze verloren: ook wij kunnen ze niet terughalen.',
    device:
      '{count, plural, =0 {Op dit toestel staat geen enkele sleutel van een kamer.} one {Op dit toestel staat de sleutel van één kamer. Die blijft, en komt bij je account zodra je je hier weer aanmeldt.} other {Op dit toestel staan de sleutels van # kamers. Die blijven, en komen bij je account zodra je je hier weer aanmeldt.}}',
    elsewhere: 'Was je op een ander toestel nog in je kamer? Open deze link dan liever daar.',
    partner:
      'Je plaats in je kamers houd je. Heeft je partner de sleutel nog, dan kan die hem teruggeven. Dan lees je alles weer.',
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
      'Overal waar je aangemeld was, ben je nu afgemeld. Meld je aan met je nieuwe wachtwoord.',
    signIn: 'Meld je aan',
  },
} as const;
