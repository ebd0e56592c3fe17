import * as v from 'valibot';
import { Time } from '#lib/dialogue/id.ts';
import { markdownQuote, markdownText } from './markdown.ts';

const Noted = v.strictObject({
  at: Time,
  /** The phase it was written at, as it was called; null for none. */
  phase: v.nullable(v.string()),
  text: v.string(),
});

/** The notes of a therapist as they leave her desk. */
export const NotesFile = v.strictObject({
  format: v.literal('weerklank-notes'),
  version: v.literal(1),
  takenAt: Time,
  cases: v.array(
    v.strictObject({
      /** What she calls the couple. */
      label: v.string(),
      sessions: v.array(
        v.strictObject({
          /** When she was let in; null for notes that belong to no session. */
          watchedAt: v.nullable(Time),
          notes: v.array(Noted),
        }),
      ),
    }),
  ),
});
export type NotesFile = v.InferOutput<typeof NotesFile>;

/** Notes as a file that programs read. */
export function notesJson(file: NotesFile): string {
  return `${JSON.stringify(v.parse(NotesFile, file), null, 2)}\n`;
}

interface Telling {
  title: string;
  /** Writes a moment for a reader. */
  moment(at: Time): string;
  /** Says of which session notes are. */
  session(watchedAt: Time | null): string;
}

/** Notes as a document to read. What she wrote stays as she wrote it, whatever signs are in it. */
export function notesMarkdown({ cases }: NotesFile, { title, moment, session }: Telling): string {
  const parts = cases.flatMap(({ label, sessions }) => [
    `## ${markdownText(label)}`,
    ...sessions.flatMap(({ watchedAt, notes }) => [
      `### ${markdownText(session(watchedAt))}`,
      ...notes.map(({ at, phase, text }) => {
        const place = phase ? `${moment(at)}, ${phase}` : moment(at);
        return `**${markdownText(place)}**\n\n${markdownQuote(text)}`;
      }),
    ]),
  ]);
  return `${[`# ${markdownText(title)}`, ...parts].join('\n\n')}\n`;
}
