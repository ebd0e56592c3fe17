'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { Dialog } from '#components/dialog/dialog.tsx';
import { useDeskHere } from '../desk-here.tsx';
import { TroubleOnDesk } from '../desk-trouble.tsx';
import { Part } from '../part.tsx';
import type { CaseHere } from '../spread.ts';
import { useDeskWork } from '../use-desk-work.ts';
import styles from './case.module.css';

/** Ending with a couple: says what goes and what stays, and asks once more. */
export function Ending({ one: { id } }: { one: CaseHere }) {
  const t = useTranslations('desk.end');
  const common = useTranslations('desk');
  const { change } = useDeskHere();
  const work = useDeskWork();
  const [open, setOpen] = useState(false);
  const end = () => work.run(() => change({ change: 'end-case', caseId: id }));
  return (
    <Part title={t('heading')} about={t('about')}>
      <p>
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {t('open')}
        </button>
      </p>
      <Dialog open={open} title={t('title')} onClose={() => setOpen(false)}>
        <dl className={styles.list}>
          <dt>{t('goes')}</dt>
          <dd>{t('goesList')}</dd>
          <dt>{t('stays')}</dt>
          <dd>{t('staysList')}</dd>
        </dl>
        <p className="soft small">{t('watching')}</p>
        <TroubleOnDesk trouble={work.trouble} />
        <Button className="button-primary button-wide" off={work.busy} onPress={() => void end()}>
          {t(work.busy ? 'busy' : 'sure')}
        </Button>
        <Button className="button-quiet button-wide" off={work.busy} onPress={() => setOpen(false)}>
          {common('notNow')}
        </Button>
      </Dialog>
    </Part>
  );
}
