'use client';

import { useEffect, useMemo, useState } from 'react';
import * as v from 'valibot';
import { type ChangeRefusal, keepOnDesk } from '#lib/client/desk.ts';
import { Drafts } from '#lib/client/drafts.ts';
import type { CaseId } from '#lib/observation.ts';
import { browserSafe } from '#lib/vault/browser-safe.ts';
import { longestNote, Note } from '#lib/vault/desk-item.ts';
import { keptDeskKey } from '#lib/vault/desk-key.ts';

/** What a note is about: the event at which she began to write it. */
export type Anchor = Pick<Note, 'observation' | 'seq' | 'phase' | 'at'>;

/** A note that is not on her desk yet. */
const Draft = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ ...v.omit(Note, ['kind', 'caseId']).entries, text: v.string() }),
);
type Draft = v.InferOutput<typeof Draft>;

export type Keeping = 'resting' | 'saving' | 'saved' | 'failed' | 'full' | 'locked' | 'long';

/**
 * The note that she is writing about a couple. Every letter is on the device, so that it outlives a reload and the
 * end of the watching; from there it goes to her desk, sealed.
 */
export function useNote(caseId: CaseId) {
  const drafts = useMemo(() => new Drafts(browserSafe(), `draft:note:${caseId}:`), [caseId]);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [keeping, setKeeping] = useState<Keeping>('resting');

  useEffect(() => {
    let left = false;
    drafts.read('note').then((kept) => {
      const read = v.safeParse(Draft, kept);
      // What was typed while this was read counts.
      if (!left && read.success) setDraft((typed) => typed ?? read.output);
    });
    return () => {
      left = true;
    };
  }, [drafts]);

  const put = (next: Draft | null) => {
    setDraft(next);
    drafts.save('note', next ? JSON.stringify(next) : '');
  };
  const write = (text: string, anchor: Anchor) => {
    setKeeping('resting');
    put(text === '' ? null : { ...(draft ?? anchor), text });
  };
  const save = async () => {
    if (!draft || keeping === 'saving' || draft.text.trim() === '') return;
    if (draft.text.length > longestNote) return setKeeping('long');
    setKeeping('saving');
    const kept = await keep({ kind: 'note', caseId, ...draft }).catch(() => 'no-answer' as const);
    if (kept === null) put(null);
    setKeeping(standings[kept ?? 'kept']);
  };
  return { draft, keeping, write, save };
}

async function keep(note: Note): Promise<ChangeRefusal | 'too-long' | 'locked' | null> {
  // Read anew each time: the desk may have been opened in another tab.
  const key = await keptDeskKey(browserSafe());
  if (!key) return 'locked';
  const kept = await keepOnDesk(key, note);
  return kept.ok ? null : kept.reason;
}

const standings = {
  kept: 'saved',
  locked: 'locked',
  'too-long': 'long',
  full: 'full',
  'not-found': 'failed',
  'unknown-exercise': 'failed',
  'no-answer': 'failed',
  refused: 'failed',
} as const satisfies Record<ChangeRefusal | 'too-long' | 'locked' | 'kept', Keeping>;
