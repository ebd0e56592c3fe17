import type { Refusal } from '#lib/protocol.ts';
import { storageFailureOf } from '#prisma/storage-failure.ts';

/** Does something with the database; trouble with the disk becomes the refusal `storage`. */
export async function withStorage<Reply>(
  work: () => Promise<Reply>,
): Promise<Reply | { ok: false; reason: Refusal }> {
  try {
    return await work();
  } catch (error) {
    if (storageFailureOf(error) === null) throw error;
    return { ok: false, reason: 'storage' };
  }
}
