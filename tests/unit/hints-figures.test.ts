import { describe, expect, it } from 'vitest';
import { hintIds } from '#lib/hints/hint.ts';
import { loadTongue } from '#lib/hints/load.ts';
import { fits } from '#lib/hints/writing.ts';
import { languages } from '#lib/i18n/language.ts';
import { figuresOf, reaches } from '#tests/hints/figures.ts';
import { isHeldOut, labelled } from '#tests/hints/labelled.ts';

describe.each(languages)('the hints on the labelled sentences in %s', async (language) => {
  const tongue = await loadTongue(language);
  const sentences = labelled(language);
  const all = figuresOf(sentences, tongue);
  const heldOut = figuresOf(sentences.filter(isHeldOut), tongue);

  it('have enough to go by, and about as many sentences that deserve none', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(300);
    const none = sentences.filter(({ hints }) => hints.length === 0).length;
    expect(none / sentences.length).toBeGreaterThan(0.4);
    expect(none / sentences.length).toBeLessThan(0.6);
  });

  it.each(hintIds)('are seldom wrong and mostly there: %s', (id) => {
    expect(all[id].n).toBeGreaterThanOrEqual(20);
    expect(all[id]).toSatisfy(reaches);
    expect(heldOut[id]).toSatisfy(reaches);
  });

  it('are only due where they make sense', () => {
    for (const { hints, writing } of sentences) {
      for (const id of hints) expect(fits(id, writing), `${id} while ${writing}`).toBe(true);
    }
  });
});
