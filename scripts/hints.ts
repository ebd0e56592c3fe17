import { type HintId, hintIds } from '#lib/hints/hint.ts';
import { loadTongue } from '#lib/hints/load.ts';
import type { Language } from '#lib/i18n/language.ts';
import { atLeast, type Figures, figuresOf, reaches } from '#tests/hints/figures.ts';
import { isHeldOut, labelled } from '#tests/hints/labelled.ts';

/** Prints how well every hint does on the labelled sentences; with --json as one object, for a machine. */
const measured = { nl: await measure('nl'), en: await measure('en') };

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ nl: measured.nl.all, en: measured.en.all }));
} else {
  console.log('              whole set                  held-out half');
  console.log('              precision  recall    n     precision  recall    n');
  for (const [language, { all, heldOut }] of Object.entries(measured)) {
    for (const id of hintIds) {
      console.log(`${language} ${id.padEnd(11)}${cells(all[id])}  ${cells(heldOut[id])}`);
    }
  }
  console.log(`Every hint has to reach ${atLeast.precision} and ${atLeast.recall} on both.`);
}
const fine = Object.values(measured).every(({ all, heldOut }) =>
  hintIds.every((id) => reaches(all[id]) && reaches(heldOut[id])),
);
process.exitCode = fine ? 0 : 1;

async function measure(
  language: Language,
): Promise<Record<'all' | 'heldOut', Readonly<Record<HintId, Figures>>>> {
  const tongue = await loadTongue(language);
  const sentences = labelled(language);
  return {
    all: figuresOf(sentences, tongue),
    heldOut: figuresOf(sentences.filter(isHeldOut), tongue),
  };
}

function cells({ precision, recall, n }: Figures): string {
  return `${precision.toFixed(3).padStart(9)}${recall.toFixed(3).padStart(8)}${String(n).padStart(5)}`;
}
