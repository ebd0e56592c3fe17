import { begin } from './begin.ts';
import { filled, hourIn, withHour } from './message.ts';
import { expect, test } from './test.ts';

const minute = 60_000;

test('a talk is put off, and put off again, and begun sooner by whoever was asked', async ({
  coupleIn,
}) => {
  const { an, bo } = await coupleIn('nl');
  const { session, hold } = an.messages;
  await begin(an, bo, 'written');
  await an.write('topic', 'propose', 'Ik wil het hebben over onze avonden.');
  await bo.write('answer', 'postpone');
  await expect(bo.page.getByRole('heading', { name: session.appointment.another })).toBeVisible();
  await bo.page.getByRole('button', { name: withHour(bo, hold.moment.thirty) }).click();
  const agreed = await hourIn(bo, session.appointment.heading);
  expect(await hourIn(an, session.appointment.heading)).toBe(agreed);
  await expect(an.page.getByText(an.named(session.appointment.soonerOther))).toBeVisible();
  for (const device of [an, bo]) {
    await expect(device.page).toHaveTitle(
      filled(device, session.title.postponed, { time: agreed }),
    );
  }

  const inTwoHours = new Intl.DateTimeFormat('nl-BE', { timeStyle: 'short' }).format(
    Date.now() + 120 * minute,
  );
  await expect(bo.page.getByLabel(hold.moment.own)).toBeHidden();
  await bo.button(bo.way('answer', 'postpone')).click();
  await bo.page.getByLabel(hold.moment.own).fill(inTwoHours);
  await bo.button(hold.moment.choose).click();
  for (const device of [an, bo]) {
    await expect(
      device.page.getByRole('heading', { name: withHour(device, session.appointment.heading) }),
    ).toContainText(inTwoHours);
  }

  await bo.button(bo.way('answer', 'accept')).click();
  for (const device of [an, bo]) await expect(device.prompt('arrive')).toBeVisible();
});
