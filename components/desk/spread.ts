import type { Opened, OpenedDesk } from '#lib/client/desk.ts';
import type { Case, Desk, Waiting } from '#lib/desk.ts';
import type { CaseId, Profile } from '#lib/observation.ts';
import type { CaseItem, Note } from '#lib/vault/desk-item.ts';

/** A couple as it stands on the desk: what the server has of it, and what she wrote of it. */
export interface CaseHere {
  id: CaseId;
  /** What she calls them; null until she gave them a name. */
  label: string | null;
  item: Opened<CaseItem> | null;
  /** `gone`: the room is no more, and all there is is what she wrote. */
  standing: 'open' | 'over' | 'gone';
  /** Null for one that is gone. */
  kept: Case | null;
  /** In the order in which they were written. */
  notes: readonly Opened<Note>[];
}

/** A desk with everything on it in its place. */
export interface Spread {
  profile: Profile | null;
  verified: boolean;
  waiting: readonly Waiting[];
  cases: readonly CaseHere[];
  cues: OpenedDesk['cues'];
  /** How many things did not open. */
  unreadable: number;
}

/**
 * Puts what was opened with what it belongs to. A couple that the server has no more is still there when
 * something was written of it.
 */
export function spread(desk: Desk, opened: OpenedDesk): Spread {
  const { profile, verified, waiting } = desk;
  const { cues, unreadable } = opened;
  const caseOf = (id: CaseId, kept: Case | null): CaseHere => {
    const item = opened.cases.get(id) ?? null;
    return {
      id,
      kept,
      item,
      label: item?.label || null,
      standing: !kept ? 'gone' : kept.endedAt === null ? 'open' : 'over',
      notes: opened.notes
        .filter(({ caseId }) => caseId === id)
        .sort((one, other) => one.at - other.at),
    };
  };
  const known = new Set([...desk.cases, ...waiting].map(({ id }) => id));
  const written = [...opened.cases.keys(), ...opened.notes.map(({ caseId }) => caseId)];
  const gone = [...new Set(written)].filter((id) => !known.has(id));
  return {
    profile,
    verified,
    waiting,
    cases: [...desk.cases.map((one) => caseOf(one.id, one)), ...gone.map((id) => caseOf(id, null))],
    cues,
    unreadable,
  };
}
