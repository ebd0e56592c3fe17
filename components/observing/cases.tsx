'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { Dialog } from '#components/dialog/dialog.tsx';
import type { Tended } from '#lib/observation.ts';
import styles from './door.module.css';
import { useDoorHere } from './door-here.tsx';

/** Who may knock again, and the way to part from them. */
export function Cases({ cases }: Pick<Tended, 'cases'>) {
  const t = useTranslations('observing.cases');
  return (
    <section className={styles.section} aria-labelledby="cases">
      <h2 id="cases">{t('heading')}</h2>
      <p>{t('about')}</p>
      <ul className={styles.list}>
        {cases.map((seen) => (
          <li key={seen.id} className={styles.row}>
            <p>
              <strong>{seen.name}</strong>
              <br />
              <span className="small soft">{t(seen.verified ? 'verified' : 'said', seen)}</span>
            </p>
            <PartFrom seen={seen} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PartFrom({ seen: { id, name } }: { seen: Tended['cases'][number] }) {
  const t = useTranslations('observing');
  const { take, keeper, busy, ask } = useDoorHere();
  const [open, setOpen] = useState(false);
  const part = () =>
    ask(async () => {
      await take({ step: 'part', caseId: id });
      setOpen(false);
      return keeper.look();
    });
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {t('cases.part', { name })}
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('cases.ask', { name })}>
        <div className="stack">
          <p>{t('cases.partAbout', { name })}</p>
          <Button className="button-primary button-wide" off={busy} onPress={() => void part()}>
            {t('cases.sure')}
          </Button>
          <button type="button" className="button button-wide" onClick={() => setOpen(false)}>
            {t('notNow')}
          </button>
        </div>
      </Dialog>
    </>
  );
}
