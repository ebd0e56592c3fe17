import type { PastSession } from '#lib/archive.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import type { Opened } from '#lib/export/take-along.ts';
import { openRecording } from './archive.ts';
import { deviceShelf } from './exercise-shelf.ts';

/**
 * Opens sessions on this device to take them along; the server notes each before it gives it. All or
 * none: `refused` when one of them is not given, for instance without the other's yes.
 */
export async function openToTake(
  roomId: RoomId,
  sessions: readonly PastSession[],
  whose: 'mine' | 'ours',
): Promise<Result<readonly Opened[], 'refused' | 'trouble'>> {
  const opened: Opened[] = [];
  for (const { sessionId, exercise: ref } of sessions) {
    const recording = await openRecording(roomId, sessionId, { what: 'export', whose });
    if (!recording.ok) return refused(recording.reason === 'not-found' ? 'refused' : 'trouble');
    const exercise = await deviceShelf.fetch(ref).catch(() => null);
    if (!exercise) return refused('trouble');
    opened.push({ recording: recording.value, exercise });
  }
  return accepted(opened);
}
