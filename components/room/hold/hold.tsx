'use client';

import { useTranslations } from 'use-intl/react';
import { Ripple } from '#components/ripple/ripple.tsx';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import type { Hold as HoldState } from '#lib/dialogue/state.ts';
import { useHere } from '../here.tsx';
import { Prompt } from '../session/prompt.tsx';
import { SoFar } from '../session/so-far.tsx';
import styles from './hold.module.css';
import { Resume } from './resume.tsx';
import { TimeOut } from './time-out.tsx';

/** Both sides stand still: a breather, somebody who went away for a bit, or a time-out. */
export function Hold({ hold, session }: { hold: HoldState; session: SessionSnapshot }) {
  const t = useTranslations('hold');
  const { you, partnerName: name } = useHere();
  if (hold.kind === 'time-out') return <TimeOut hold={hold} session={session} />;
  return (
    <section className={styles.hold}>
      <div className={styles.ripple}>
        <Ripple breathing={hold.kind === 'pause'} />
      </div>
      <Prompt asked>{t(`${hold.kind}.heading`)}</Prompt>
      <p>{hold.by === you ? t(`${hold.kind}.you`) : t(`${hold.kind}.they`, { name })}</p>
      <p className="soft">{t(`${hold.kind}.about`)}</p>
      <Resume hold={hold} session={session} />
      <SoFar session={session} />
    </section>
  );
}
