'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Dialog } from '#components/dialog/dialog.tsx';
import { Moment } from '#components/language/moment.tsx';
import { knowsPasskeys, removePasskey } from '#lib/client/account/passkey.ts';
import { AskTwice } from '../ask-twice.tsx';
import { BackupCodes } from '../backup-codes.tsx';
import { FreshDialog } from '../fresh-form.tsx';
import { TroubleNote } from '../trouble-note.tsx';
import { useFresh } from '../use-fresh.ts';
import { AddPasskey } from './add-passkey.tsx';
import { Row, Section } from './section.tsx';
import type { OfOverview } from './use-overview.ts';

/** Passkeys: adding one, naming it, taking one away. */
export function Passkeys({ overview, onChanged }: OfOverview) {
  const t = useTranslations('account.passkeys');
  const backup = useTranslations('account.backup');
  const fresh = useFresh();
  const { work } = fresh;
  const [known, setKnown] = useState(true);
  const [adding, setAdding] = useState(false);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => setKnown(knowsPasskeys()), []);

  const added = (shown: readonly string[]) => {
    setAdding(false);
    setCodes(shown);
    setSaid(t('added'));
    onChanged();
  };
  const remove = async (id: string) => {
    setSaid(null);
    await fresh.run(
      (given) => removePasskey(id, given),
      () => {
        setSaid(t('removed'));
        onChanged();
      },
    );
  };
  return (
    <Section title={t('heading')} about={t('about')} said={said}>
      {overview.passkeys.length === 0 && <p className="soft">{t('none')}</p>}
      {overview.passkeys.map(({ id, name, usedAt }) => (
        <Row
          key={id}
          what={name}
          about={
            usedAt === null
              ? t('unused')
              : t.rich('used', { when: () => <Moment at={usedAt} form="date" /> })
          }
        >
          <AskTwice
            label={t('remove')}
            about={t('removeThis', { name })}
            sure={t('sure')}
            busy={work.busy}
            onSure={() => void remove(id)}
          />
        </Row>
      ))}
      <TroubleNote trouble={work.trouble} />
      <FreshDialog overview={overview} fresh={fresh} />
      {known ? (
        <button type="button" className="button" onClick={() => setAdding(true)}>
          {t('add')}
        </button>
      ) : (
        <p className="soft">{t('unknown')}</p>
      )}
      <Dialog open={adding} title={t('addHeading')} onClose={() => setAdding(false)}>
        <AddPasskey overview={overview} onDone={added} />
      </Dialog>
      <Dialog open={codes.length > 0} title={backup('heading')} onClose={() => setCodes([])}>
        <BackupCodes codes={codes} onKept={() => setCodes([])} />
      </Dialog>
    </Section>
  );
}
