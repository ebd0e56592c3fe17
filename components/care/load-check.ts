'use client';

import { lazy } from 'react';

/** Fetches the check with all it can ever show, so that it asks the network for nothing once it stands. */
export const loadCheck = () => import('./check.tsx');

/** The check, fetched only where it is due. */
export const Check = lazy(async () => ({ default: (await loadCheck()).Check }));
