import type { ObservedSession } from '#lib/client/observation/observer-snapshot.ts';
import type { Lens } from '#lib/dialogue/observer.ts';
import type { LineContent, TranscriptLine } from '#lib/dialogue/transcript.ts';
import type { Words } from '#lib/dialogue/words.ts';
import { isFor } from './within.ts';

type Lines = readonly TranscriptLine[];

/** Words that are not to be read here, for whatever reason. */
const hidden = { kind: 'hidden' } as const;

/** A line as a reader sees it. */
type Shown = Omit<TranscriptLine, 'content'> & { content: Words | typeof hidden };

/** A cue is opened after its line is shown; a visit looks at cues by itself. */
function shown(content: LineContent): Words | typeof hidden {
  switch (content.kind) {
    case 'gap':
    case 'withheld':
    case 'unseen':
    case 'cue':
    case 'none':
      return hidden;
    default:
      return content;
  }
}

/** Somebody whose screen shows lines, and who tells when it changes. */
export interface Screen {
  watch(watcher: () => void): () => void;
  readonly snapshot: {
    session: { seq: number; lines: Lines; keys?: ObservedSession['keys'] } | null;
  };
}

/** What somebody saw when each event was the last one they had. */
export class Seen {
  readonly #at = new Map<number, Lines>();
  readonly #stop: () => void;

  /** Looks along from now on. */
  constructor(screen: Screen) {
    const look = () => {
      const { session } = screen.snapshot;
      if (!session || this.#at.has(session.seq)) return;
      // An observer cannot read yet what she was given no key of.
      if (session.keys === undefined || session.keys === 'held') {
        this.#at.set(session.seq, session.lines);
      }
    };
    this.#stop = screen.watch(look);
    look();
  }

  /** The last events that this screen stood at, each with what it then showed. */
  get moments(): ReadonlyMap<number, Lines> {
    return this.#at;
  }

  close(): void {
    this.#stop();
  }
}

/**
 * At how many moments an observer can be held against both partners, and in how many lines she saw something
 * else than they did within her lens.
 */
export function differencesIn(
  lens: Lens,
  observer: Seen,
  [a, b]: readonly [Seen, Seen],
): { moments: number; differences: number } {
  const found = { moments: 0, differences: 0 };
  for (const [seq, lines] of observer.moments) {
    const [ofA, ofB] = [a.moments.get(seq), b.moments.get(seq)];
    if (!ofA || !ofB) continue;
    const [expected, hers] = [
      ofA.map((line, index) => JSON.stringify(through(lens, line, ofB[index]))),
      lines.map((line) => JSON.stringify({ ...line, content: shown(line.content) })),
    ];
    found.moments += 1;
    found.differences +=
      Math.abs(hers.length - expected.length) +
      expected.filter((line, index) => line !== hers[index]).length;
  }
  return found;
}

/** What of a line is for an observer: what both partners see of it, as far as her lens goes. */
function through(lens: Lens, line: TranscriptLine, other?: TranscriptLine): Shown {
  const content = shown(line.content);
  const both = JSON.stringify(content) === JSON.stringify(other && shown(other.content));
  const hers = both && content.kind !== 'hidden' && isFor(lens, content.kind);
  return { ...line, content: hers ? content : hidden };
}
