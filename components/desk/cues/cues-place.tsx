'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import type { Cue } from '#lib/dialogue/cue.ts';
import { DeskFrame } from '../desk-frame.tsx';
import { useDeskHere } from '../desk-here.tsx';
import { TroubleOnDesk } from '../desk-trouble.tsx';
import { useDeskWork } from '../use-desk-work.ts';
import { drafted, mostCues, moved, readyCues, sameCues, withReady } from './cue-draft.ts';
import { CueRow } from './cue-row.tsx';
import styles from './cues.module.css';
import { OwnCue } from './own-cue.tsx';
import { useSentence } from './use-sentence.ts';

/** Her own list of cues: what, and in what order. */
export function CuesPlace({ arrived }: { arrived: boolean }) {
  const t = useTranslations('desk.cues');
  const sentence = useSentence();
  const { cues: kept, keep } = useDeskHere();
  const work = useDeskWork();
  const saved = kept?.cues ?? readyCues;
  const [list, setList] = useState(() => saved.map(drafted));
  const [told, setTold] = useState('');
  const cues = list.map(({ cue }) => cue);
  const changed = !sameCues(cues, saved);
  const full = list.length >= mostCues;
  const lacking = withReady(list).length > list.length;

  const change = (next: typeof list, said: string) => {
    work.say(null);
    setList(next);
    setTold(said);
  };
  const move = (key: number, by: -1 | 1) => {
    const next = [...moved(list, key, by)];
    const place = next.findIndex((one) => one.key === key);
    const cue = sentence(next[place]?.cue);
    change(next, t('place', { cue, place: String(place + 1), total: String(next.length) }));
  };
  const replace = (key: number, cue: Cue) =>
    change(
      list.map((one) => (one.key === key ? { key, cue } : one)),
      '',
    );
  const save = async () => {
    setTold('');
    await work.run(() => keep({ kind: 'cues', cues }, kept?.id), t('saved'));
  };
  return (
    <DeskFrame back title={t('heading')} arrived={arrived}>
      <div className={`stack ${styles.place}`}>
        <p>{t('about')}</p>
        {list.length === 0 ? (
          <p className="soft">{t('empty')}</p>
        ) : (
          <ol className={styles.list} aria-label={t('listed')}>
            {list.map(({ key, cue }, index) => (
              <CueRow
                key={key}
                cue={cue}
                first={index === 0}
                last={index === list.length - 1}
                onMove={(by) => move(key, by)}
                onReplace={(next) => replace(key, next)}
                onRemove={() =>
                  change(
                    list.filter((one) => one.key !== key),
                    t('gone', { cue: sentence(cue) }),
                  )
                }
              />
            ))}
          </ol>
        )}
        <p role="status" className="visually-hidden">
          {told}
        </p>
        {full ? (
          <p className="soft small">{t('full')}</p>
        ) : (
          <OwnCue
            label={t('own')}
            button={t('add')}
            onDone={(text) => change([...list, drafted({ kind: 'own', text })], '')}
          />
        )}
        {lacking && (
          <p>
            <button
              type="button"
              className="button button-quiet small"
              onClick={() => change([...withReady(list)], t('readySaid'))}
            >
              {t('ready')}
            </button>
          </p>
        )}
        <TroubleOnDesk trouble={work.trouble} />
        <p role="status" className={work.said && !changed ? 'card small' : 'soft small'}>
          {changed ? t('unsaved') : work.said}
        </p>
        <p>
          <Button
            className={changed ? 'button-primary' : ''}
            off={work.busy || !changed}
            onPress={() => void save()}
          >
            {t(work.busy ? 'saving' : 'save')}
          </Button>
        </p>
      </div>
    </DeskFrame>
  );
}
