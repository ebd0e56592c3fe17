import { env } from '#lib/env.ts';
import { migrate } from '#prisma/migrate.ts';

// Checks the settings and migrates the database. Names on standard output what was applied; a fault
// is a sentence on standard error, without a stack.
try {
  for (const name of await migrate(env().databaseFile)) process.stdout.write(`${name}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
