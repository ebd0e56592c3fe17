import * as v from 'valibot';
import { TicketSecret } from '../account.ts';

const start = '/account?link=';

/**
 * Where a browser says that it wants to be after signing in at a provider, when that is to link an account.
 * next-auth keeps it for this one sign-in, and any other that is begun in this browser takes its place.
 */
export function linkingAddress(ticket: TicketSecret): string {
  return start + ticket;
}

/** The ticket in a `linkingAddress`, with or without our origin before it; null for any other. Never throws. */
export function readLinking(address: string): TicketSecret | null {
  const at = address.indexOf(start);
  const ticket = v.safeParse(TicketSecret, address.slice(at + start.length));
  return at >= 0 && ticket.success ? ticket.output : null;
}
