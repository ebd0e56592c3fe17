import * as z from 'zod/mini';
import { DialogueEvent } from './event.ts';

const Versioned = z.object({ v: z.int() });

/**
 * Brings a stored event of any version into today's shape: each older version gets a case that leads
 * to the next. Throws on a version or a shape that no release ever wrote, which is a broken log.
 */
export function upcast(stored: unknown): DialogueEvent {
  const { v } = Versioned.parse(stored);
  switch (v) {
    case 1:
      return DialogueEvent.parse(stored);
    default:
      throw new Error(`An event of version ${v}, which this release does not know`);
  }
}
