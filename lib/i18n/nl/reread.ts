export const reread = {
  title: 'Een bestand bekijken',
  heading: 'Een bestand opnieuw bekijken',
  about:
    'Kies een bestand dat je uit Weerklank meenam. Het wordt alleen op dit toestel geopend: er gaat niets naar de server.',
  choose: 'Kies een bestand',
  reading: 'We openen het bestand …',
  'not-ours':
    'Dit is geen bestand van Weerklank, of het is veranderd. Er is niets geopend. Kies een ander.',
  'other-version':
    'Dit bestand komt van een andere versie van Weerklank, en die kennen we hier niet. Bekijk het waar je het meenam.',
  broken:
    'Er klopt iets niet met dit gesprek. We tonen het niet. Is het nog bewaard, neem het dan opnieuw mee.',
  'too-large': 'Dit bestand is te groot om van Weerklank te zijn. Kies een ander.',
  empty: 'In dit bestand staat geen enkel gesprek.',
  talks: 'In dit bestand',
  taken: 'Meegenomen op {date}',
  mine: 'Hierin staan alleen de woorden van wie het meenam.',
  ours: 'Hierin staan de woorden van jullie allebei.',
  open: 'Bekijk dit gesprek',
  back: 'Terug naar het bestand',
  another: 'Een ander bestand',
  toStart: 'Naar het begin',
} as const;
