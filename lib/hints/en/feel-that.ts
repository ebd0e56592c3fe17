import type { Look } from '../tongue.ts';

/** The words up to the judgement; what is felt about the partner follows. */
const starts = [
  / (i|it|to me) (?!(heard|hear|get|got|see|think|imagine|understand) ).{0,20}\b(feel|felt|feels) (so |really )?(that|like|as if|as though) (?=(you|u|youre|youve|youd|youll) )/,
  / i (just |really |simply |still |sometimes )?(feel|felt) (?=(you|u|youre|youve|youd|youll) [a-z])/,
  /(?<! (you|u)) (get|got|have|had|ive|having) .{0,16}\bfeeling (that |like |as if )?(?=(you|u|youre|youve|youd|youll) )/,
  / feeling (is |says |tells me )?(that )(?=(you|u|youre|youve|youd|youll) )/,
];

const kind =
  / (loves? me|there for (me|us)|understand|understood|care|cared|kind|sweet|proud|listening|try|trying hard|on my side|with me|my home) /;
const denied =
  / (not|dont|doesnt|didnt|never|no|cant|wont|stopped|hardly|arent|isnt|rather|less|werent|only) /;
/** Guessing how the other feels is what empathy asks, when it is meant as a guess. */
const checks = / (is that it|is that right|did i get|am i right|does that fit|is that so) /;

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
