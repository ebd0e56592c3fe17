import * as v from 'valibot';
import { TicketSecret } from '#lib/account.ts';

/** What a link that was sent is for. */
export type LinkPurpose = 'create' | 'reset' | 'link';

/**
 * The ticket in the fragment of a link: `v1.<purpose>.<ticket>`, with or without its `#`. White space
 * around it and punctuation behind it, which mail programs take along, are dropped. Null for anything
 * else. Never throws.
 */
export function readTicket(fragment: string, purpose: LinkPurpose): TicketSecret | null {
  const [, named = purpose, secret] =
    /^\s*#?v1\.(?:(create|reset|link)\.)?([\w-]{43})[\s.,;:!?)>]*$/.exec(fragment) ?? [];
  const ticket = v.safeParse(TicketSecret, secret);
  return ticket.success && named === purpose ? ticket.output : null;
}
