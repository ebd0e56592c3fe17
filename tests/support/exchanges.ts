import * as v from 'valibot';
import type { SessionId } from '#lib/dialogue/id.ts';
import type { Submission } from '#lib/dialogue/move.ts';
import { MoveReply, MoveRequest } from '#lib/protocol.ts';
import type { Said } from './wiretap.ts';

const Asking = v.tuple([v.literal('move:submit'), MoveRequest]);
const Answering = v.tuple([MoveReply]);

/** A move as it was sent, and what was answered; null when nothing was. */
export interface MoveExchange {
  sessionId: SessionId;
  submission: Submission;
  reply: MoveReply | null;
}

/** Whether this is a move on its way to the server. */
export function isMove({ to, text }: Said): boolean {
  return to === 'server' && /^42\d+\["move:submit"/.test(text);
}

/** Every move that went over the wire, each time it did. */
export function moveExchanges(said: readonly Said[]): MoveExchange[] {
  const answers = new Map<string, MoveReply>();
  for (const one of said) {
    const [, id, json] = /^43(\d+)(.*)$/s.exec(one.text) ?? [];
    if (one.to !== 'client' || json === undefined) continue;
    const answer = v.safeParse(Answering, JSON.parse(json));
    if (answer.success) answers.set(`${one.connection}/${id}`, answer.output[0]);
  }
  return said.filter(isMove).map((one) => {
    const [, id, json = ''] = /^42(\d+)(.*)$/s.exec(one.text) ?? [];
    const [, { sessionId, submission }] = v.parse(Asking, JSON.parse(json));
    return { sessionId, submission, reply: answers.get(`${one.connection}/${id}`) ?? null };
  });
}
