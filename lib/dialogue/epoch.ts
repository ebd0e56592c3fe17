import * as v from 'valibot';

/** Which of a room's keys words are sealed with: 1 for the first, one more for each that took its place. */
export const Epoch = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** The epoch of a room nobody was ever shut out of. */
export const firstEpoch = 1;
