'use client';

import { lazy } from 'react';

const detail = () => import('./detail.tsx');

/** The detail of an exercise, fetched when one is opened. */
export const Detail = lazy(async () => ({ default: (await detail()).Detail }));

/** Fetches it ahead, for where there will be no network. */
export async function fetchDetail(): Promise<void> {
  await detail();
}
