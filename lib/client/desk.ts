import * as v from 'valibot';
import { Desk, type DeskChange, type DeskItem, DeskItemId } from '#lib/desk.ts';
import type { Cue } from '#lib/dialogue/cue.ts';
import { firstEpoch } from '#lib/dialogue/epoch.ts';
import type { ExerciseRef } from '#lib/dialogue/exercise.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import type { CaseId, Homework } from '#lib/observation.ts';
import { fromBase64url, toBase64url } from '#lib/vault/base64url.ts';
import { browserSafe } from '#lib/vault/browser-safe.ts';
import { CaseKey, openLine, sealLine } from '#lib/vault/case-key.ts';
import {
  type CaseItem,
  type DeskContent,
  mostFormer,
  type Note,
  openDeskItem,
  sealDeskItem,
} from '#lib/vault/desk-item.ts';
import { type DeskKey, keptDeskKey } from '#lib/vault/desk-key.ts';
import { newId } from '#lib/vault/new-id.ts';
import type { TakeAttend } from './observation/steps.ts';

/** `refused`: whoever asks has no desk. */
export type DeskRefusal = 'no-answer' | 'refused';

const told = v.object({ reason: v.picklist(['full', 'not-found', 'unknown-exercise']) });

/** Why a change was not made: the server's own reason, where it gave one. */
export type ChangeRefusal = DeskRefusal | v.InferOutput<typeof told>['reason'];

/** Something on the desk, opened on this device, with where it lies. */
export type Opened<Content> = Content & Pick<DeskItem, 'id' | 'changedAt'>;

/** What lies on the desk and could be opened. */
export interface OpenedDesk {
  /** The newest first. */
  notes: readonly Opened<Note>[];
  /** What she calls each room; none for one she never named, nor was given a key of. */
  cases: ReadonlyMap<CaseId, Opened<CaseItem>>;
  /** Her own cues, and where the list lies; null for a list that was never kept. */
  cues: { id: DeskItemId; cues: readonly Cue[] } | null;
  /** How many items do not open with the key of this device. */
  unreadable: number;
}

/** Everything on the desk, still sealed. */
export async function fetchDesk(): Promise<Result<Desk, DeskRefusal>> {
  const desk = await ask({ cache: 'no-store' });
  if (desk.ok) return desk;
  return refused(desk.reason === 'no-answer' ? 'no-answer' : 'refused');
}

/** Makes one change; the desk as it is then. The same change again is safe. */
export function changeDesk(change: DeskChange): Promise<Result<Desk, ChangeRefusal>> {
  return ask({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(change),
  });
}

export function newDeskItemId(): DeskItemId {
  return v.parse(DeskItemId, newId());
}

/** Seals something and keeps it on the desk, in the place of what lay there under the same id. */
export async function keepOnDesk(
  key: DeskKey,
  content: DeskContent,
  id: DeskItemId = newDeskItemId(),
): Promise<Result<Desk, ChangeRefusal | 'too-long'>> {
  const sealed = await sealDeskItem(key, id, content);
  return sealed.ok ? changeDesk({ change: 'keep', id, sealed: sealed.value }) : sealed;
}

/** Opens everything on the desk that this key opens. */
export async function openDesk(key: DeskKey, { items }: Desk): Promise<OpenedDesk> {
  const notes: Opened<Note>[] = [];
  const cases = new Map<CaseId, Opened<CaseItem>>();
  let cues: OpenedDesk['cues'] = null;
  let unreadable = 0;
  const oldestFirst = items.toSorted((one, other) => one.changedAt - other.changedAt);
  for (const { id, sealed, changedAt } of oldestFirst) {
    const opened = await openDeskItem(key, id, sealed);
    if (!opened.ok) unreadable += 1;
    else if (opened.value.kind === 'note') notes.push({ ...opened.value, id, changedAt });
    else if (opened.value.kind === 'cues') cues = { id, cues: opened.value.cues };
    else {
      const { caseId } = opened.value;
      cases.set(caseId, beside(cases.get(caseId), { ...opened.value, id, changedAt }));
    }
  }
  return { notes: notes.toSorted((one, other) => other.at - one.at), cases, cues, unreadable };
}

/** Two devices may each have kept an item for one case: the later one, with what only the other has. */
function beside(former: Opened<CaseItem> | undefined, later: Opened<CaseItem>): Opened<CaseItem> {
  if (!former) return later;
  const label = later.label || former.label;
  return { ...later, label, ...keysOf([...keysIn(later), ...keysIn(former)]) };
}

