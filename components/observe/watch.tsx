'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
import { useKeptFocus } from '#components/room/use-kept-focus.ts';
import type { ObservedSession } from '#lib/client/observation/observer-snapshot.ts';
import { factsOf } from '#lib/dialogue/facts.ts';
import { Announcement } from './announcement.tsx';
import { Asks } from './asks.tsx';
import { Between } from './between.tsx';
import { Cues } from './cues.tsx';
import { Facts } from './facts.tsx';
import { Head } from './head.tsx';
import { NoteField } from './note-field.tsx';
import { Notices } from './notices.tsx';
import { Now } from './now.tsx';
import { useTicking } from './span.tsx';
import { Talk } from './talk.tsx';
import styles from './watch.module.css';
import { useWatching } from './watching.tsx';

/** The screen of whoever watches: the talk in the middle, the facts beside it, and what she can do. */
export function Watch() {
  const { snapshot } = useWatching();
  const { session } = snapshot;
  useKeptFocus();
  return (
    <main id="content" className={styles.watch}>
      <Head />
      <Notices />
      {session ? <Live session={session} /> : <Between />}
    </main>
  );
}

function Live({ session }: { session: ObservedSession }) {
  const t = useTranslations('observe.live');
  const { exercise, events, state } = session;
  const now = useTicking(state.status !== 'ended');
  const facts = useMemo(() => factsOf(exercise, events, now), [exercise, events, now]);
  return (
    <div className={styles.grid}>
      <Announcement session={session} now={now} />
      <div className={styles.now}>
        <Now session={session} facts={facts} now={now} />
      </div>
      <div className={styles.talk}>
        <Talk session={session} />
      </div>
      <div className={styles.side}>
        <section aria-label={t('tools')} className={styles.tools}>
          <Asks session={session} />
          <Cues session={session} />
        </section>
        <Facts session={session} facts={facts} />
      </div>
      <div className={styles.note}>
        <NoteField session={session} />
      </div>
    </div>
  );
}
