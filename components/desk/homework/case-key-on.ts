import * as v from 'valibot';
import { fromBase64url } from '#lib/vault/base64url.ts';
import { CaseKey } from '#lib/vault/case-key.ts';
import type { CaseHere } from '../spread.ts';

/** The newest key of a case that she was given, and which one it is; null when she has none yet. */
export function caseKeyOn({ item }: CaseHere): { key: CaseKey; epoch: number } | null {
  const key = v.safeParse(CaseKey, fromBase64url(item?.content.caseKey ?? ''));
  return item && key.success ? { key: key.output, epoch: item.content.epoch } : null;
}
