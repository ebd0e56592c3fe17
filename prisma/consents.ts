import type { Time, UserId } from '#lib/dialogue/id.ts';
import type { ConsentText } from '#lib/rights/consent.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';

/** Notes that somebody agreed to this version of a text. The first time stays. The user must exist. */
export async function noteConsent(
  db: Database,
  consent: { userId: UserId; text: ConsentText; version: number; now: Time },
): Promise<void> {
  const { userId, text, version, now } = consent;
  await patiently(
    () => db.$executeRaw`
      INSERT INTO "Consent" ("userId", "text", "version", "at")
      VALUES (${userId}, ${text}, ${version}, ${now}) ON CONFLICT DO NOTHING`,
  );
}
