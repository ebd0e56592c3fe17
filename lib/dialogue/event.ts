import * as v from 'valibot';
import { Act, type PlainAct } from './act.ts';
import { CueTo } from './cue.ts';
import { Epoch, firstEpoch } from './epoch.ts';
import { ExerciseRef } from './exercise.ts';
import { Digest, MoveId, ObservationId, Time } from './id.ts';
import { Mode } from './mode.ts';
import { Lens } from './observer.ts';
import { Seat } from './seat.ts';

/** The past tense of every act. */
export const pastOf = {
  propose: 'proposed',
  accept: 'accepted',
  postpone: 'postponed',
  rate: 'rated',
  check: 'checked',
  appreciate: 'appreciated',
  send: 'sent',
  request: 'requested',
  pass: 'passed',
  mirror: 'mirrored',
  confirm: 'confirmed',
  correct: 'corrected',
  'ask-more': 'asked-more',
  ask: 'asked',
  add: 'added',
  answer: 'answered',
  finish: 'finished',
  summarize: 'summarized',
  validate: 'validated',
  'validate-partly': 'validated-partly',
  empathize: 'empathized',
  respond: 'responded',
  receive: 'received',
  grant: 'granted',
  decline: 'declined',
  'invite-advice': 'advice-invited',
  advise: 'advised',
  suggest: 'suggested',
  amend: 'amended',
  agree: 'agreed',
  enough: 'had-enough',
  schedule: 'scheduled',
  thank: 'thanked',
} as const satisfies Record<Act, string>;

export type PastAct = (typeof pastOf)[Act];
type PlainPastAct = (typeof pastOf)[PlainAct];

const plainPast = v.picklist([
  'proposed',
  'accepted',
  'rated',
  'checked',
  'appreciated',
  'sent',
  'requested',
  'passed',
  'mirrored',
  'confirmed',
  'corrected',
  'asked-more',
  'asked',
  'added',
  'answered',
  'finished',
  'summarized',
  'validated',
  'validated-partly',
  'empathized',
  'responded',
  'received',
  'granted',
  'declined',
  'advice-invited',
  'advised',
  'suggested',
  'amended',
  'agreed',
  'had-enough',
  'scheduled',
  'thanked',
] as const satisfies readonly PlainPastAct[]);

/** What happened: the fact alone, without who, when or which words. */
export const Fact = v.variant('type', [
  v.strictObject({ type: v.literal('opened'), exercise: ExerciseRef, mode: Mode }),
  v.strictObject({ type: plainPast }),
  v.strictObject({ type: v.literal('postponed'), until: Time }),
  v.strictObject({ type: v.literal('paused') }),
  v.strictObject({ type: v.literal('timed-out'), until: Time }),
  v.strictObject({ type: v.literal('countered'), until: Time }),
  v.strictObject({ type: v.literal('return-accepted') }),
  v.strictObject({ type: v.literal('resumed') }),
  v.strictObject({ type: v.literal('left') }),
  v.strictObject({ type: v.literal('stopped') }),
  v.strictObject({ type: v.literal('mode-proposed'), mode: Mode }),
  v.strictObject({ type: v.literal('mode-accepted') }),
  v.strictObject({ type: v.literal('mode-declined') }),
  v.strictObject({ type: v.literal('keep-answered'), keep: v.boolean() }),
  v.strictObject({
    type: v.literal('erased'),
    seqs: v.array(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  }),
  v.strictObject({ type: v.literal('destroyed') }),
  v.strictObject({ type: v.literal('lapsed') }),
  v.strictObject({
    type: v.literal('observer-entered'),
    observation: ObservationId,
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
    lens: Lens,
    privateCues: v.boolean(),
  }),
  v.strictObject({ type: v.literal('observer-left'), observation: ObservationId }),
  v.strictObject({ type: v.literal('revoked'), observation: ObservationId }),
  /** The cue itself travels beside it, sealed; it is no part of the chain of words. */
  v.strictObject({ type: v.literal('cued'), to: CueTo }),
  v.strictObject({ type: v.literal('pause-asked') }),
  v.strictObject({ type: v.literal('phase-proposed') }),
  v.strictObject({ type: v.literal('request-declined') }),
]);
export type Fact = v.InferOutput<typeof Fact>;

/** Who caused an event: a seat, the room itself when a term ran out, or whoever watches. */
export const Author = v.union([Seat, v.literal('room'), v.literal('observer')]);
export type Author = v.InferOutput<typeof Author>;

/**
 * One entry of a session's log. `sealed` is null when the event never had words, when they were
 * erased, or when this viewer may not have them (yet); `hash` stays, so that the chain can be checked. A
 * cue is sealed too, but has no `hash`: it is not among the words of the couple.
 * `epoch` tells which of the room's keys opens them; it says nothing where there never were words.
 */
export const DialogueEvent = v.strictObject({
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  moveId: MoveId,
  author: Author,
  at: Time,
  v: v.literal(1),
  fact: Fact,
  sealed: v.nullable(v.string()),
  epoch: v.optional(Epoch, firstEpoch),
  prev: v.nullable(Digest),
  hash: v.nullable(Digest),
});
export type DialogueEvent = v.InferOutput<typeof DialogueEvent>;

const actByPast: ReadonlyMap<string, Act> = new Map(
  Act.options.map((act) => [pastOf[act], act] as const),
);

/** The act behind a fact, or undefined when it was not an act of the exercise. */
export function actOf(fact: Fact): Act | undefined {
  return actByPast.get(fact.type);
}

/** Whether a fact is an act of the exercise. */
export function isActFact(fact: Fact): fact is Extract<Fact, { type: PastAct }> {
  return actByPast.has(fact.type);
}

/** Whether one of the two caused an event. */
export function isSeat(author: Author): author is Seat {
  return author === 'a' || author === 'b';
}
