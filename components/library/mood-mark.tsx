import type { Mood } from '#lib/exercises/exercise-file.ts';
import styles from './mood-mark.module.css';

/** Two circles, as everywhere in this app: nearer, apart, giving light, or seen from within. */
const drawings: Readonly<Record<Mood, string>> = {
  closeness: 'M14.5 12a5 5 0 1 1-10 0a5 5 0 0 1 10 0M19.5 12a5 5 0 1 1-10 0a5 5 0 0 1 10 0',
  difficult:
    'M9 12a3.5 3.5 0 1 1-7 0a3.5 3.5 0 0 1 7 0M22 12a3.5 3.5 0 1 1-7 0a3.5 3.5 0 0 1 7 0M12 4v16',
  good: 'M16 12a4 4 0 1 1-8 0a4 4 0 0 1 8 0M12 2.5v2.5M12 19v2.5M2.5 12h2.5M19 12h2.5M5.3 5.3l1.7 1.7M17 17l1.7 1.7M18.7 5.3l-1.7 1.7M7 17l-1.7 1.7',
  check: 'M15 12a3 3 0 1 1-6 0a3 3 0 0 1 6 0M20.5 12a8.5 8.5 0 1 1-17 0a8.5 8.5 0 0 1 17 0',
};

/** The sign of a mood, beside its name. */
export function MoodMark({ mood }: { mood: Mood }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={styles.mark}>
      <path d={drawings[mood]} />
    </svg>
  );
}
