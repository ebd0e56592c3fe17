import * as v from 'valibot';

/** Whether the words pass through the app (written) or stay in the air between two people (spoken). */
export const Mode = v.picklist(['written', 'spoken']);
export type Mode = v.InferOutput<typeof Mode>;