type CaseKeys = Pick<CaseItem, 'caseKey' | 'epoch' | 'former'>;

/** Every key of a case that she was given, the newest first. */
function keysIn({ caseKey, epoch, former = [] }: CaseKeys): readonly FormerKey[] {
  return caseKey ? [{ caseKey, epoch }, ...former] : former;
}
type FormerKey = NonNullable<CaseItem['former']>[number];

/** Keys as they stand in an item: each epoch once, the newest in front. */
function keysOf(keys: readonly FormerKey[]): CaseKeys {
  const byEpoch = new Map(keys.map((one) => [one.epoch, one]));
  const [newest, ...before] = [...byEpoch.values()].sort((one, other) => other.epoch - one.epoch);
  if (!newest) return { caseKey: null, epoch: firstEpoch };
  return before.length > 0 ? { ...newest, former: before.slice(0, mostFormer) } : newest;
}

/** The item of a case under the name that she gives it now; what she was given of it stays. */
export function named(known: CaseItem | null, caseId: CaseId, label: string): CaseItem {
  return { kind: 'case', caseId, label, ...keysOf(known ? keysIn(known) : []) };
}

/**
 * Asks a couple to do an exercise, with a line beside it if she wrote one. `no-key`: she was never given the
 * key of this case, so that a line cannot be sealed.
 * @param id of this piece; the same one again, after no answer, gives it once.
 */
export async function giveHomework(
  known: Pick<CaseItem, 'caseId' | 'caseKey' | 'epoch'>,
  exercise: ExerciseRef,
  line: string,
  id: Homework['id'],
): Promise<Result<Desk, ChangeRefusal | 'too-long' | 'no-key'>> {
  const { caseId, epoch } = known;
  const change = { change: 'give-homework', id, caseId, exercise, epoch } as const;
  if (line.trim() === '') return changeDesk({ ...change, sealedLine: null });
  const key = caseKeyIn(known);
  if (!key) return refused('no-key');
  const sealed = await sealLine(key, { caseId, id, exercise, epoch }, line);
  if (!sealed.ok) return refused('too-long');
  return changeDesk({ ...change, sealedLine: sealed.value });
}

/** What she wrote beside a piece of homework; null for nothing, or for what does not open with the keys on her desk. */
export async function ownLine(
  known: CaseKeys | undefined,
  piece: Homework,
): Promise<string | null> {
  const held = known && keysIn(known).find(({ epoch }) => epoch === piece.epoch);
  const key = held ? caseKeyIn(held) : null;
  if (!key || piece.sealedLine === null) return null;
  const line = await openLine(key, piece, piece.sealedLine);
  return line.ok ? line.value : null;
}

/**
 * Keeps a key of a case on her desk, sealed, for homework that she gives later. Does nothing on a device
 * without the key of the desk, or when it lies there already. Never rejects.
 */
export async function keepCaseKey(
  take: TakeAttend,
  given: { epoch: number; key: CaseKey },
): Promise<void> {
  try {
    const key = await keptDeskKey(browserSafe());
    const [standing, desk] = await Promise.all([take({ step: 'state' }), fetchDesk()]);
    if (!key || typeof standing === 'string' || !desk.ok) return;
    const { caseId } = standing;
    const known = (await openDesk(key, desk.value)).cases.get(caseId);
    const held = known ? keysIn(known) : [];
    if (held.some(({ epoch }) => epoch === given.epoch)) return;
    const keys = keysOf([...held, { caseKey: toBase64url(given.key), epoch: given.epoch }]);
    const label = known?.label ?? '';
    await keepOnDesk(key, { kind: 'case', caseId, label, ...keys }, known?.id);
  } catch {
    // It comes again with the next session that she watches.
  }
}

function caseKeyIn({ caseKey }: Pick<CaseItem, 'caseKey'>): CaseKey | null {
  const key = v.safeParse(CaseKey, fromBase64url(caseKey ?? ''));
  return key.success ? key.output : null;
}

async function ask(request: RequestInit): Promise<Result<Desk, ChangeRefusal>> {
  try {
    const answer = await fetch('/api/desk', request);
    if (answer.status >= 400 && answer.status < 500) {
      const why = v.safeParse(told, await answer.json());
      return refused(why.success ? why.output.reason : 'refused');
    }
    const desk = v.safeParse(Desk, answer.ok ? await answer.json() : null);
    return desk.success ? accepted(desk.output) : refused('no-answer');
  } catch {
    return refused('no-answer');
  }
}
