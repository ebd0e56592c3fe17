import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const app = join(import.meta.dirname, '../../app');
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/** The addresses of all files of this name under `app`, as Next.js derives them from their folders. */
function addressesOf(name: string): { address: string; text: string }[] {
  return readdirSync(app, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === name)
    .map(({ parentPath }) => ({
      address: parentPath.slice(app.length).replace(/\/\([^)]*\)/g, '') || '/',
      text: readFileSync(join(parentPath, name), 'utf8'),
    }))
    .sort((one, other) => (one.address < other.address ? -1 : 1));
}

/** Every route there is, by method and address: `POST /api/rooms/[roomId]/keys`. */
export function routesThereAre(): readonly string[] {
  return addressesOf('route.ts').flatMap(({ address, text }) => {
    const answered = methods.filter((method) =>
      new RegExp(`export [^;]*\\b${method}\\b`).test(text),
    );
    return answered.map((method) => `${method} ${address}`);
  });
}

/** The address of every page there is. */
export function pagesThereAre(): readonly string[] {
  return addressesOf('page.tsx').map(({ address }) => address);
}
