'use client';

import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import type { ObservedSession } from '#lib/client/observation/observer-snapshot.ts';
import type { Cue, CueTo } from '#lib/dialogue/cue.ts';
import { CueAnswer } from './cue-answer.tsx';
import { CueReach } from './cue-reach.tsx';
import { useCueWords } from './cue-words.ts';
import styles from './cues.module.css';
import { useCueList } from './use-cue-list.ts';
import { useWatching } from './watching.tsx';

/** The most characters of a cue in her own words, as the wire has it. */
const longest = 80;

/** Her cues, each one press away; below them whether it came across. */
export function Cues({ session }: { session: ObservedSession }) {
  const t = useTranslations('observe.cues');
  const words = useCueWords();
  const { view, actions } = useWatching();
  const list = useCueList();
  const id = useId();
  const [to, setTo] = useState<CueTo>('both');
  const [own, setOwn] = useState('');
  const [noKey, setNoKey] = useState(false);
  const runs = session.state.status === 'running' && session.keys === 'held';
  const under = session.pending.some(({ act }) => act.type === 'cue');
  const off = !runs || under;

  const give = async (cue: Cue) => {
    const refused = await actions.cue(cue, view.privateCues ? to : 'both');
    setNoKey(refused === 'no-key');
    return refused === null;
  };
  const giveOwn = async (event: FormEvent) => {
    event.preventDefault();
    const text = own.trim();
    if (off || text === '') return;
    if (await give({ kind: 'own', text })) setOwn('');
  };
  return (
    <section aria-labelledby="cues" className={styles.part}>
      <h2 id="cues">{t('heading')}</h2>
      <CueAnswer session={session} noKey={noKey} />
      <CueReach to={to} onTo={setTo} />
      <ul className={styles.list}>
        {list.map((cue) => (
          <li key={words(cue)}>
            <Button off={off} onPress={() => void give(cue)}>
              {words(cue)}
            </Button>
          </li>
        ))}
      </ul>
      <form className={styles.own} onSubmit={giveOwn}>
        <label htmlFor={id} className="small">
          {t('own')}
        </label>
        <input
          id={id}
          className="input small"
          maxLength={longest}
          autoComplete="off"
          value={own}
          onChange={(event) => setOwn(event.target.value)}
        />
        <button type="submit" className="button" aria-disabled={off || own.trim() === ''}>
          {t('ownSend')}
        </button>
      </form>
    </section>
  );
}
