import { spawnSync } from 'node:child_process';
import { closeSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Database } from '#prisma/client.ts';
import { migrate } from '#prisma/migrate.ts';

/** A database on a disk that can be filled to the last byte. */
export interface SmallDisk {
  file: string;
  /** From here on there is no room. */
  fill(db: Database): Promise<void>;
  /** There is room again. */
  free(db: Database): Promise<void>;
}

/**
 * A disk of 4 MB with a migrated database on it. Where mounting is not allowed, the database is told
 * to grow no further, which SQLite answers with the same error.
 */
export async function smallDisk(): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'weerklank-disk-'));
  const mounted =
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder]).status === 0;
  onTestFinished(async () => {
    if (mounted) spawnSync('umount', ['-l', folder]);
    await rm(folder, { recursive: true, force: true });
  });
  const file = join(folder, 'weerklank.db');
  await migrate(file);
  const filler = join(folder, 'filler');
  if (!mounted) {
    return {
      file,
      fill: async (db) => void (await db.$queryRaw`PRAGMA max_page_count = 1`),
      free: async (db) => void (await db.$queryRaw`PRAGMA max_page_count = 1000000`),
    };
  }
  return {
    file,
    fill: async () => fillUp(filler),
    free: async () => unlinkSync(filler),
  };
}

function fillUp(filler: string): void {
  const handle = openSync(filler, 'w');
  try {
    for (const block of [Buffer.alloc(4_096), Buffer.alloc(1)]) {
      for (;;) writeSync(handle, block);
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  } finally {
    closeSync(handle);
  }
}
