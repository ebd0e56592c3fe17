import { defineConfig } from 'prisma/config';
import { databaseFile } from '#lib/env.ts';

/** For Prisma's own commands (`prisma migrate deploy`, `prisma studio`); the app does not read it. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: `file:${databaseFile()}` },
});
