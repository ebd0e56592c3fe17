import { createDenials } from '#lib/denials.ts';
import { log } from './log.ts';

/** What pages and routes refused, in their log. */
export const denials = createDenials(log);
