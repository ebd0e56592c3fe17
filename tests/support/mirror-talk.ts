import type { Seat } from '#lib/dialogue/seat.ts';
import type { Played } from './scenario.ts';

/** Seat a opens; both agree, rate how they arrive and appreciate. Next: a sends. */
export const upToSend: readonly Played[] = [
  ['a', 'propose'],
  ['b', 'accept'],
  ['a', 'rate'],
  ['b', 'rate'],
  ['a', 'appreciate'],
  ['b', 'appreciate'],
];

/** One half, from sending to the feeling that landed, without a single correction. */
export function half(speaker: Seat): readonly Played[] {
  const listener = speaker === 'a' ? 'b' : 'a';
  return [
    [speaker, 'send'],
    [listener, 'mirror'],
    [speaker, 'confirm'],
    [listener, 'ask-more'],
    [speaker, 'finish'],
    [listener, 'summarize'],
    [speaker, 'confirm'],
    [listener, 'validate'],
    [speaker, 'confirm'],
    [listener, 'empathize'],
    [speaker, 'confirm'],
  ];
}

/** The opener was heard to the end. Next: both rate, half-way. */
export const upToSwitch: readonly Played[] = [...upToSend, ...half('a')];

/** Next: the other seat sends. */
export const upToSecondHalf: readonly Played[] = [...upToSwitch, ['a', 'rate'], ['b', 'rate']];

/** Both were heard. Next: both rate, and thank each other. */
export const upToClosing: readonly Played[] = [...upToSecondHalf, ...half('b')];

/** One move before the end: the other seat's thanks. */
export const upToLastThanks: readonly Played[] = [
  ...upToClosing,
  ['a', 'rate'],
  ['b', 'rate'],
  ['a', 'thank'],
];

export const wholeTalk: readonly Played[] = [...upToLastThanks, ['b', 'thank']];
