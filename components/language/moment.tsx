'use client';

import { useSyncExternalStore } from 'react';
import { useFormatter } from 'use-intl/react';
import type { Time } from '#lib/dialogue/id.ts';

const forms = {
  time: { timeStyle: 'short' },
  date: { dateStyle: 'medium' },
  full: { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
} as const;

const never = () => () => {};

/** A moment in the reader's own time zone; blank until the page has woken up, since the server has none. */
export function Moment({ at, form = 'time' }: { at: Time; form?: keyof typeof forms }) {
  const format = useFormatter();
  const awake = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <time dateTime={new Date(at).toISOString()}>
      {awake ? format.dateTime(at, forms[form]) : ' '}
    </time>
  );
}
