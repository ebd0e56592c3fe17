'use client';

import { createContext, type ReactNode, use, useState } from 'react';
import type { ArchiveRefusal, Recording } from '#lib/client/archive.ts';
import type { Result } from '#lib/dialogue/result.ts';
import { useReplaying } from '../replaying.tsx';
import { type HandedIn, handIn } from './hand-in.ts';
import type { MoveOverWords } from './has-happened.ts';

export interface Rights {
  busy: boolean;
  /** Why the last move is not done; null when it is, or when none was made. */
  trouble: Exclude<HandedIn, { status: 'done' }> | null;
  /** Hands a move in; true when it is done. The replay then shows what is left. */
  submit(move: MoveOverWords): Promise<boolean>;
  forgetTrouble(): void;
}

const RightsContext = createContext<Rights | null>(null);

/** What this person can do with the words. Throws outside of a replay. */
export function useRights(): Rights {
  const rights = use(RightsContext);
  if (!rights) throw new Error('No rights around this component');
  return rights;
}

interface Props {
  /** Called with the session as it was read back after a move. */
  onRead(now: Result<Recording, ArchiveRefusal>): void;
  /** Called when a move is done. */
  onDone(move: MoveOverWords): void;
  children: ReactNode;
}

/** Carries moves over the words to the server, one at a time. */
export function RightsProvider({ onRead, onDone, children }: Props) {
  const { roomId, sessionId } = useReplaying().recording;
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Rights['trouble']>(null);

  const submit = async (move: MoveOverWords) => {
    if (busy) return false;
    setBusy(true);
    setTrouble(null);
    const handed = await handIn(roomId, sessionId, move);
    setBusy(false);
    if (handed.status !== 'done') setTrouble(handed);
    if (handed.status === 'done') {
      onDone(move);
      // Words that are gone must go from the screen too, whether or not they could be read again.
      onRead(handed.now);
    } else if (handed.status === 'unchanged' && handed.now?.ok) {
      onRead(handed.now);
    }
    return handed.status === 'done';
  };
  return (
    <RightsContext value={{ busy, trouble, submit, forgetTrouble: () => setTrouble(null) }}>
      {children}
    </RightsContext>
  );
}
