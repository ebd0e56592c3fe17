import * as z from 'zod/mini';

/** Whether the words pass through the app (written) or stay in the air between two people (spoken). */
export const Mode = z.enum(['written', 'spoken']);
export type Mode = z.infer<typeof Mode>;
