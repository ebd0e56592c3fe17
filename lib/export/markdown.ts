import type { Time } from '#lib/dialogue/id.ts';
import type { PlainTalk } from './plain-talk.ts';

/** Every sign that means something anywhere in CommonMark can be written with a backslash before it. */
const signs = /[!-/:-@[-`{-~]/g;

/** A text as it is, on one line. */
export function markdownText(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(signs, '\\$&');
}

/** A text as it is, as a quotation; lines stay lines. */
export function markdownQuote(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  return lines
    .map((line) => {
      // Spaces before a line would make code of it.
      const whole = line.replace(/^[ \t]+/, (spaces) => '\u00A0'.repeat(spaces.length));
      return `> ${whole.replace(signs, '\\$&')}`.trimEnd();
    })
    .join('\\\n');
}

/**
 * Talks as a document to read.
 * @param moment writes a moment for a reader.
 */
export function markdownOf(
  talks: readonly PlainTalk[],
  { title, moment }: { title: string; moment: (at: Time) => string },
): string {
  const parts = talks.map(({ name, openedAt, lines }) => {
    const told = lines.map(({ phase, who, did, words, at }) => {
      const by = who ? `**${markdownText(who)}** ` : '';
      const place = markdownText(`(${phase}, ${moment(at)})`);
      const said = words ? `\n\n${markdownQuote(words)}` : '';
      return `${by}${markdownText(did)} ${place}${said}`;
    });
    const heading = `## ${markdownText(name)}, ${markdownText(moment(openedAt))}`;
    return [heading, ...told].join('\n\n');
  });
  return `${[`# ${markdownText(title)}`, ...parts].join('\n\n')}\n`;
}
