import { signIn, signOut } from 'next-auth/react';
import type { TicketSecret } from '#lib/account.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import { tellHolder } from './here.ts';
import { tellTabs } from './tabs.ts';
import { type Trouble, troubled } from './trouble.ts';

/**
 * Turns the ticket of a finished sign-in into this browser's cookie. Refused with `turned-away` when
 * the ticket is spent, and with `no-answer`: then signing in once more is the way.
 */
export async function enterWith(ticket: TicketSecret): Promise<Result<'in', Trouble>> {
  try {
    // next-auth would otherwise send the page's address along, fragment included.
    const answer = await signIn('account', { ticket, redirect: false, callbackUrl: '/' });
    if (!answer?.ok) return refused(troubled('turned-away'));
    await tellHolder();
    tellTabs('in');
    return accepted('in');
  } catch {
    return refused(troubled('no-answer'));
  }
}

/** Ends this stay on the server, and with it the cookie; other tabs hear it. Refused with `no-answer`. */
export async function leave(): Promise<Result<'out', Trouble>> {
  try {
    const known = await fetch('/api/auth/csrf').then((answer) => answer.ok);
    if (!known) return refused(troubled('no-answer'));
    await signOut({ redirect: false, callbackUrl: '/' });
    tellTabs('out');
    return accepted('out');
  } catch {
    return refused(troubled('no-answer'));
  }
}
