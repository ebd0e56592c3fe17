'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { useHere } from '#components/room/here.tsx';
import styles from './answer.module.css';
import { Trouble } from './trouble.tsx';
import { useAsking } from './use-asking.ts';

interface Props {
  /** Whether it is the other's proposal, which can be accepted. */
  theirs: boolean;
  children?: ReactNode;
}

/** What can be done about the proposal that stands. Other ways to look at it go in between. */
export function Answer({ theirs, children }: Props) {
  const t = useTranslations('library.proposal');
  const { room } = useHere();
  const asking = useAsking();
  const { busy, ask } = asking;
  return (
    <div className={styles.answer}>
      {theirs && (
        <Button
          className="button-primary button-wide"
          off={busy}
          onPress={() => void ask(() => room.openProposed())}
        >
          {t('accept')}
        </Button>
      )}
      {children}
      <Button className="button-wide" off={busy} onPress={() => void ask(() => room.retract())}>
        {t(theirs ? 'decline' : 'retract')}
      </Button>
      <Trouble asking={asking} />
    </div>
  );
}
