import * as v from 'valibot';
import { RoomId, type Time } from '#lib/dialogue/id.ts';
import { env } from '#lib/env.ts';
import { errorCode } from '#lib/log.ts';
import { isOurOrigin } from '#lib/origin.ts';
import { type Action, type Actor, can } from '#lib/rights/can.ts';
import type { Visit } from '#prisma/auth-sessions.ts';
import type { Database } from '#prisma/client.ts';
import { database } from '#prisma/shared.ts';
import { storageFailureOf } from '#prisma/storage-failure.ts';
import { denials } from './denials.ts';
import { log } from './log.ts';
import { visitor } from './visitor.ts';

/** Most bytes of a request's body. */
const bodyLimit = 65_536;

type Params = Readonly<Record<string, string>>;

/** What a route is asked, by whom. */
export interface Asked<Input> {
  input: Input;
  params: Params;
  actor: Actor;
  visit: Visit | null;
  db: Database;
  now: Time;
  request: Request;
}

/** What a route answers: JSON, never kept by anyone on the way. */
export interface Answer {
  status?: number;
  body: unknown;
  headers?: Readonly<Record<string, string>>;
}

interface Right {
  action: Action;
  /** Which room it is about, when it is about one; null for a room or thing that is not there. */
  room?: (params: Params, db: Database) => Promise<RoomId | null>;
}

type Context = { params: Promise<Params> };
type Handler = (request: Request, context: Context) => Promise<Response>;

/** The room whose id stands in the address. */
export async function roomInAddress(params: Params): Promise<RoomId | null> {
  const roomId = v.safeParse(RoomId, params['roomId']);
  return roomId.success ? roomId.output : null;
}

/**
 * A route that reads and changes nothing. Whoever may not do this hears `not-found` about a room,
 * whether or not it exists, and `forbidden` otherwise.
 */
export function get(right: Right, handle: (asked: Asked<null>) => Promise<Answer>): Handler {
  return (request, context) =>
    answering(async () => {
      const asked = await allowed(right, request, context);
      return 'status' in asked ? asked : handle({ ...asked, input: null });
    });
}

/**
 * A route that changes or reveals something: taken only as JSON and only from our own pages, by the
 * `Origin` and `Sec-Fetch-Site` that browsers put on it. What does not fit the schema is refused as
 * `bad-request`; for the rest as `get`.
 */
export function post<Schema extends v.GenericSchema>(
  right: Right & { schema: Schema },
  handle: (asked: Asked<v.InferOutput<Schema>>) => Promise<Answer>,
): Handler {
  return (request, context) =>
    answering(async () => {
      if (!fromOurPages(request)) {
        denials.note(`origin ${right.action}`);
        return refusal(403, 'forbidden');
      }
      const input = v.safeParse(right.schema, await readJson(request));
      if (!input.success) {
        denials.note(`bad-request ${right.action}`);
        return refusal(400, 'bad-request');
      }
      const asked = await allowed(right, request, context);
      return 'status' in asked ? asked : handle({ ...asked, input: input.output });
    });
}

/** An answer that says only why not. */
export function refusal(status: number, reason: string): Answer & { status: number } {
  return { status, body: { reason } };
}

async function allowed(
  { action, room }: Right,
  request: Request,
  context: Context,
): Promise<Omit<Asked<null>, 'input'> | (Answer & { status: number })> {
  const db = await database();
  const params = await context.params;
  const { visit, actor } = await visitor();
  const roomId = room ? await room(params, db) : undefined;
  if (roomId !== null && can(actor, action, roomId)) {
    return { params, actor, visit, db, now: Date.now(), request };
  }
  denials.note(`forbidden ${action}`, actor.userId ? { userId: actor.userId } : {});
  return room ? refusal(404, 'not-found') : refusal(403, 'forbidden');
}

async function answering(work: () => Promise<Answer>): Promise<Response> {
  const {
    status = 200,
    body,
    headers,
  } = await work().catch((error: unknown) => {
    const storage = storageFailureOf(error) !== null;
    log().error('a route failed', { error: errorCode(error) });
    return storage ? refusal(503, 'storage') : refusal(500, 'retry');
  });
  return Response.json(body, {
    status,
    headers: {
      ...headers,
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
    },
  });
}

function fromOurPages({ headers }: Request): boolean {
  const site = headers.get('sec-fetch-site');
  const json = headers.get('content-type')?.split(';')[0]?.trim() === 'application/json';
  const ours = isOurOrigin(headers.get('origin'), headers.get('host'), env());
  return ours && json && (site === null || site === 'same-origin');
}

async function readJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > bodyLimit) return undefined;
  const text = await request.text();
  if (text.length > bodyLimit) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
