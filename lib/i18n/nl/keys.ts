export const keys = {
  title: 'De sleutels van jullie kamer · Weerklank',
  looking: 'We kijken wat er op dit toestel staat …',
  offline: 'Geen verbinding. Zodra die er weer is, gaat het hier verder.',
  back: 'Naar de kamer',
  digits: 'De zes cijfers',
  ask: {
    title: 'Vraag de sleutels aan je partner',
    about:
      'Op dit toestel staat de sleutel van jullie kamer niet. Je partner heeft die wel, en kan hem je teruggeven. Daarna lees je hier weer alles, ook van vroeger.',
    how: 'Bel elkaar, of ga bij elkaar zitten: jullie vergelijken zo dadelijk zes cijfers. Kies iets waarbij je elkaars stem hoort.',
    start: 'Vraag de sleutels',
  },
  waiting: {
    title: 'Je partner ziet nu je vraag',
    text: 'Laat je partner de kamer openen. Daar staat een bericht dat je de sleutels vraagt. Je hoeft hier niets te doen.',
    stop: 'Toch niet',
  },
  give: {
    nobody: 'Niemand vraagt nu de sleutels',
    nobodyText:
      'Vraagt je partner ze toch? Laat je partner de kamer openen op het toestel waar de sleutel ontbreekt.',
    title: 'Je partner vraagt de sleutels van de kamer',
    about:
      'Dat gebeurt na een nieuw toestel of een vergeten wachtwoord. Ga na of het echt je partner is: bel, of ga bij elkaar zitten. Daarna vergelijken jullie zes cijfers.',
    start: 'Ja, ik help',
    refuse: 'Nee, dit is niet mijn partner',
    getting: 'De cijfers komen eraan …',
    done: 'Je partner heeft de sleutels weer',
    doneText:
      'Vanaf nu leest je partner op dat toestel alles van jullie kamer. Dat je de sleutels gaf, staat bij wie wat gelezen heeft.',
  },
  compare: {
    title: 'Zien jullie dezelfde cijfers?',
    text: 'Lees ze hardop aan elkaar voor.',
    same: 'Ja, dezelfde',
    other: 'Nee, andere',
    agreed: 'Nu je partner nog. Zodra die ook ‘dezelfde’ kiest, komen de sleutels.',
  },
  wrong: {
    title: 'Het is gestopt',
    text: 'Andere cijfers betekenen dat er iemand tussen jullie zit, of dat er iets misliep. Er is niets gegeven. Begin gerust opnieuw. Blijven de cijfers anders, gebruik deze verbinding dan niet.',
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
