'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Act } from '#lib/dialogue/act.ts';
import styles from './hint-card.module.css';
import { useHintChoice } from './hint-choice.ts';
import { useUntouched } from './untouched.tsx';
import { useHints } from './use-hints.ts';
import { writingOf } from './writing-of.ts';

interface Props {
  text: string;
  act: Act;
}

/** One private hint at a time about what is being written, and the way to have none. */
export function HintCard({ text, act }: Props) {
  const { on } = useHintChoice();
  return on ? <Hints text={text} act={act} /> : <Off />;
}

function Hints({ text, act }: Props) {
  const t = useTranslations('hints');
  const { choose } = useHintChoice();
  const { heard, mark } = useUntouched();
  const [hint] = useHints(text, writingOf[act], heard);
  const pieces = hint?.id === 'coverage' ? hint.untouched : null;

  useEffect(() => {
    mark(pieces ?? []);
    return () => mark([]);
  }, [mark, pieces]);

  return (
    <div role="status">
      {hint && (
        <div className={styles.hint}>
          <p>{t(`say.${hint.id}`)}</p>
          <p className="small soft">
            {t('private')}{' '}
            <button type="button" className={styles.choice} onClick={() => choose(false)}>
              {t('turnOff')}
            </button>
          </p>
        </div>
      )}
    </div>
  );
}

function Off() {
  const t = useTranslations('hints');
  const { choose } = useHintChoice();
  return (
    <p className="small soft">
      <button type="button" className={styles.choice} onClick={() => choose(true)}>
        {t('turnOn')}
      </button>
    </p>
  );
}
