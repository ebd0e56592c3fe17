import type { Device } from './device.ts';
import { expect } from './expect.ts';
import { forgetKeys, type Tour } from './tour.ts';

const title = (device: Device, name: string) => device.page.getByRole('heading', { name });

/** Every state of the way in: the first page, the invitation, and what can go wrong on the way. */
export async function tourEntry(tour: Tour): Promise<void> {
  const { deviceFor, language, visit } = tour;
  const an = await deviceFor({ name: 'An', partner: 'Bo', language });
  const bo = await deviceFor({ name: 'Bo', partner: 'An', language });
  await tourHome(an, visit);
  const link = await tourInvitation(an, visit);
  await tourJoin(an, bo, link, visit);
  await tourErrors(tour, an);
}

async function tourHome(an: Device, visit: Tour['visit']): Promise<void> {
  const { home, common } = an.messages;
  await an.page.goto(an.cable.url);
  await visit('home', an);
  await an.button(home.start).click();
  await expect(an.page.getByText(common.name.empty)).toBeVisible();
  await visit('home-without-name', an);
  await an.page.getByLabel(common.name.label).fill('An');
  an.cable.loseAnswers();
  await an.button(home.start).click();
  await expect(an.button(home.starting)).toBeVisible();
  await visit('home-busy', an);
  an.cable.cut();
  await expect(an.page.getByText(common.trouble.answer)).toBeVisible();
  await visit('home-no-answer', an);
  an.cable.mend();
  await an.button(home.start).click();
  await an.page.waitForURL('**/room/*');
}

async function tourInvitation(an: Device, visit: Tour['visit']): Promise<string> {
  const { room } = an.messages;
  await expect(an.button(room.invite.make)).toBeVisible();
  await visit('waiting-room', an);
  await an.button(room.invite.make).click();
  await expect(an.page.getByRole('img', { name: room.invite.code })).toBeVisible();
  await visit('invitation', an);
  return an.page.getByLabel(room.invite.link).inputValue();
}

async function tourJoin(an: Device, bo: Device, link: string, visit: Tour['visit']): Promise<void> {
  const { room, join, home } = an.messages;
  const place = new URL(an.page.url()).pathname;
  const at = (device: Device, { pathname, hash }: URL) => device.cable.url + pathname + hash;
  const old = new URL(link);

  await bo.page.goto(`${bo.cable.url}/join`);
  await expect(title(bo, join.missing.title)).toBeVisible();
  await visit('join-missing', bo);
  bo.cable.cut();
  await bo.page.evaluate((hash) => {
    location.hash = hash;
  }, old.hash);
  await expect(title(bo, join.offline.title)).toBeVisible();
  await visit('join-offline', bo);
  bo.cable.mend();
  await bo.button(bo.messages.common.retry).click();
  await expect(title(bo, join.open.title)).toBeVisible();
  await visit('join', bo);
  await bo.page.goto(`${bo.cable.url}/join#half`);
  await expect(title(bo, join.unknown.title)).toBeVisible();
  await visit('join-unknown', bo);

  await an.page.goto(at(an, old));
  await expect(title(an, join.own.title)).toBeVisible();
  await visit('join-own', an);
  await an.page.goto(an.cable.url + place);
  await an.button(room.invite.makeNew).click();
  const field = an.page.getByLabel(room.invite.link);
  await expect(field).not.toHaveValue(link);
  const fresh = new URL(await field.inputValue());
  await bo.page.goto('about:blank');
  await bo.page.goto(at(bo, old));
  await expect(title(bo, join.withdrawn.title)).toBeVisible();
  await visit('join-withdrawn', bo);

  await bo.page.goto('about:blank');
  await bo.acceptLink(fresh.href);
  await expect(an.library).toBeVisible();
  await visit('lobby', an);
  await an.button(an.named(room.again.open.replace('{name}', an.partner))).click();
  await expect(an.page.getByRole('dialog')).toBeVisible();
  await visit('let-in-again', an);
  await an.page.goto(an.cable.url);
  await expect(an.page.getByText(home.back)).toBeVisible();
  await visit('home-again', an);
  await an.page.goto(an.cable.url + place);
  await expect(an.library).toBeVisible();
}

async function tourErrors({ deviceFor, language, visit }: Tour, an: Device): Promise<void> {
  const { errors, room, replay, common } = an.messages;
  const { pathname } = new URL(an.page.url());
  const stranger = await deviceFor({ name: 'Cé', partner: 'Bo', language });
  await stranger.page.goto(`${stranger.cable.url}/nergens`);
  await expect(title(stranger, errors.notFound.title)).toBeVisible();
  await visit('not-found', stranger);
  await stranger.page.goto(stranger.cable.url + pathname);
  await expect(stranger.page.getByRole('heading', { level: 1 })).toBeVisible();
  await visit('room-of-others', stranger);
  await stranger.page.goto(stranger.cable.url.replace('localhost', '0.0.0.0'));
  await expect(title(stranger, common.secure.title)).toBeVisible();
  await visit('not-secure', stranger);

  await an.page.goto(`${an.cable.url}${pathname}/replay/${'A'.repeat(22)}`);
  await expect(title(an, replay.shut['not-found'].title)).toBeVisible();
  await visit('replay-not-found', an);
  await an.page.goto(an.cable.url);
  await forgetKeys(an);
  await an.page.goto(an.cable.url + pathname);
  await expect(title(an, room.key.missingTitle)).toBeVisible();
  await visit('room-without-key', an);
}
