'use client';

import { useEffect, useState } from 'react';
import * as v from 'valibot';
import type { RoomActions } from '#lib/client/room-client.ts';
import { Words } from '#lib/dialogue/words.ts';

interface KeptRatings {
  ratings: readonly number[];
  /** The question that is asked now, from 0. */
  at: number;
  keep(ratings: readonly number[], at: number): void;
}

/** The numbers given so far, kept sealed on this device as a draft is, until they are handed in. */
export function useKeptRatings(room: RoomActions, step: string, questions: number): KeptRatings {
  const [kept, setKept] = useState<{ ratings: readonly number[]; at: number }>({
    ratings: [],
    at: 0,
  });

  useEffect(() => {
    let over = false;
    void room.readDraft(step).then((text) => {
      const ratings = readRatings(text);
      if (over || ratings.length === 0) return;
      setKept((now) =>
        now.ratings.length > 0 ? now : { ratings, at: Math.min(ratings.length, questions - 1) },
      );
    });
    return () => {
      over = true;
    };
  }, [room, step, questions]);

  const keep = (ratings: readonly number[], at: number) => {
    setKept({ ratings, at });
    room.saveDraft(step, JSON.stringify({ kind: 'ratings', ratings }));
  };
  return { ...kept, keep };
}

function readRatings(text: string): readonly number[] {
  const words = v.safeParse(v.pipe(v.string(), v.parseJson(), Words), text);
  return words.success && words.output.kind === 'ratings' ? words.output.ratings : [];
}
