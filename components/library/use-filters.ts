'use client';

import { useState } from 'react';
import type { Card } from '#lib/exercises/catalogue.ts';
import type { Mood } from '#lib/exercises/exercise-file.ts';

/** What the couple chooses by. Null is no matter. */
export interface Filters {
  minutes: number | null;
  mood: Mood | null;
  /** Whether a long list is shown whole. */
  whole: boolean;
}

export const noFilters: Filters = { minutes: null, mood: null, whole: false };

/** Survives what comes in between, such as a session; gone with the page. */
let remembered = noFilters;

/** The filters, as they were when the library was last on this page. */
export function useFilters(): [Filters, (change: Partial<Filters>) => void] {
  const [filters, setFilters] = useState(remembered);
  const change = (changed: Partial<Filters>) => {
    remembered = { ...filters, ...changed };
    setFilters(remembered);
  };
  return [filters, change];
}

/** The cards that pass, the shortest first. */
export function passing(cards: readonly Card[], { minutes, mood }: Filters): readonly Card[] {
  return cards
    .filter((card) => minutes === null || card.minutes <= minutes)
    .filter((card) => mood === null || card.mood === mood)
    .sort((one, other) => one.minutes - other.minutes);
}
