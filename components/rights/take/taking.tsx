'use client';

import { useId, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { Choice } from '../choice.tsx';
import { Part } from '../part.tsx';
import { useRightsHere } from '../rights-of.tsx';
import { useTalkName } from '../use-talk-name.ts';
import { Agreement } from './agreement.tsx';
import { Paper } from './paper.tsx';
import { type Form, useTake } from './use-take.ts';

/** Taking kept talks along as a file, or on paper. Everything happens on the device. */
export function Taking() {
  const t = useTranslations('rights.take');
  const common = useTranslations('rights');
  const { past, rights, partner, nameOf } = useRightsHere();
  const talkName = useTalkName();
  const which = useId();
  const { taking, take, title, again } = useTake();
  const [chosen, setChosen] = useState('all');
  const [whose, setWhose] = useState<'mine' | 'ours'>('mine');
  const [form, setForm] = useState<Form>('json');

  const kept = past.filter(({ words }) => words === 'kept');
  const sessions = kept.filter(({ sessionId }) => chosen === 'all' || chosen === sessionId);
  const agreed = rights.agreed.a !== null && rights.agreed.b !== null;
  const off = taking.at === 'busy' || (whose === 'ours' && !agreed) || sessions.length === 0;
  if (taking.at === 'paper') return <Paper title={title} talks={taking.talks} onClose={again} />;
  return (
    <Part heading={t('heading')}>
      <p>{t('about')}</p>
      {kept.length === 0 && <p className="soft">{t('none')}</p>}
      {kept.length > 0 && rights.key === 'missing' && <p>{t('key')}</p>}
      {kept.length > 0 && rights.key === 'present' && (
        <>
          <div className="field">
            <label htmlFor={which}>{t('which')}</label>
            <select
              id={which}
              className="input"
              value={chosen}
              onChange={({ target }) => setChosen(target.value)}
            >
              <option value="all">{t('all')}</option>
              {kept.map((session) => (
                <option key={session.sessionId} value={session.sessionId}>
                  {talkName(session)}
                </option>
              ))}
            </select>
          </div>
          <Choice
            legend={t('whose')}
            value={whose}
            options={[
              { value: 'mine', label: t('mine'), about: t('mineAbout', { name: nameOf(partner) }) },
              { value: 'ours', label: t('ours'), about: t('oursAbout') },
            ]}
            onChoose={setWhose}
          />
          {whose === 'ours' && <Agreement />}
          <Choice
            legend={t('form')}
            value={form}
            options={[
              { value: 'json', label: t('json') },
              { value: 'csv', label: t('csv') },
              { value: 'markdown', label: t('markdown') },
              { value: 'paper', label: t('paper') },
            ]}
            onChoose={setForm}
          />
          <p>{t('law')}</p>
          <p className="soft">{t('noted')}</p>
          <div role="status">
            {taking.at === 'busy' && <p className="soft">{common('busy')}</p>}
            {taking.at === 'done' && <p>{t('done')}</p>}
            {taking.at === 'refused' && <p className="alert">{t('refused')}</p>}
            {taking.at === 'trouble' && <p className="alert">{common('failed')}</p>}
          </div>
          <Button
            className="button-primary button-wide"
            off={off}
            onPress={() => void take(sessions, whose, form)}
          >
            {t(form === 'paper' ? 'show' : 'make')}
          </Button>
        </>
      )}
    </Part>
  );
}
