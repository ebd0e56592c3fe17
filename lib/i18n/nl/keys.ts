export const keys = {
  title: 'De sleutel van jullie kamer · Weerklank',
  looking: 'We kijken wat er op dit toestel staat …',
  offline: 'Geen verbinding. Zodra die er weer is, gaat het hier verder.',
  back: 'Naar de kamer',
  digits: 'De zes cijfers',
  ask: {
    title: 'Vraag de sleutel aan je partner',
    about:
      'Dit toestel heeft de sleutel van jullie kamer niet. Heeft je partner hem nog, dan kan die hem teruggeven. Daarna lees je hier weer alles, ook van vroeger.',
    how: 'Bel elkaar, of ga bij elkaar zitten: zo dadelijk vergelijken jullie zes cijfers. Kies iets waarbij je elkaars stem hoort.',
    start: 'Vraag de sleutel',
  },
  waiting: {
    title: 'Je vraag wacht op je partner',
    text: 'Laat je partner de kamer openen. Daar staat dan dat jij de sleutel vraagt. Houd deze pagina open.',
    stop: 'Toch niet',
  },
  give: {
    nobody: 'Niemand vraagt nu de sleutel',
    nobodyText:
      'Vraagt je partner hem toch? Dan moet de kamer daar nog eens open, en de sleutel opnieuw gevraagd worden.',
    title: 'Je partner vraagt de sleutel van de kamer',
    about:
      'Dat gebeurt na een nieuw toestel of een vergeten wachtwoord. Ga na of het echt je partner is: bel, of ga bij elkaar zitten. Daarna vergelijken jullie zes cijfers.',
    start: 'Ja, ik help',
    refuse: 'Nee, dit is niet mijn partner',
    getting: 'De cijfers komen eraan …',
    done: 'Je hebt de sleutel gegeven',
    doneText:
      'Kiest je partner ook ‘Ja, dezelfde’, dan leest die op dat toestel weer alles van jullie kamer. Dat je de sleutel gaf, zien jullie allebei bij ‘Wie keek wanneer’.',
  },
  compare: {
    title: 'Zien jullie dezelfde cijfers?',
    text: 'Lees ze hardop aan elkaar voor.',
    same: 'Ja, dezelfde',
    other: 'Nee, andere',
    agreed: 'Nu je partner nog. Kiest die ook ‘Ja, dezelfde’, dan gaat de kamer hier open.',
  },
  wrong: {
    title: 'Het is gestopt',
    text: 'Dit toestel heeft niets gegeven of gekregen. Waren de cijfers anders? Dan liep er iets mis, of zat er iemand tussen jullie. Begin gerust opnieuw. Blijven ze anders, ga dan niet verder: de verbinding of de server is dan niet te vertrouwen. Was het je partner niet, zeg het dan aan je partner.',
    again: 'Begin opnieuw',
  },
  gone: {
    title: 'De vraag staat er niet meer',
    text: 'Een vraag blijft een half uur staan. Ze kan ook gestopt zijn, of door een nieuwe vervangen. Zien jullie nog cijfers? Die tellen niet meer. Begin opnieuw wanneer jullie er allebei klaar voor zijn.',
  },
  busy: {
    title: 'Je partner vraagt de sleutels nu ook',
    text: 'Zo wachten jullie op elkaar. Heeft een van jullie nog een toestel waarop de kamer opengaat? Open ze daar. Vraagt je partner niets meer, begin dan opnieuw.',
  },
  unfit: {
    title: 'Deze sleutel past niet',
    text: 'Wat er aankwam is niet de sleutel van jullie kamer, of past niet bij wat al op dit toestel staat. Er is niets veranderd. Begin gerust opnieuw. Gebeurt het nog eens, gebruik deze verbinding dan niet.',
  },
  storage: {
    title: 'Je toestel kan dit niet bewaren',
    text: 'De sleutel kwam aan, maar je browser bewaart hem niet. Open de kamer in een gewoon venster, geen privévenster, en begin opnieuw.',
  },
} as const;
