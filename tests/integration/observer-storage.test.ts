import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Watching } from '#tests/support/admitted.ts';
import { make } from '#tests/support/talking.ts';
import { watchedTalk } from '#tests/support/watched-room.ts';

async function endedBy({ db, therapist: { id } }: Awaited<ReturnType<typeof watchedTalk>>) {
  return (await db.observation.findUniqueOrThrow({ where: { id } })).endedBy;
}

describe('Whom a full disk keeps the database from letting go', () => {
  /** She is let go in the log, and nowhere else. */
  async function letGoInLogAlone() {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const talk = await watchedTalk();
    // What happened before has been looked at: no news of it brings the room level.
    vi.advanceTimersByTime(250);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await talk.db.$executeRaw`
      CREATE TRIGGER "full" BEFORE UPDATE OF "endedAt" ON "Observation"
      BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`;
    await make(talk.a, { type: 'revoke' });
    await talk.watching.client.closed;
    expect(await endedBy(talk)).toBeNull();
    return talk;
  }

  it('hears and sees nothing of the room when she comes back meanwhile', async () => {
    const { url, therapist, roomId } = await letGoInLogAlone();
    const back = await Watching.in(url, therapist, roomId);
    await back.client.closed;
    expect([back.views, back.events]).toEqual([[], []]);
  });

  it('is let go there too when there is room again, and the room is due for another key', async () => {
    const talk = await letGoInLogAlone();
    await talk.db.$executeRaw`DROP TRIGGER "full"`;
    vi.advanceTimersByTime(60_000);
    await vi.waitFor(async () => {
      expect(await endedBy(talk)).toBe('a');
    });
    vi.advanceTimersByTime(250);
    await talk.b.until(({ view }) => view && view.observation === null && view.rotationDue);
  });
});
