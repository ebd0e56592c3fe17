import * as v from 'valibot';
import { DialogueEvent } from './event.ts';

const Versioned = v.object({ v: v.pipe(v.number(), v.safeInteger()) });

/**
 * Brings a stored event of any version into today's shape: each older version gets a case that leads
 * to the next. Throws on a version or a shape that no release ever wrote, which is a broken log.
 */
export function upcast(stored: unknown): DialogueEvent {
  const { v: version } = v.parse(Versioned, stored);
  switch (version) {
    case 1:
      return v.parse(DialogueEvent, stored);
    default:
      throw new Error(`An event of version ${version}, which this release does not know`);
  }
}
