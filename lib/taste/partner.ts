import type { InEach, SoloPartner } from '#lib/client/solo-partner.ts';
import { actsOf } from '#lib/dialogue/legal.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';
import { type Language, languages } from '#lib/i18n/language.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';
import type { Story } from './story.ts';

const stories: Readonly<Record<Language, Story>> = { nl, en };

/**
 * The partner in a taste: tells a written story, asks once for the piece that matters when none of its
 * words came back, and gives back what somebody else tells in their own words. Understands nothing.
 */
export const tastePartner: SoloPartner = {
  name: told((story) => story.name),
  answer({ exercise, state, lines, seat }) {
    const asked = actsOf(exercise, state, seat);
    const corrected = lines.some((line) => line.by === seat && line.fact.type === 'corrected');
    if (asked.includes('send')) {
      return { move: { type: 'send' }, words: told((story) => story.tells) };
    }
    if (asked.includes('correct')) {
      const mirror = lines.findLast((line) => line.by !== seat && line.fact.type === 'mirrored');
      if (corrected || touches(textOf(mirror))) return { move: { type: 'confirm' }, words: null };
      return { move: { type: 'correct' }, words: told((story) => story.corrects) };
    }
    if (asked.includes('thank')) {
      const words = told(({ heard }) => (corrected ? heard.afterwards : heard.atOnce));
      return { move: { type: 'thank' }, words };
    }
    if (asked.includes('mirror')) {
      return { move: { type: 'mirror' }, words: told(givingBack(piecesOf(lines, seat))) };
    }
    return null;
  },
};

function told(pick: (story: Story) => string): InEach {
  return { nl: pick(stories.nl), en: pick(stories.en) };
}

/** Whether one of the words of the piece that matters occurs, in whichever language. */
function touches(text: string): boolean {
  const words = text.toLowerCase().split(/[^\p{L}]+/u);
  return languages.some((language) =>
    stories[language].touchedBy.some((word) => words.includes(word)),
  );
}

/** What the other told and added, as far as it was not erased. */
function piecesOf(lines: readonly TranscriptLine[], seat: Seat): readonly string[] {
  return lines
    .filter(({ by, fact }) => by !== seat && (fact.type === 'sent' || fact.type === 'corrected'))
    .map(textOf)
    .filter((text) => text !== '');
}

function textOf(line: TranscriptLine | undefined): string {
  return line?.content.kind === 'text' ? line.content.text : '';
}

function givingBack([first, ...added]: readonly string[]): (story: Story) => string {
  return ({ givesBack: { says, adds, takenBack, asks } }) => {
    const quoted = (form: string, words: string) => form.replace('{words}', () => closed(words));
    const told = first === undefined ? takenBack : quoted(says, first);
    return [told, ...added.map((piece) => quoted(adds, piece)), asks].join(' ');
  };
}

/** As a sentence that has come to its end. */
function closed(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}
