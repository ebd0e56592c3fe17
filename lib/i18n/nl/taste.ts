export const taste = {
  title: 'Even alleen proberen · Weerklank',
  madeUp: 'Even proberen: {name} is verzonnen',
  played:
    '{name} bestaat niet. De app speelt {name}, met zinnen die vooraf geschreven zijn. Wat jij schrijft, begrijpt de app niet: je toestel kijkt alleen of er een woord uit het verhaal in terugkomt.',
  nothingSent: 'Er leest niemand mee. Er wordt niets verstuurd en niets bewaard.',
  begin: 'Luister naar {name}',
  together: {
    heading: 'En nu samen',
    about:
      'Zo gaat het ook met twee: een van jullie vertelt, de ander geeft terug, en pas als het klopt gaan jullie verder. Maar dan is er iemand die echt luistert.',
    gone: 'Wat je hier schreef, is nergens bewaard. Het is weg zodra je deze pagina verlaat.',
    start: 'Begin een kamer voor jullie twee',
  },
} as const;
