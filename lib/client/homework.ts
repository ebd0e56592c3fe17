import type { RoomId } from '#lib/dialogue/id.ts';
import type { Homework } from '#lib/observation.ts';
import { caseKeyOf, openLine } from '#lib/vault/case-key.ts';
import type { RoomKeys } from '#lib/vault/room-keys.ts';

/** Homework as the couple reads it. */
export interface OpenedHomework extends Homework {
  /** What she wrote beside it; null for nothing, or for what does not open on this device. */
  line: string | null;
}

/** Opens the lines beside homework with the room's keys. */
export function openHomework(
  roomId: RoomId,
  keys: RoomKeys,
  homework: readonly Homework[],
): Promise<readonly OpenedHomework[]> {
  return Promise.all(
    homework.map(async (piece) => ({ ...piece, line: await lineOf(roomId, keys, piece) })),
  );
}

async function lineOf(roomId: RoomId, keys: RoomKeys, piece: Homework): Promise<string | null> {
  const { caseId, epoch, sealedLine } = piece;
  const roomKey = keys.of(epoch);
  if (sealedLine === null || !roomKey) return null;
  const line = await openLine(
    await caseKeyOf(roomKey, { roomId, caseId, epoch }),
    piece,
    sealedLine,
  );
  return line.ok ? line.value : null;
}
