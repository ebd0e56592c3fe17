import type { ExerciseTexts } from '../texts.ts';
import { frame } from './nl-frame.ts';
import { half } from './nl-half.ts';

/** Het Spiegelgesprek, zoals het in Vlaanderen gesproken wordt. */
export const nl: ExerciseTexts = {
  name: 'Spiegelgesprek',
  purpose:
    'Een van jullie vertelt, de ander geeft terug wat er gehoord is. Klopt het, dan gaan jullie verder. Halverwege wisselen jullie, en eens worden hoeft niet.',
  phases: {
    appointment: { name: 'Afspraak', about: 'Eén onderwerp, op een moment dat voor allebei past.' },
    arrival: { name: 'Aankomen', about: 'Even voelen hoe je hier zit, elk voor jezelf.' },
    safety: { name: 'Goede grond', about: 'Eerst zeggen wat je hoopt en wat je waardeert.' },
    send: { name: 'Vertellen', about: 'Een van jullie vertelt: kort, en over zichzelf.' },
    mirror: { name: 'Spiegelen', about: 'De ander geeft terug wat er gehoord is, tot het klopt.' },
    more: { name: 'Nog iets?', about: 'Wie luistert, vraagt of er nog meer is.' },
    summary: { name: 'Samenvatten', about: 'Het hele verhaal nog eens, in het kort.' },
    validation: { name: 'Erkennen', about: 'Zeggen wat je begrijpt, ook als je het anders ziet.' },
    empathy: { name: 'Inleven', about: 'Je voorstellen hoe het voor de ander voelt.' },
    switch: { name: 'Wisselen', about: 'Even uitademen, en dan wisselen jullie van rol.' },
    closing: { name: 'Afronden', about: 'Voelen hoe je er nu bij zit, en elkaar bedanken.' },
  },
  steps: { ...frame, ...half },
};
