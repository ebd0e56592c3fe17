import type { Case, Desk, DeskItemId, Waiting } from '#lib/desk.ts';
import type { CaseId, Profile } from '#lib/observation.ts';
import type { CaseItem, CueList, DeskContent, Note } from '#lib/vault/desk-item.ts';

/** Something that was opened, with the place where it is kept. */
export interface Opened<Content extends DeskContent = DeskContent> {
  id: DeskItemId;
  content: Content;
}

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
  notes: readonly Opened<Note>[];
}

/** A desk with everything on it in its place. */
export interface Spread {
  profile: Profile | null;
  verified: boolean;
  waiting: readonly Waiting[];
  cases: readonly CaseHere[];
  cues: Opened<CueList> | null;
  /** How many things did not open. */
  unreadable: number;
}

/**
 * Puts what was opened with what it belongs to. A case that the server has no more is still there when
 * something was written of it.
 */
export function spread(desk: Desk, opened: readonly Opened[]): Spread {
  const notes: Opened<Note>[] = [];
  const items = new Map<CaseId, Opened<CaseItem>>();
  let cues: Opened<CueList> | null = null;
  for (const { id, content } of opened) {
    if (content.kind === 'note') notes.push({ id, content });
    else if (content.kind === 'case') items.set(content.caseId, { id, content });
    else cues = { id, content };
  }
  notes.sort((one, other) => one.content.at - other.content.at);
  const caseOf = (id: CaseId, kept: Case | null): CaseHere => {
    const item = items.get(id) ?? null;
    return {
      id,
      kept,
      item,
      label: item?.content.label || null,
      standing: !kept ? 'gone' : kept.endedAt === null ? 'open' : 'over',
      notes: notes.filter(({ content }) => content.caseId === id),
    };
  };
  const known = new Set(desk.cases.map(({ id }) => id));
  const written = [...items.keys(), ...notes.map(({ content }) => content.caseId)];
  const gone = [...new Set(written)].filter((id) => !known.has(id));
  return {
    profile: desk.profile,
    verified: desk.verified,
    waiting: desk.waiting,
    cases: [...desk.cases.map((one) => caseOf(one.id, one)), ...gone.map((id) => caseOf(id, null))],
    cues,
    unreadable: desk.items.length - opened.length,
  };
}
