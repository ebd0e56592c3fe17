import type { Look } from '../tongue.ts';

/** The words up to the judgement; what is felt about the partner follows. */
const starts = [
  /(?<! (je|jij|ge|gij)) (heb|had|krijg|kreeg|kheb|khad) (?!(je|jij|ge|gij) ).{0,36}gevoel .{0,8}\b(dat|da|alsof) (jij|je|ge|gij) /,
  / gevoel (zegt|is|zei) .{0,8}\b(dat|da) (jij|je|ge|gij) /,
  /^ (het|dat|dit|een) gevoel (dat|da|alsof) (jij|je|ge|gij) /,
  / (ik|k) voel(de)? .{0,16}\b(dat|da|alsof) (jij|je|ge|gij) /,
  / (voelt|voelde) .{0,20}\b(alsof|of) (jij|je|ge|gij) /,
];

const kind =
  / (van (mij|me) houdt?|(mij|me) graag (ziet|zag)|er .{0,12}voor (mij|me|ons)|begrijpt|begreep|lief|je best|moeite doet|luistert|trots|om (mij|me) geeft|naast (mij|me)) /;
const denied = / (niet|ni|geen|nooit|liever|amper|minder) /;
/** Guessing how the other feels is what empathy asks, when it is meant as a guess. */
const checks = / (klopt dat|klopt het|is dat zo|is dat het|heb ik (je|u) goed) /;

/** Whether a text gives a judgement of the partner as a feeling of its author. */
export function feelsThat({ said, writing }: Look): boolean {
  if (writing !== 'telling' && said.some(({ line }) => checks.test(line))) return false;
  return said.some(({ line }) => starts.some((start) => judges(line, start)));
}

function judges(line: string, start: RegExp): boolean {
  const found = start.exec(line);
  if (!found) return false;
  const rest = ` ${line.slice(found.index + found[0].length)}`;
  return !kind.test(rest) || denied.test(rest);
}
