import type { SessionId, Time } from '#lib/dialogue/id.ts';
import type { Library } from '#lib/exercises/library.ts';
import type { OpenReply, OpenRequest, Proposal, Refusal } from '#lib/protocol.ts';
import type { Database } from '#prisma/client.ts';
import { keepExercise } from '#prisma/kept-exercises.ts';
import { proposalIn, retractProposal } from '#prisma/proposals.ts';
import { openSession, putAside, type SessionEntry } from '#prisma/sessions.ts';
import type { PartnerViewer } from './authenticate.ts';
import type { HeldSession, SessionHosts } from './session-hosts.ts';

/** Longer than any opening lasts, in milliseconds. */
const openingTakes = 10_000;

export interface OpeningDeps {
  db: Database;
  library: Library;
  sessions: SessionHosts;
  now: () => Time;
}

/** Opens the session that the other put forward; whoever put it forward opens it, and speaks first. */
export async function openProposed(
  request: OpenRequest,
  { roomId, seat }: Pick<PartnerViewer, 'roomId' | 'seat'>,
  deps: OpeningDeps,
): Promise<OpenReply> {
  const { db, library, sessions, now } = deps;
  const { sessionId, moveId, exercise, mode } = request;
  const found = library.find(exercise);
  if (!found) return refuse('unknown-exercise');
  const proposal = await proposalIn(db, roomId);
  if (!proposal || proposal.by === seat || !isSame(proposal, request)) {
    return refuse('not-proposed');
  }
  await keepExercise(db, found);
  const opening = await openSession(db, { sessionId, roomId, exercise, now: now() });
  if (opening.kind === 'taken') return refuse('forbidden');
  // A room where opening was cut off half-way holds a session without a first event: it is used.
  const held = await find(opening.kind === 'busy' ? opening.open.sessionId : sessionId);
  if (!held) return refuse('forbidden');
  if (opening.kind === 'busy' && held.host.state.status === 'new' && !plays(opening.open)) {
    // It was of another exercise. One that is just being opened is left alone.
    if (now() - opening.open.openedAt < openingTakes) return refuse('retry');
    await putAside(db, held.sessionId, now());
    return openProposed(request, { roomId, seat }, deps);
  }
  const move = { type: 'open', exercise, mode } as const;
  const reply = await held.host.submit({ moveId, move, words: null }, proposal.by);
  if (!reply.ok) return openingRefused(reply.reason);
  await retractProposal(db, { roomId, ...proposal });
  return { ok: true, sessionId: held.sessionId };

  function plays(entry: SessionEntry): boolean {
    return entry.exercise.id === exercise.id && entry.exercise.version === exercise.version;
  }

  /** A session is reached only from its own room. */
  async function find(id: SessionId): Promise<HeldSession | null> {
    const found = await sessions.find(id);
    return found?.roomId === roomId ? found : null;
  }
}

function isSame({ exercise, mode }: Proposal, request: OpenRequest): boolean {
  const { id, version } = request.exercise;
  return exercise.id === id && exercise.version === version && mode === request.mode;
}

/** A session that cannot be opened again is one that runs already. */
function openingRefused(reason: Refusal): OpenReply {
  const runs = reason === 'not-now' || reason === 'on-hold' || reason === 'ended';
  return refuse(runs ? 'session-open' : reason);
}

function refuse(reason: Refusal): OpenReply {
  return { ok: false, reason };
}
