import { Breathing } from './breathing.tsx';
import { meetings, radii, sources } from './circles.ts';
import styles from './ripple.module.css';

interface Props {
  /** Lets the voices come in one after the other, once. */
  entrance?: boolean;
  /** Becomes a circle to breathe along with, for a pause or a time-out. */
  breathing?: boolean;
}

const voices = ['a', 'b'] as const;

/**
 * The motif: one voice goes out, the other comes back, and where they meet something is heard.
 * As wide as its container. It says nothing that the text beside it does not say.
 */
export function Ripple({ entrance = false, breathing = false }: Props) {
  if (breathing) return <Breathing />;
  return (
    <svg
      className={entrance ? `${styles.ripple} ${styles.entrance}` : styles.ripple}
      viewBox="0 0 360 150"
      aria-hidden="true"
    >
      {voices.map((voice) => (
        <g key={voice} className={styles[voice]}>
          {radii.map((radius) => (
            <circle
              key={radius}
              className={styles.ring}
              cx={sources[voice].x}
              cy={sources[voice].y}
              r={radius}
            />
          ))}
        </g>
      ))}
      <circle className={styles.sourceA} cx={sources.a.x} cy={sources.a.y} r="8" />
      <rect
        className={styles.sourceB}
        x={sources.b.x - 7}
        y={sources.b.y - 7}
        width="14"
        height="14"
        rx="2.5"
      />
      {meetings.map((y) => (
        <circle key={y} className={styles.meeting} cx="180" cy={y} r="3.2" />
      ))}
    </svg>
  );
}
