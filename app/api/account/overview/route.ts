import { get } from '#app/api-route.ts';
import { owned } from '#app/owner.ts';
import type { AccountOverview } from '#lib/account/overview.ts';
import { env } from '#lib/env.ts';
import { authSessionsOf } from '#prisma/auth-sessions.ts';
import { isLinked } from '#prisma/external-identities.ts';
import { passkeysOf } from '#prisma/passkeys.ts';
import { secondFactorsOf } from '#prisma/second-factors.ts';

/** Everything an owner is shown of the account. */
export const GET = get(
  { action: 'account:read' },
  owned(async ({ db, visit, now, account }) => {
    const { userId, email, role, createdAt, passwordChangedAt } = account;
    const { totp, backupCodesLeft } = await secondFactorsOf(db, userId);
    const passkeys = await passkeysOf(db, userId);
    const authSessions = await authSessionsOf(db, userId, now);
    const { provider } = env();
    const body: AccountOverview = {
      email,
      role,
      roleVerified: account.roleVerifiedAt !== null,
      createdAt,
      passwordChangedAt,
      recovery: account.recoveryWrap !== null,
      totp,
      backupCodesLeft,
      passkeys: passkeys.map(({ id, name, createdAt: since, usedAt }) => ({
        id,
        name,
        createdAt: since,
        usedAt,
      })),
      authSessions: authSessions.map((session) => ({
        ...session,
        current: session.id === visit?.authSessionId,
      })),
      provider: provider && {
        name: provider.name,
        linked: await isLinked(db, userId, provider.issuer),
      },
    };
    return { body };
  }),
);
