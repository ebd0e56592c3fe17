import { begin } from './begin.ts';
import { Keyboard } from './keyboard.ts';
import { play, talks } from './talk.ts';
import { expect, test } from './test.ts';

test('what goes away with what it did does not take the focus along', async ({ coupleIn }) => {
  const couple = await coupleIn('nl');
  const { an, bo } = couple;
  const [ak, bk] = [new Keyboard(an.page), new Keyboard(bo.page)];
  const { hold, session, common, ending } = an.messages;
  await begin(an, bo, 'written');
  await play(couple, talks.nl.slice(0, 1));

  await bk.use(bo.button(bo.way('answer', 'postpone')));
  await bk.use(bo.main.getByRole('button', { name: /20/ }).first());
  await expect(bo.page.getByText(session.appointment.sooner)).toBeVisible();
  await bk.expectFocusKept();
  await bk.use(bo.button(bo.way('answer', 'accept')));
  await an.rate(7);
  await bo.rate(4);
  for (const device of [an, bo]) await device.goOn();

  await ak.use(an.button(hold.menu.open));
  await ak.use(an.button(session.mode.toSpoken));
  await bk.use(bo.button(session.mode.decline));
  await expect(bo.button(session.mode.decline)).toBeHidden();
  await bk.expectFocusKept();

  await ak.use(an.button(session.soFar.open));
  await ak.use(an.button(session.soFar.erase).first());
  await ak.use(an.button(session.soFar.eraseSure));
  await expect(an.page.getByRole('dialog')).toContainText(session.hand.gap);
  await ak.expectFocusKept();
  await ak.use(an.button(common.close));
  await expect(an.page.getByRole('dialog')).toBeHidden();

  await ak.use(an.button(hold.menu.open));
  await ak.use(an.button(hold.menu.timeOut));
  await expect(an.page.getByRole('heading', { name: hold.timeOut.heading })).toBeFocused();
  await ak.use(an.page.getByRole('dialog').getByRole('button', { name: /20/ }).first());
  for (const device of [an, bo])
    await expect(device.page.getByRole('heading', { name: hold.timedOut.heading })).toBeFocused();
  await bk.use(bo.button(hold.timedOut.counter));
  await bk.use(bo.main.getByRole('button', { name: /\d:\d/ }).nth(1));
  await expect(bo.page.getByRole('heading', { name: hold.timedOut.counterHeading })).toBeHidden();
  await bk.expectFocusKept();
  await ak.use(an.button(hold.timedOut.accept));
  await expect(an.button(hold.timedOut.accept)).toBeHidden();
  await ak.expectFocusKept();

  await bo.stop();
  await ak.use(an.button(ending.lobby));
  await ak.tabTo(an.button(an.messages.library.suggestion.look));
});
