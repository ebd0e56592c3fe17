import type { Act } from '#lib/dialogue/act.ts';
import type { Couple } from './test.ts';

/** One act of a talk: who, at which step, what, and in which words. */
export interface Line {
  who: keyof Couple;
  step: string;
  act: Act;
  text?: string;
}

function half(speaker: keyof Couple, listener: keyof Couple, tag: string): Line[] {
  const line = (who: keyof Couple, step: string, act: Act, text?: string): Line => ({
    who,
    step,
    act,
    ...(text === undefined ? {} : { text: `${text} (${tag})` }),
  });
  return [
    line(speaker, 'tell', 'send', 'Toen je laat thuiskwam, voelde ik me alleen.'),
    line(listener, 'give-back', 'mirror', 'Je voelde je moe toen ik laat was.'),
    line(speaker, 'landed', 'correct', 'Niet moe, wel alleen.'),
    line(listener, 'give-back', 'mirror', 'Je voelde je alleen toen ik laat was.'),
    line(speaker, 'landed', 'confirm'),
    line(listener, 'invite', 'ask-more'),
    line(speaker, 'more-or-enough', 'add', 'Ik had voor ons twee gekookt.'),
    line(listener, 'give-back', 'mirror', 'Je had voor ons twee gekookt.'),
    line(speaker, 'landed', 'confirm'),
    line(listener, 'invite', 'ask-more'),
    line(speaker, 'more-or-enough', 'finish'),
    line(listener, 'sum-up', 'summarize', 'Je was alleen, en je had gekookt.'),
    line(speaker, 'complete', 'correct', 'En ik had erop gehoopt.'),
    line(listener, 'sum-up', 'summarize', 'Je had gekookt, gehoopt, en je was alleen.'),
    line(speaker, 'complete', 'confirm'),
    line(listener, 'make-sense', 'validate-partly', 'Een deel begrijp ik. Vertel me meer over hoop.'),
    line(speaker, 'tell', 'send', 'Ik hoopte dat we eindelijk eens zouden praten.'),
    line(listener, 'give-back', 'mirror', 'Je hoopte dat we zouden praten.'),
    line(speaker, 'landed', 'confirm'),
    line(listener, 'invite', 'ask-more'),
    line(speaker, 'more-or-enough', 'finish'),
    line(listener, 'sum-up', 'summarize', 'Je hoopte op praten, en je was alleen.'),
    line(speaker, 'complete', 'confirm'),
    line(listener, 'make-sense', 'validate', 'Wat je zegt klopt voor jou, want je had gewacht.'),
    line(speaker, 'sense-landed', 'correct', 'Ook omdat het vaker gebeurt.'),
    line(listener, 'make-sense', 'validate', 'Het klopt, want het gebeurt vaker.'),
    line(speaker, 'sense-landed', 'confirm'),
    line(listener, 'imagine', 'empathize', 'Ik stel me voor dat je je verdrietig voelt.'),
    line(speaker, 'feeling-landed', 'correct', 'Eerder bang dan verdrietig.'),
    line(listener, 'give-back-feeling', 'mirror', 'Je voelt je bang.'),
    line(speaker, 'feeling-landed', 'confirm'),
  ];
}

const rate = (step: string): Line[] => [
  { who: 'an', step, act: 'rate' },
  { who: 'bo', step, act: 'rate' },
];

/** A whole mirror dialogue with every loop of every phase, in both halves. */
export const wholeTalk: readonly Line[] = [
  { who: 'an', step: 'topic', act: 'propose', text: 'Ik wil het hebben over onze avonden.' },
  { who: 'bo', step: 'answer', act: 'accept' },
  ...rate('arrive'),
  { who: 'an', step: 'speaker-intends', act: 'appreciate', text: 'Ik waardeer je geduld.' },
  { who: 'bo', step: 'listener-intends', act: 'appreciate', text: 'Ik waardeer je moed.' },
  ...half('an', 'bo', 'eerste helft'),
  ...rate('halfway'),
  ...half('bo', 'an', 'tweede helft'),
  ...rate('depart'),
  { who: 'an', step: 'speaker-thanks', act: 'thank', text: 'Dank je dat je luisterde.' },
  { who: 'bo', step: 'listener-thanks', act: 'thank', text: 'Dank je dat je het vertelde.' },
];

/** Plays a talk on two devices up to and including this many lines. */
export async function play(couple: Couple, lines: readonly Line[]): Promise<void> {
  for (const { who, step, act, text } of lines) {
    const device = couple[who];
    if (act !== 'rate') {
      await device.write(step, act, text);
      continue;
    }
    await device.rate(who === 'an' ? 7 : 4);
    if (who === 'bo') await Promise.all([couple.an.goOn(), couple.bo.goOn()]);
  }
}
