import { databaseFile } from '#lib/env.ts';
import { migrate } from '#prisma/migrate.ts';

// Names on standard output what was applied; a fault on standard error is one sentence.
try {
  for (const name of await migrate(databaseFile())) process.stdout.write(`${name}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
