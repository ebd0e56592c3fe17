import type { WordsKind } from '#lib/dialogue/act.ts';
import { acts } from '#lib/dialogue/act.ts';
import { actOf } from '#lib/dialogue/event.ts';
import { begin } from './begin.ts';
import { Sockets } from './carried.ts';
import type { Device } from './device.ts';
import { LettingIn } from './letting-in.ts';
import { play, talks } from './talk.ts';
import { type Couple, expect } from './test.ts';
import type { Therapist } from './therapist.ts';
import { purpose, test } from './watched.ts';

/** The kinds of words that reached her browser, sealed as they are. */
function kindsIn({ carried }: Sockets): ReadonlySet<WordsKind> {
  return new Set(
    carried.flatMap(({ event: { fact, sealed, hash } }) => {
      const act = actOf(fact);
      return act && sealed !== null && hash !== null ? [acts[act].words] : [];
    }),
  );
}

/** Expects all three to read the same sentences, in the same order. */
async function expectLevel({ an, bo }: Couple, therapist: Therapist, said: readonly string[]) {
  await expect.poll(() => therapist.said()).toEqual(said);
  for (const device of [an, bo]) await expect.poll(() => device.saidSoFar()).toEqual(said);
}

const sentences = (couple: Couple, count: number) =>
  talks[couple.an.language].slice(0, count).flatMap(({ text }) => text ?? []);

for (const [lens, kinds] of [
  ['phases', []],
  ['words', ['text']],
  ['ratings', ['text', 'rating']],
] as const) {
  test(`through the lens ${lens} her browser is sent that and no more`, async ({
    coupleIn,
    therapistFor,
  }) => {
    const couple = await coupleIn('nl');
    const { an, bo } = couple;
    const lines = talks.nl;
    const therapist = await therapistFor(couple);
    const { device } = therapist;
    const { observe } = device.messages;
    const letting = new LettingIn(couple);
    await therapist.knock(await letting.link(), purpose);
    // The lesser of the two holds.
    await letting.turnOf(an, lens);
    await letting.turnOf(bo, 'ratings');
    await letting.answer();
    await therapist.same();
    await letting.same();
    await therapist.isIn();
    await letting.toRoom();
    const sockets = new Sockets(device.page);
    await device.page.reload();
    await therapist.isIn();
    await begin(an, bo, 'written');
    await play(couple, lines.slice(0, 2));
    await an.rate(7);
    await expect(therapist.talk.getByRole('listitem')).toHaveCount(5);
    // An answer that the other has not seen is nobody's to see.
    expect(kindsIn(sockets).has('rating')).toBe(false);
    await bo.rate(4);
    await Promise.all([an.goOn(), bo.goOn()]);
    await play(couple, lines.slice(4, 7));
    await expect(therapist.talk.getByRole('listitem')).toHaveCount(9);
    expect([...kindsIn(sockets)]).toEqual(kinds);
    const said = lens === 'phases' ? [] : sentences(couple, 7);
    expect(await therapist.said()).toEqual(said);
    const seven = device.messages.session.hand.rated.replace('{rating}', '7');
    await expect(therapist.talk.getByText(seven)).toHaveCount(lens === 'ratings' ? 1 : 0);
    const hidden = therapist.talk.getByText(observe.talk.unseen.rating);
    await expect(hidden).toHaveCount(lens === 'ratings' ? 0 : 2);
  });
}

for (const language of ['nl', 'en'] as const) {
  test(`whoever is let in in the middle sees what the two see, and all three come level after an outage, in ${language}`, async ({
    coupleIn,
    watched,
  }) => {
    const couple = await coupleIn(language);
    const { an, bo } = couple;
    const lines = talks[language];
    await begin(an, bo, 'written');
    await play(couple, lines.slice(0, 8));
    const therapist = await watched(couple);
    await expectLevel(couple, therapist, sentences(couple, 8));

    const offline = (device: Device) =>
      device.page.getByText(device.messages.room.offline, { exact: true });
    therapist.device.cable.cut();
    await expect(
      therapist.device.page.getByText(therapist.device.messages.observe.live.offline),
    ).toBeVisible();
    await play(couple, lines.slice(8, 9));
    therapist.device.cable.mend();
    await expectLevel(couple, therapist, sentences(couple, 9));

    an.cable.cut();
    await expect(offline(an)).toBeVisible();
    await bo.write('give-back', 'mirror', lines[9]?.text ?? '');
    await expect(therapist.talk.getByText(lines[9]?.text ?? '')).toBeVisible();
    an.cable.mend();
    await expectLevel(couple, therapist, sentences(couple, 10));

    await play(couple, lines.slice(10, 12));
    await expect(an.prompt('more-or-enough')).toBeVisible();
    bo.cable.cut();
    await expect(offline(bo)).toBeVisible();
    await an.write('more-or-enough', 'add', lines[12]?.text ?? '');
    await expect(therapist.talk.getByText(lines[12]?.text ?? '')).toBeVisible();
    bo.cable.mend();
    await expectLevel(couple, therapist, sentences(couple, 13));
  });
}
