'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { Mood } from '#lib/exercises/exercise-file.ts';
import styles from './filters.module.css';
import { MoodMark } from './mood-mark.tsx';
import type { Filters as Chosen } from './use-filters.ts';

/** The times people have: the rest of a tired evening, a while, and a good half hour. */
const times = [10, 20, 30] as const;

interface Props {
  filters: Chosen;
  onChange(change: Partial<Chosen>): void;
  /** What is asked, where somebody else than the couple chooses. */
  asked?: { minutes: string; mood: string };
}

/** By time and by mood; pressing the same one again makes it no matter. */
export function Filters({ filters: { minutes, mood }, onChange, asked }: Props) {
  const t = useTranslations('library');
  return (
    <div className={styles.filters}>
      <Group legend={asked?.minutes ?? t('choose.minutes')}>
        {times.map((time) => (
          <Choice
            key={time}
            chosen={minutes === time}
            onPress={(chosen) => onChange({ minutes: chosen ? time : null })}
          >
            {t('choose.upTo', { minutes: String(time) })}
          </Choice>
        ))}
      </Group>
      <Group legend={asked?.mood ?? t('choose.mood')}>
        {Mood.options.map((option) => (
          <Choice
            key={option}
            chosen={mood === option}
            onPress={(chosen) => onChange({ mood: chosen ? option : null })}
          >
            <MoodMark mood={option} />
            {t(`mood.${option}`)}
          </Choice>
        ))}
      </Group>
    </div>
  );
}

function Group({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend className="small soft">{legend}</legend>
      <div className={styles.choices}>{children}</div>
    </fieldset>
  );
}

interface ChoiceProps {
  chosen: boolean;
  onPress(chosen: boolean): void;
  children: ReactNode;
}

function Choice({ chosen, onPress, children }: ChoiceProps) {
  return (
    <button
      type="button"
      className={styles.choice}
      aria-pressed={chosen}
      onClick={() => onPress(!chosen)}
    >
      {children}
    </button>
  );
}
