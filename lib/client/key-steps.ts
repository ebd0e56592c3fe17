import * as v from 'valibot';
import type { RoomId } from '#lib/dialogue/id.ts';
import { type KeyHelp, KeyHelpState } from '#lib/key-help.ts';

/** Why a step led nowhere: no answer came, or there is no seat here for whoever takes it. */
export type NoStep = 'offline' | 'refused';

/** One step at the server, and how it stands after it. */
export type TakeStep = (step: KeyHelp) => Promise<KeyHelpState | NoStep>;

/** Takes steps over HTTP. */
export function stepsOver(
  roomId: RoomId,
  url = '',
  headers: Record<string, string> = {},
): TakeStep {
  return async (step) => {
    try {
      const answer = await fetch(`${url}/api/rooms/${roomId}/help`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(step),
      });
      if (answer.status === 404) return 'refused';
      const state = v.safeParse(KeyHelpState, answer.ok ? await answer.json() : null);
      return state.success ? state.output : 'offline';
    } catch {
      return 'offline';
    }
  };
}
