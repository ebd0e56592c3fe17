import * as v from 'valibot';
import { JoinReply } from '#lib/protocol.ts';
import type { Guest } from '../../scripts/drive/guest.ts';
import { handshakeFor, type Introduction, type RawClient } from './raw-client.ts';

/** What this guest's browser shows to the server at this address. */
export function introductionOf({ cookie, roomId }: Guest, origin: string): Introduction {
  return { cookie, origin, auth: handshakeFor(roomId) };
}

/** Joins a session from its beginning: the seqs in each page, until there are no more. */
export async function joinPages(client: RawClient, sessionId: string): Promise<number[][]> {
  const pages: number[][] = [];
  for (;;) {
    const after = pages.flat().at(-1) ?? 0;
    const reply = v.parse(JoinReply, await client.ask('session:join', { sessionId, after }));
    if (!reply.ok) throw new Error(`Not joined: ${reply.reason}`);
    pages.push(reply.events.map(({ seq }) => seq));
    if ((pages.flat().at(-1) ?? 0) >= reply.head) return pages;
  }
}
