import * as z from 'zod/mini';
import { Act, type PlainAct } from './act.ts';
import { ExerciseRef } from './exercise.ts';
import { Digest, MoveId, Time } from './id.ts';
import { Mode } from './mode.ts';
import { Seat } from './seat.ts';

/** The past tense of every act. */
export const pastOf = {
  propose: 'proposed',
  accept: 'accepted',
  postpone: 'postponed',
  rate: 'rated',
  appreciate: 'appreciated',
  send: 'sent',
  mirror: 'mirrored',
  confirm: 'confirmed',
  correct: 'corrected',
  'ask-more': 'asked-more',
  add: 'added',
  finish: 'finished',
  summarize: 'summarized',
  validate: 'validated',
  'validate-partly': 'validated-partly',
  empathize: 'empathized',
  thank: 'thanked',
} as const satisfies Record<Act, string>;

export type PastAct = (typeof pastOf)[Act];
type PlainPastAct = (typeof pastOf)[PlainAct];

const plainPast = z.enum([
  'proposed',
  'accepted',
  'rated',
  'appreciated',
  'sent',
  'mirrored',
  'confirmed',
  'corrected',
  'asked-more',
  'added',
  'finished',
  'summarized',
  'validated',
  'validated-partly',
  'empathized',
  'thanked',
] as const satisfies readonly PlainPastAct[]);

/** What happened: the fact alone, without who, when or which words. */
export const Fact = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('opened'), exercise: ExerciseRef, mode: Mode }),
  z.strictObject({ type: plainPast }),
  z.strictObject({ type: z.literal('postponed'), until: Time }),
  z.strictObject({ type: z.literal('paused') }),
  z.strictObject({ type: z.literal('timed-out'), until: Time }),
  z.strictObject({ type: z.literal('countered'), until: Time }),
  z.strictObject({ type: z.literal('return-accepted') }),
  z.strictObject({ type: z.literal('resumed') }),
  z.strictObject({ type: z.literal('left') }),
  z.strictObject({ type: z.literal('stopped') }),
  z.strictObject({ type: z.literal('mode-proposed'), mode: Mode }),
  z.strictObject({ type: z.literal('mode-accepted') }),
  z.strictObject({ type: z.literal('mode-declined') }),
  z.strictObject({ type: z.literal('keep-answered'), keep: z.boolean() }),
  z.strictObject({ type: z.literal('erased'), seqs: z.array(z.int().check(z.positive())) }),
  z.strictObject({ type: z.literal('destroyed') }),
  z.strictObject({ type: z.literal('lapsed') }),
]);
export type Fact = z.infer<typeof Fact>;
export type FactType = Fact['type'];

/** Who caused an event: a seat, or the room itself when a term ran out. */
export const Author = z.union([Seat, z.literal('room')]);
export type Author = z.infer<typeof Author>;

/**
 * One entry of a session's log. `sealed` is null when the event never had words, when they were
 * erased, or when this viewer may not have them yet; `hash` stays, so that the chain can be checked.
 */
export const DialogueEvent = z.strictObject({
  seq: z.int().check(z.positive()),
  moveId: MoveId,
  author: Author,
  at: Time,
  v: z.literal(1),
  fact: Fact,
  sealed: z.nullable(z.string()),
  prev: z.nullable(Digest),
  hash: z.nullable(Digest),
});
export type DialogueEvent = z.infer<typeof DialogueEvent>;

const actByPast: ReadonlyMap<string, Act> = new Map(
  Act.options.map((act) => [pastOf[act], act] as const),
);

/** The act behind a fact, or undefined when it was not an act of the exercise. */
export function actOf(fact: Fact): Act | undefined {
  return actByPast.get(fact.type);
}
