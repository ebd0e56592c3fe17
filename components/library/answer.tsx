'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { useHere } from '#components/room/here.tsx';
import type { Proposal } from '#lib/protocol.ts';
import styles from './answer.module.css';
import { Trouble } from './trouble.tsx';
import { useAsking } from './use-asking.ts';

interface Props {
  proposal: Proposal;
  children?: ReactNode;
}

/** What can be done about the proposal that stands. Other ways to look at it go in between. */
export function Answer({ proposal, children }: Props) {
  const t = useTranslations('library.proposal');
  const { room, you } = useHere();
  const theirs = proposal.by !== you;
  const asking = useAsking();
  const { busy, ask } = asking;
  return (
    <div className={styles.answer}>
      {theirs && (
        <Button
          className="button-primary button-wide"
          off={busy}
          onPress={() => void ask(() => room.openProposed(proposal))}
        >
          {t('accept')}
        </Button>
      )}
      {children}
      <Button
        className="button-wide"
        off={busy}
        onPress={() => void ask(() => room.retract(proposal))}
      >
        {t(theirs ? 'decline' : 'retract')}
      </Button>
      <Trouble asking={asking} />
    </div>
  );
}
