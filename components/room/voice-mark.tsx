import type { Seat } from '#lib/dialogue/seat.ts';
import styles from './voice-mark.module.css';

/** The sign of a voice: its colour, and for who cannot tell the colours apart, its shape. */
export function VoiceMark({ seat }: { seat: Seat }) {
  return <span aria-hidden="true" className={`${styles.mark} voice-${seat} ${styles[seat]}`} />;
}
