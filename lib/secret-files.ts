import { readFileSync } from 'node:fs';

/** What is secret, and may therefore stand in a file that the variable with `_FILE` behind it names. */
const secrets = ['NEXTAUTH_SECRET', 'SMTP_URL', 'OIDC_CLIENT_SECRET'] as const;

/**
 * These variables, with the secrets read from the files that are named for them; a variable itself goes
 * before its file.
 * @returns the sentences about files that cannot be read as well.
 */
export function withSecretFiles(source: Readonly<Record<string, string>>): {
  source: Record<string, string>;
  faults: readonly string[];
} {
  const read: Record<string, string> = {};
  const faults: string[] = [];
  for (const name of secrets) {
    const file = source[`${name}_FILE`];
    if (file === undefined || source[name] !== undefined) continue;
    try {
      read[name] = readFileSync(file, 'utf8').trim();
    } catch {
      faults.push(`${name}_FILE names a file that cannot be read`);
    }
  }
  return { source: { ...source, ...read }, faults };
}
