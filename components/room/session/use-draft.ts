'use client';

import { useEffect, useRef, useState } from 'react';
import type { RoomActions } from '#lib/client/room-client.ts';

/** Words that have not been sent, kept on this device. */
export interface Draft {
  text: string;
  /** Whether these words were still here from before a reload. */
  restored: boolean;
  write(text: string): void;
}

/** How long after the last key the other no longer sees that you write. */
const pauseInWriting = 4_000;

/** The draft of a step, read from the device once and kept with every key. */
export function useDraft(room: RoomActions, step: string): Draft {
  const [text, setText] = useState('');
  const [restored, setRestored] = useState(false);
  const touched = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    let over = false;
    void room.readDraft(step).then((kept) => {
      if (over || touched.current || kept === '') return;
      setText(kept);
      setRestored(true);
    });
    return () => {
      over = true;
      if (!touched.current) return;
      clearTimeout(timer.current);
      room.setWriting(false);
    };
  }, [room, step]);

  const write = (next: string) => {
    touched.current = true;
    setText(next);
    room.saveDraft(step, next);
    room.setWriting(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => room.setWriting(false), pauseInWriting);
  };
  return { text, restored, write };
}
