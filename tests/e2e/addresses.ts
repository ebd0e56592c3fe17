import { readdirSync } from 'node:fs';
import { newRoomId, newSessionId } from '#lib/vault/new-id.ts';
import { mirrorDialogue } from '#tests/support/exercises.ts';

/** What stands at the place of a name in brackets: well formed, and nobody's. */
const parts: Readonly<Record<string, string>> = {
  '[roomId]': newRoomId(),
  '[sessionId]': newSessionId(),
  '[id]': mirrorDialogue.id,
  '[version]': String(mirrorDialogue.version),
  '[...nextauth]': 'session',
};

/**
 * The address of every page, or of every route, by the folders of the app: a new one cannot be forgotten.
 * Throws at a name in brackets that nobody told it of.
 */
export function addressesOf(kind: 'page.tsx' | 'route.ts'): readonly string[] {
  const files = readdirSync('app', { recursive: true }).map(String);
  return files
    .filter((file) => file === kind || file.endsWith(`/${kind}`))
    .map((file) => {
      const filled = file
        .split('/')
        .slice(0, -1)
        .map((folder) => parts[folder] ?? folder);
      if (filled.some((folder) => folder.startsWith('[')))
        throw new Error(`Not filled in: ${file}`);
      return `/${filled.join('/')}`;
    });
}
