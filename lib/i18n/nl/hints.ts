export const hints = {
  private: 'Alleen jij ziet dit. Het blijft op je toestel.',
  say: {
    rebuttal:
      'Dit klinkt al als een antwoord, en dan voelt de ander zich misschien nog niet gehoord. Geef eerst terug wat je hoorde. Jouw kant komt straks.',
    blame:
      '‘Altijd’ en ‘nooit’ komen vaak binnen als een verwijt. Vertel over één keer, en wat die met je deed.',
    why: 'Op een ‘waarom’ gaat een mens zich snel verdedigen. Zeg wat jij voelde, of vraag hoe het voor de ander was.',
    advice:
      'Goede raad kan aankomen als ‘los het maar op’. Gehoord worden doet nu vaak meer deugd.',
    'feel-that':
      '‘Ik voel dat jij …’ gaat over de ander. Wat voel je zelf? Bang, boos, alleen, iets anders?',
    copy: 'Dit zijn bijna dezelfde woorden. Zeg je het op jouw manier, dan hoort de ander dat het bij je binnenkwam.',
    coverage:
      'Een deel van wat je hoorde, zit er nog niet in. Lees het nog eens na: wat weegt daar het meest?',
    'too-long':
      'Dit is veel om in één keer vast te houden. Kies het stuk dat nu het meest telt, de rest kan straks.',
  },
  untouched: 'Nog niet teruggegeven',
  shorter:
    'Het is lastig om dit in één keer terug te geven. Misschien lukt het beter als je een korter stukje stuurt.',
  turnOff: 'Geen tips meer tonen',
  turnOn: 'Toch weer tips tonen',
} as const;
