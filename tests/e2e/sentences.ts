import type { Language } from '#lib/i18n/language.ts';

const nl = {
  topic: 'Ik wil het hebben over onze avonden.',
  hope: 'Ik waardeer je geduld.',
  intention: 'Ik waardeer je moed.',
  told: 'Toen je laat thuiskwam, voelde ik me alleen.',
  misheard: 'Je voelde je moe toen ik laat was.',
  meant: 'Niet moe, wel alleen.',
  heard: 'Je voelde je alleen toen ik laat was.',
  more: 'Ik had voor ons twee gekookt.',
  moreHeard: 'Je had voor ons twee gekookt.',
  summaryInPart: 'Je was alleen, en je had gekookt.',
  missing: 'En ik had erop gehoopt.',
  summary: 'Je had gekookt, gehoopt, en je was alleen.',
  inPart: 'Een deel begrijp ik. Vertel me meer over hoop.',
  deeper: 'Ik hoopte dat we eindelijk eens zouden praten.',
  deeperHeard: 'Je hoopte dat we zouden praten.',
  deeperSummary: 'Je hoopte op praten, en je was alleen.',
  sense: 'Wat je zegt klopt voor jou, want je had gewacht.',
  senseMissing: 'Ook omdat het vaker gebeurt.',
  fullSense: 'Het klopt, want het gebeurt vaker.',
  guess: 'Ik stel me voor dat je je verdrietig voelt.',
  otherwise: 'Eerder bang dan verdrietig.',
  feeling: 'Je voelt je bang.',
  thanks: 'Dank je dat je luisterde.',
  thanksToo: 'Dank je dat je het vertelde.',
  secondHalf: 'tweede helft',
} as const;

/** What one of two people may say at some point of a talk. */
export type Sentences = Readonly<Record<keyof typeof nl, string>>;

const en: Sentences = {
  topic: 'I would like to talk about our evenings.',
  hope: 'I value your patience.',
  intention: 'I value your courage.',
  told: 'When you came home late, I felt alone.',
  misheard: 'You felt tired when I was late.',
  meant: 'Not tired, but alone.',
  heard: 'You felt alone when I was late.',
  more: 'I had cooked for the two of us.',
  moreHeard: 'You had cooked for the two of us.',
  summaryInPart: 'You were alone, and you had cooked.',
  missing: 'And I had been hoping.',
  summary: 'You had cooked, you had hoped, and you were alone.',
  inPart: 'Part of it I understand. Tell me more about hope.',
  deeper: 'I hoped that we would talk at last.',
  deeperHeard: 'You hoped that we would talk.',
  deeperSummary: 'You hoped to talk, and you were alone.',
  sense: 'What you say makes sense for you, because you had waited.',
  senseMissing: 'Also because it happens more often.',
  fullSense: 'It makes sense, because it happens more often.',
  guess: 'I imagine that you feel sad.',
  otherwise: 'Afraid, more than sad.',
  feeling: 'You feel afraid.',
  thanks: 'Thank you for listening.',
  thanksToo: 'Thank you for telling me.',
  secondHalf: 'second half',
};

/** The sentences of a talk in each language. */
export const sentences: Readonly<Record<Language, Sentences>> = { nl, en };
