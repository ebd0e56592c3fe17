import { exerciseOf } from '#tests/support/exercises.ts';
import type { Device } from './device.ts';
import { Keyboard } from './keyboard.ts';
import { Replaying } from './replaying.ts';
import { sentences } from './sentences.ts';
import { expect, test } from './test.ts';

const words = sentences.nl;

const heading = (device: Device, name: string) => device.page.getByRole('heading', { name });

/** What a screen reader is told of whose turn it is. */
async function expectAnnounced(
  device: Device,
  title: keyof Device['messages']['session']['title'],
) {
  const [said = ''] = device.named(device.messages.session.title[title]).split(' · ');
  await expect(device.page.getByRole('status').filter({ hasText: said }).first()).toHaveText(said);
}

async function rateByKeys(keys: Keyboard, device: Device): Promise<void> {
  const { rating } = device.messages.session;
  await keys.tabTo(device.page.getByRole('slider'));
  await keys.press('ArrowRight', 'ArrowRight');
  await keys.use(device.button(rating.done));
}

test('a couple goes from the first page to the replay with the keyboard alone', async ({
  deviceFor,
}) => {
  const an = await deviceFor({ name: 'An', partner: 'Bo', language: 'nl' });
  const bo = await deviceFor({ name: 'Bo', partner: 'An', language: 'nl' });
  const [ak, bk] = [new Keyboard(an.page), new Keyboard(bo.page)];
  const { common, room, library, join, hold, ending, session } = an.messages;

  await test.step('in', async () => {
    await an.page.goto(an.cable.url);
    await ak.tabTo(an.page.getByLabel(common.name.label));
    await ak.press('Enter');
    await expect(an.page.getByLabel(common.name.label)).toBeFocused();
    await ak.type('An');
    await ak.press('Enter');
    await ak.use(an.button(room.invite.make));
    const field = an.page.getByLabel(room.invite.link);
    await ak.tabTo(field);
    const { pathname, hash } = new URL(await field.inputValue());
    await bo.page.goto(bo.cable.url + pathname + hash);
    await expect(heading(bo, join.open.title)).toBeFocused();
    await bk.tabTo(bo.page.getByLabel(common.name.label));
    await bk.type('Bo');
    await bk.press('Enter');
  });

  await test.step('the appointment', async () => {
    const name = exerciseOf('mirror-dialogue').texts.nl.about.name;
    await ak.use(an.button(library.mood.difficult));
    await ak.use(an.library.getByRole('button', { name, exact: true }));
    await expect(heading(an, name)).toBeFocused();
    await ak.tabTo(an.page.getByRole('radio', { name: library.detail.written }));
    await ak.press('ArrowDown');
    await expect(an.page.getByRole('radio', { name: library.detail.spoken })).toBeChecked();
    await ak.press('ArrowUp');
    await ak.use(an.button(an.named(library.detail.propose)), 'Space');
    await expect(an.proposal).toBeVisible();
    await ak.expectFocusKept();
    await bk.use(bo.button(library.proposal.accept));
    await expectAnnounced(an, 'yours');
    await expectAnnounced(bo, 'theirs');
    await expect(an.prompt('topic')).toBeFocused();
    await ak.tabTo(an.composer);
    await ak.type(words.topic);
    await ak.use(an.button(an.way('topic', 'propose')));
    await expect(bo.prompt('answer')).toBeFocused();
    await expectAnnounced(bo, 'yours');
    await expectAnnounced(an, 'theirs');
    await ak.expectFocusKept();
    await bk.use(bo.button(bo.way('answer', 'accept')), 'Space');
  });

  await test.step('the hidden answers', async () => {
    await expectAnnounced(an, 'both');
    await rateByKeys(ak, an);
    await expectAnnounced(an, 'waiting');
    await ak.expectFocusKept();
    await rateByKeys(bk, bo);
    for (const [keys, device] of [
      [ak, an],
      [bk, bo],
    ] as const) {
      await expect(heading(device, session.rating.revealed)).toBeFocused();
      await keys.use(device.button(session.rating.goOn));
    }
  });

  await test.step('a few turns', async () => {
    await expect(an.prompt('speaker-intends')).toBeFocused();
    const stem = an.page.getByRole('group', { name: session.composer.stems }).getByRole('button');
    await ak.use(stem.first());
    await expect(an.composer).toBeFocused();
    await expect(an.composer).not.toBeEmpty();
    await ak.type(words.hope);
    await ak.use(an.button(an.way('speaker-intends', 'appreciate')));
    await expect(bo.prompt('listener-intends')).toBeFocused();
    await bk.tabTo(bo.composer);
    await bk.type(words.intention);
    await bk.use(bo.button(bo.way('listener-intends', 'appreciate')));
    await expect(an.prompt('tell')).toBeFocused();
    await bk.use(bo.button(session.soFar.open));
    await expect(heading(bo, session.soFar.open)).toBeFocused();
    await bk.press('Escape');
    await expect(bo.button(session.soFar.open)).toBeFocused();
  });

  await test.step('a pause, asked by who listens', async () => {
    await bk.use(bo.button(hold.menu.open));
    await expect(heading(bo, hold.menu.heading)).toBeFocused();
    await bk.press('Escape');
    await expect(bo.page.getByRole('dialog')).toBeHidden();
    await expect(bo.button(hold.menu.open)).toBeFocused();
    await bk.press('Enter');
    await bk.use(bo.button(hold.menu.pause));
    for (const device of [an, bo]) {
      await expect(heading(device, hold.pause.heading)).toBeFocused();
      await expectAnnounced(device, 'held');
    }
    await bk.use(bo.button(hold.resume));
    await bk.expectFocusKept();
    await ak.use(an.button(hold.resume));
    await expect(an.prompt('tell')).toBeFocused();
    await expectAnnounced(an, 'yours');
    await bk.expectFocusKept();
  });

  await test.step('the end', async () => {
    await bk.use(bo.button(hold.menu.open));
    await bk.use(bo.button(hold.menu.stop));
    await expect(heading(bo, hold.stop.heading)).toBeFocused();
    await bk.press('Escape');
    await expect(bo.button(hold.menu.open)).toBeFocused();
    await bk.press('Enter');
    await bk.use(bo.button(hold.menu.stop));
    await bk.use(bo.button(hold.stop.sure));
    for (const [keys, device] of [
      [bk, bo],
      [ak, an],
    ] as const) {
      await expect(heading(device, ending.stopped)).toBeFocused();
      await expectAnnounced(device, 'ended');
      await keys.use(device.button(ending.keep.yes));
      await expect(device.button(ending.keep.yes)).toBeHidden();
      await keys.expectFocusKept();
    }
    await ak.use(an.page.getByRole('link', { name: ending.kept.replay }));
    const replay = new Replaying(an);
    await expect(replay.stage).toBeVisible();
    await ak.press('End');
    await expect(replay.stage).toContainText(an.messages.replay.told.stopped);
  });
});
