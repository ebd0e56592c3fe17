import * as v from 'valibot';
import { observerLink } from '#lib/client/observation/observer-link.ts';
import { RoomId } from '#lib/dialogue/id.ts';
import { begin } from './begin.ts';
import { Sockets } from './carried.ts';
import type { Device } from './device.ts';
import { LettingIn } from './letting-in.ts';
import { play, talks } from './talk.ts';
import { expect } from './test.ts';
import type { Therapist } from './therapist.ts';
import { purpose, test } from './watched.ts';

const roomOf = ({ page }: Device) =>
  v.parse(RoomId, /\/(?:room|observe)\/([\w-]+)/.exec(page.url())?.[1]);

/** Whether a socket to this room opens for whoever has the cookies of this browser. */
async function opensSocket({ device: { context, cable } }: Therapist, roomId: RoomId) {
  const cookies = await context.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const link = observerLink(roomId, { url: cable.url, headers: { cookie, origin: cable.url } });
  return new Promise<boolean>((resolve) => {
    const answer = (opens: boolean) => {
      link.close();
      resolve(opens);
    };
    link.listen({
      connected: () => answer(true),
      turnedAway: () => answer(false),
      outdated: () => answer(false),
      disconnected: () => undefined,
      view: () => undefined,
      events: () => undefined,
    });
  });
}

for (const language of ['nl', 'en'] as const) {
  test(`two keys and the same digits let a therapist in, and one key does not, in ${language}`, async ({
    coupleIn,
    therapistFor,
  }) => {
    const couple = await coupleIn(language);
    const { an, bo } = couple;
    const therapist = await therapistFor(couple);
    const { device, owner } = therapist;
    const { observe } = device.messages;
    const sockets = new Sockets(device.page);
    const letting = new LettingIn(couple);
    await therapist.knock(await letting.link(), purpose);
    const roomId = roomOf(an);
    // Both see who waits and what for, in the room as well.
    const wants = bo.messages.observing.knock.wants.replace('{name}', 'Lena');
    await expect(bo.page.getByText(wants).last()).toBeVisible();
    await expect(an.page.getByText(purpose)).toBeVisible();
    await letting.turnOf(an, 'ratings');
    await expect(an.page.getByText(an.messages.observing.turn.done)).toBeVisible();
    expect(await opensSocket(therapist, roomId)).toBe(false);
    await letting.decline(bo);
    await expect(owner.title(observe.notNow.title)).toBeVisible();

    await device.button(observe.notNow.again).click();
    await owner.field(observe.knock.purpose).fill(purpose);
    await device.button(observe.knock.submit).click();
    await expect(owner.title(observe.waiting.title)).toBeVisible();
    await letting.turn('words', 'together');
    expect(await opensSocket(therapist, roomId)).toBe(false);
    await letting.answer();
    await expect(owner.title(observe.digits.title)).toBeVisible();
    await expect(bo.page.getByText(/\d{3} \d{3}$/)).toBeVisible();
    const digits = (page: Device['page']) => page.getByText(/\d{3} \d{3}$/).innerText();
    const [hers, theirs] = [await digits(device.page), await digits(bo.page)];
    expect(hers.slice(-7)).toBe(theirs.slice(-7));
    await therapist.same();
    expect(await opensSocket(therapist, roomId)).toBe(false);
    // Until here nothing of the couple came to her: no socket, no name.
    expect(sockets.opened).toBe(0);
    for (const name of ['"An"', '"Bo"']) {
      expect(device.cable.carriedTo('device').includes(name)).toBe(false);
    }
    await letting.same();
    await therapist.isIn();
    await letting.toRoom();
    await begin(an, bo, 'written');
    await play(couple, talks[language].slice(0, 1));
    await expect(therapist.talk.getByText(talks[language][0]?.text ?? '')).toBeVisible();
  });
}

test('the lobby is passed by no order of arrival, address, former key or second tab', async ({
  coupleIn,
  deviceFor,
  therapistFor,
}) => {
  const couple = await coupleIn('nl');
  const { an, bo } = couple;
  const therapist = await therapistFor(couple);
  const { device, owner } = therapist;
  const { observe, room } = device.messages;
  const roomId = roomOf(an);
  const refused = () => expect(owner.title(observe.refused.title)).toBeVisible();
  // Before any link: neither her own address of the room, nor that of the couple.
  await owner.open(`/observe/${roomId}`);
  await refused();
  await owner.open(`/room/${roomId}`);
  await expect(owner.title(room.key.missingTitle)).toBeVisible();
  expect(await opensSocket(therapist, roomId)).toBe(false);

  // In the lobby before they begin, and while they are at it.
  const letting = new LettingIn(couple);
  const link = await letting.link();
  await therapist.knock(link, purpose);
  await letting.toRoom();
  await begin(an, bo, 'written');
  await play(couple, talks.nl.slice(0, 1));
  await expect(owner.title(observe.waiting.title)).toBeVisible();
  const tab = await device.context.newPage();
  await tab.goto(device.page.url());
  await expect(tab.getByRole('heading', { name: observe.waiting.title })).toBeVisible();
  await tab.close();
  expect(await opensSocket(therapist, roomId)).toBe(false);

  // The link is hers alone, and leads her no further than she is.
  const other = await deviceFor({ name: 'Cas', partner: '', language: 'nl' });
  await other.page.goto(other.cable.url + link);
  await expect(
    other.page.getByRole('heading', { name: other.messages.observe.who.anonymous.title }),
  ).toBeVisible();
  await owner.open(link);
  await expect(owner.title(observe.waiting.title)).toBeVisible();

  // Let in once, to a session that is over: not to the next.
  await owner.open(`/observe/${roomId}`);
  await letting.turn('ratings', 'alone');
  await letting.answer();
  await therapist.same();
  await letting.same();
  await therapist.isIn();
  await letting.toRoom();
  await expect(therapist.talk.getByText(talks.nl[0]?.text ?? '')).toBeVisible();
  await bo.stop();
  await therapist.isOut('session');
  await bo.keep('no');
  await expect(an.button(an.messages.ending.keep.no)).toBeHidden();
  await letting.toRoom();
  await begin(an, bo, 'written');
  await play(couple, talks.nl.slice(0, 1));
  expect(await opensSocket(therapist, roomId)).toBe(false);
  await owner.open(`/observe/${roomId}`);
  await expect(owner.title(observe.knock.title)).toBeVisible();
});
