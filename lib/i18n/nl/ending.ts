export const ending = {
  completed: 'Jullie hebben allebei verteld en geluisterd',
  completedAbout: 'Het gesprek is af. Blijf gerust nog even bij elkaar zitten.',
  stopped: 'Het gesprek is gestopt',
  stoppedAbout: 'Jullie waren bij: {phase}.',
  halfYou: 'De helft waarin jij vertelt, is er niet meer van gekomen. Dat kan een andere keer.',
  halfThey: 'De helft waarin {name} vertelt, is er niet meer van gekomen. Dat kan een andere keer.',
  keep: {
    heading: 'Bewaren we wat er gezegd is?',
    about:
      'Jullie kiezen elk apart. Alleen als jullie allebei ja zeggen, blijven de woorden, en dan alleen voor jullie twee. Anders verdwijnen ze. Kiest een van jullie niet, dan verdwijnen ze op <time></time>.',
    yes: 'Ja, bewaren',
    no: 'Nee, laat maar gaan',
    waiting: 'Jij koos voor bewaren. {name} kiest nog.',
  },
  kept: {
    heading: 'De woorden zijn bewaard',
    about: 'Jullie kunnen ze samen of alleen herlezen. Elk van jullie kan ze nog altijd wissen.',
    replay: 'Herlees het gesprek',
  },
  gone: {
    heading: 'De woorden zijn weg',
    about: 'Wat er gezegd is, is niet bewaard. Dat jullie gepraat hebben, blijft.',
  },
  destroy: 'Wis alles toch',
  destroySure: 'Ja, wis alles voor jullie allebei',
  destroyBack: 'Toch niet',
  lobby: 'Terug naar jullie kamer',
} as const;
