import type { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import type { Begun } from '#lib/dialogue/state.ts';
import { stretchesOf } from '#lib/dialogue/stretches.ts';
import styles from './now.module.css';

/** How far they are, drawn: every phase at its place, in the colour of who tells there. */
export function Track({ exercise, state }: { exercise: ExerciseDefinition; state: Begun }) {
  const { leg: at } = state.place;
  return (
    <div aria-hidden="true" className={styles.track}>
      {stretchesOf(exercise, state.opener).map(({ from, half, legs, speaker }) => (
        <div
          key={from}
          className={`${styles.stretch} ${half ? `voice-${speaker}` : ''}`}
          style={{ flexGrow: legs.length }}
        >
          {legs.map((leg, index) => (
            <span key={leg.phase.id} className={styles[pace(from + index, at)]} />
          ))}
        </div>
      ))}
    </div>
  );
}

function pace(leg: number, at: number): 'done' | 'at' | 'later' {
  return leg < at ? 'done' : leg === at ? 'at' : 'later';
}
