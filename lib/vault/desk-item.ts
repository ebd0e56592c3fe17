import * as v from 'valibot';
import type { DeskItemId } from '#lib/desk.ts';
import { Cue } from '#lib/dialogue/cue.ts';
import { Epoch } from '#lib/dialogue/epoch.ts';
import { ObservationId, Time } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import { CaseId } from '#lib/observation.ts';
import { openText, sealText, version } from './box.ts';
import { deriveKey } from './derive.ts';
import type { DeskKey } from './desk-key.ts';
import { lp } from './lp.ts';
import { pad, unpad } from './padding.ts';

/** The most characters (UTF-16 code units, as a text field counts them) of a note. */
export const longestNote = 8_000;

/** The most former keys of a case that are kept. */
export const mostFormer = 50;

/** What she wrote while she watched, or afterwards. */
export const Note = v.strictObject({
  kind: v.literal('note'),
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(longestNote)),
  caseId: CaseId,
  /** The session that it is about; null for none. */
  observation: v.nullable(ObservationId),
  /** The event that it was written at; null for none. */
  seq: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  /** The title of the phase, as it was shown. */
  phase: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  at: Time,
});
export type Note = v.InferOutput<typeof Note>;

const KeyText = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));

/** What she calls a room, and the keys of the case that she was given. */
export const CaseItem = v.strictObject({
  kind: v.literal('case'),
  caseId: CaseId,
  /** Empty until she gives it one. */
  label: v.pipe(v.string(), v.trim(), v.maxLength(60)),
  /** 32 bytes as base64url; null until she was given one. */
  caseKey: v.nullable(KeyText),
  epoch: Epoch,
  /** Keys from before, the newest first: what she wrote with them opens with nothing else. */
  former: v.exactOptional(
    v.pipe(v.array(v.strictObject({ caseKey: KeyText, epoch: Epoch })), v.maxLength(mostFormer)),
  ),
});
export type CaseItem = v.InferOutput<typeof CaseItem>;

/** Her own list of cues. */
export const CueList = v.strictObject({
  kind: v.literal('cues'),
  cues: v.pipe(v.array(Cue), v.maxLength(30)),
});
export type CueList = v.InferOutput<typeof CueList>;

/** What lies on a desk. */
export const DeskContent = v.variant('kind', [Note, CaseItem, CueList]);
export type DeskContent = v.InferOutput<typeof DeskContent>;

/** The lengths of plaintext, in bytes, that the server can tell apart. */
const buckets = [1_024, 4_096, 17_920];

const aadOf = (id: DeskItemId) => lp(version, 'desk item', id);
const keyOf = (key: DeskKey) => deriveKey(key, 'weerklank desk item');

/**
 * Seals something for its place on the desk. Which kind it is stands inside. Throws on what is no
 * `DeskContent`; refused with `too-long` when it does not fit in 17,916 bytes of JSON, as a note of 8,000
 * characters does unless most of them take three bytes or more.
 */
export async function sealDeskItem(
  key: DeskKey,
  id: DeskItemId,
  content: DeskContent,
): Promise<Result<string, 'too-long'>> {
  const plaintext = pad(v.parse(DeskContent, content), buckets);
  if (!plaintext) return refused('too-long');
  return accepted(await sealText(await keyOf(key), aadOf(id), plaintext));
}

/**
 * Opens an item where it was found. Refused with `unreadable` when it was sealed for another place or by
 * another account, or was changed. Never throws for anything a server can send.
 */
export async function openDeskItem(
  key: DeskKey,
  id: DeskItemId,
  sealed: string,
): Promise<Result<DeskContent, 'unreadable'>> {
  const plaintext = await openText(await keyOf(key), aadOf(id), sealed);
  const content = v.safeParse(DeskContent, plaintext && unpad(plaintext, buckets));
  return content.success ? accepted(content.output) : refused('unreadable');
}
