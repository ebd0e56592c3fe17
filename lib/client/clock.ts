/** Time as a client sees it; replaced in tests that play many hours in a moment. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `work` after so many milliseconds, unless the returned function is called before. */
  after(milliseconds: number, work: () => void): () => void;
  /** A number from 0 up to, not including, 1. */
  random(): number;
}

/** The clock of this device. */
export const deviceClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};
