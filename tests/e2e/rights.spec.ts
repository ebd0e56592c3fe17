import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Download } from 'playwright/test';
import { readTalkFile } from '#lib/export/talk-file.ts';
import { createDatabase } from '#prisma/client.ts';
import type { Device } from './device.ts';
import { Keyboard } from './keyboard.ts';
import { replayKept } from './replaying.ts';
import { RightsScreen } from './rights-screen.ts';
import { namesOn } from './safe.ts';
import { talks } from './talk.ts';
import { type Couple, expect, test } from './test.ts';

const lines = talks.nl.slice(0, 9);
const told = lines.flatMap(({ text, who }) => (text === undefined ? [] : [{ text, who }]));
const saidBy = (who: keyof Couple) =>
  told.filter((line) => line.who === who).map(({ text }) => text);

const months = (message: string, count: number) =>
  message.replace(
    /\{count, plural, one \{# (\w+)\} other \{# (\w+)\}\}/,
    (_, one, other) => `${count} ${count === 1 ? one : other}`,
  );

/** Both partners on the page of their rights, with one kept talk behind them. */
async function afterTalk(couple: Couple): Promise<Record<keyof Couple, RightsScreen>> {
  await replayKept(couple, lines);
  const an = new RightsScreen(couple.an);
  const bo = new RightsScreen(couple.bo);
  await an.visit();
  await couple.bo.button(couple.bo.messages.ending.lobby).click();
  await bo.follow();
  return { an, bo };
}

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

/** Makes a file in this form and answers with what is in it. */
async function takeAlong({ device, labels }: RightsScreen, form: string): Promise<string> {
  await device.page.getByRole('radio', { name: form }).check();
  const downloading = device.page.waitForEvent('download');
  await device.button(labels.take.make).click();
  return textOf(await downloading);
}

test('both choose how long a talk stays, see both choices, and the shorter one holds', async ({
  coupleIn,
}) => {
  const { an: first, bo: second } = await coupleIn('nl');
  const an = new RightsScreen(first);
  const bo = new RightsScreen(second);
  await an.follow();
  const { retention } = an.labels;
  const part = await an.open('retention');
  await expect(part.getByRole('radio', { name: months(retention.held, 12) })).toBeChecked();
  await part.getByRole('radio', { name: months(retention.held, 3) }).check();
  await expect(part.getByText(retention.saved)).toBeVisible();
  await bo.follow();
  const theirs = await bo.open('retention');
  await expect(theirs).toContainText(months(retention.other, 3).replace('{name}', 'An'));
  await expect(theirs).toContainText(months(retention.now, 3));
  await theirs.getByRole('radio', { name: months(retention.held, 1), exact: true }).check();
  await expect(theirs).toContainText(months(retention.now, 1));
});

test('somebody with a keyboard alone chooses, takes along and leaves', async ({ coupleIn }) => {
  const couple = await coupleIn('nl');
  const { an } = await afterTalk(couple);
  const { page } = couple.an;
  const keyboard = new Keyboard(page);
  const summary = (heading: string) => page.locator('summary', { hasText: heading });
  const { retention, take, leave } = an.labels;
  await keyboard.use(summary(retention.heading));
  await keyboard.tabTo(page.getByRole('radio', { name: months(retention.held, 12) }));
  await keyboard.press('ArrowUp');
  await expect(page.getByText(retention.saved)).toBeVisible();
  await keyboard.expectFocusKept();
  await keyboard.use(summary(take.heading));
  const downloading = page.waitForEvent('download');
  await keyboard.use(couple.an.button(take.make));
  expect((await downloading).suggestedFilename()).toBe(`${take.fileName}.json`);
  await keyboard.expectFocusKept();
  await keyboard.use(summary(leave.heading));
  await keyboard.use(couple.an.button(leave.open));
  await keyboard.press('Escape');
  await expect(couple.an.button(leave.open)).toBeFocused();
  await keyboard.press('Enter');
  await keyboard.use(couple.an.button(leave.sure));
  await expect(page.getByRole('heading', { name: leave.done })).toBeFocused();
});

test('who looked back, and when, is there for both to see', async ({ coupleIn }) => {
  const { an, bo } = await afterTalk(await coupleIn('nl'));
  for (const screen of [an, bo]) {
    const part = await screen.open('readings');
    await expect(part.getByRole('listitem')).toHaveCount(1);
    const [before = ''] = screen.labels.readings.transcript.replace('{name}', 'An').split('{talk}');
    await expect(part.getByRole('listitem')).toContainText(before);
  }
});

test('somebody takes their own words along, and plays them again from the file', async ({
  coupleIn,
}) => {
  const couple = await coupleIn('nl');
  const { an } = await afterTalk(couple);
  const { page, messages } = couple.an;
  const part = await an.open('take');
  await expect(part).toContainText('314bis');
  const text = await takeAlong(an, an.labels.take.json);
  const file = readTalkFile(text);
  expect(file.ok && file.value).toMatchObject({ whose: 'mine', names: { a: 'An', b: null } });
  for (const said of saidBy('an')) expect(text).toContain(JSON.stringify(said).slice(1, -1));
  for (const said of saidBy('bo')) expect(text).not.toContain(JSON.stringify(said).slice(1, -1));
  const csv = await takeAlong(an, an.labels.take.csv);
  expect(csv).toContain(an.labels.take.columns.words);
  expect(csv).toContain(messages.replay.said.leftOut);
  const markdown = await takeAlong(an, an.labels.take.markdown);
  expect(markdown).toMatch(/^# .+\n\n## .+\n/);
  await part.getByRole('radio', { name: an.labels.take.paper }).check();
  await couple.an.button(an.labels.take.show).click();
  await expect(page.getByRole('heading', { name: /An/ })).toBeFocused();
  for (const said of saidBy('an')) await expect(page.getByText(said)).toBeVisible();
  await couple.an.button(messages.common.close).click();

  const readings = await an.open('readings');
  const [before = ''] = an.labels.readings.export.replace('{name}', 'An').split('{talk}');
  await expect(readings.getByText(before).first()).toBeVisible();

  const asked: string[] = [];
  await page.goto(`${couple.an.cable.url}/read`);
  page.on('request', (request) => void asked.push(request.url()));
  const upload = { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.getByLabel(messages.reread.choose).setInputFiles(upload);
  await couple.an.button(messages.reread.open).click();
  const transcript = page.getByRole('region', { name: messages.replay.transcript.heading });
  for (const said of saidBy('an')) await expect(transcript.getByText(said)).toBeVisible();
  await expect(transcript.getByText(messages.replay.said.leftOut).first()).toBeVisible();
  await expect(couple.an.button(messages.replay.transcript.erase)).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  expect(asked.filter((address) => !address.includes('/_next/'))).toEqual([]);
});

test('words of both go along only with the yes of both, and not after one took it back', async ({
  coupleIn,
}) => {
  const couple = await coupleIn('nl');
  const { an, bo } = await afterTalk(couple);
  const { take } = an.labels;
  for (const screen of [an, bo]) {
    const part = await screen.open('take');
    await part.getByRole('radio', { name: take.ours }).check();
    await expect(screen.device.button(take.make)).toHaveAttribute('aria-disabled', 'true');
    await screen.device.button(take.agree).click();
    await expect(screen.device.button(take.withdraw)).toBeVisible();
  }
  const text = await takeAlong(bo, take.json);
  for (const { text: said } of told) expect(text).toContain(JSON.stringify(said).slice(1, -1));

  await bo.device.button(take.withdraw).click();
  await expect(bo.device.button(take.agree)).toBeVisible();
  // What this screen still believes is not what the server goes by.
  await couple.an.button(take.look).click();
  await expect(couple.an.button(take.make)).toHaveAttribute('aria-disabled', 'true');
  const session = (await sessionsOf(couple.an))[0];
  const answer = await couple.an.page.evaluate(async (id) => {
    const body = JSON.stringify({ what: 'export', whose: 'ours' });
    const headers = { 'content-type': 'application/json' };
    const reply = await fetch(`/api/sessions/${id}`, { method: 'POST', headers, body });
    return [reply.status, await reply.text()];
  }, session);
  expect(answer).toEqual([409, '{"reason":"not-agreed"}']);
});

test('nothing is given to read while it cannot be noted that it was', async ({
  coupleIn,
  weerklank,
}) => {
  const couple = await coupleIn('nl');
  await afterTalk(couple);
  const { page } = couple.an;
  const [session] = await sessionsOf(couple.an);
  const ask = (what: object) =>
    page.evaluate(
      async ([id, body]) => {
        const headers = { 'content-type': 'application/json' };
        const reply = await fetch(`/api/sessions/${id}`, { method: 'POST', headers, body });
        return [reply.status, await reply.text()];
      },
      [session ?? '', JSON.stringify(what)] as const,
    );
  const other = new Sqlite(join(weerklank.dataDir, 'weerklank.db'));
  for (const what of [{ what: 'transcript' }, { what: 'export', whose: 'mine' }]) {
    other.exec('BEGIN IMMEDIATE');
    expect(await ask(what)).toEqual([503, '{"reason":"storage"}']);
    other.exec('ROLLBACK');
    expect((await ask(what))[0]).toBe(200);
  }
  other.close();
  const byGet = await page.evaluate(
    async (id) => (await fetch(`/api/sessions/${id}`)).status,
    session,
  );
  expect(byGet).toBe(405);
});

async function sessionsOf({ page }: Device): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const roomId = location.pathname.split('/')[2];
    const answer = await fetch(`/api/rooms/${roomId}/sessions`);
    const { sessions } = await answer.json();
    return sessions.map(({ sessionId }: { sessionId: string }) => sessionId);
  });
}

test('somebody erases every word of theirs, and nothing of the other', async ({ coupleIn }) => {
  const couple = await coupleIn('nl');
  const { an, bo } = await afterTalk(couple);
  const { erase } = an.labels;
  await an.open('erase');
  await couple.an.button(erase.everywhere).click();
  await couple.an.button(erase.sure).click();
  await expect(couple.an.page.getByText(erase.done)).toBeVisible();
  const part = await bo.open('erase');
  await part.getByRole('link').first().click();
  const { replay } = couple.bo.messages;
  const transcript = couple.bo.page.getByRole('region', { name: replay.transcript.heading });
  for (const said of saidBy('bo')) await expect(transcript.getByText(said)).toBeVisible();
  for (const said of saidBy('an')) await expect(transcript.getByText(said)).toHaveCount(0);
  await expect(transcript.getByText(replay.said.gap).first()).toBeVisible();
});

test('whoever leaves is out at once, and the other keeps what both kept', async ({ coupleIn }) => {
  const couple = await coupleIn('nl');
  const { an: first, bo: second } = couple;
  const { an, bo } = await afterTalk(couple);
  await an.device.page.getByRole('link', { name: an.labels.back }).click();
  const { room, replay } = first.messages;
  await expect(first.page.getByRole('link', { name: replay.past.open })).toBeVisible();

  const { leave } = bo.labels;
  const address = second.page.url().replace(/\/rights$/, '');
  const [sessionId] = await sessionsOf(second);
  await bo.open('leave');
  await second.button(leave.open).click();
  await second.button(leave.sure).click();
  await expect(second.page.getByRole('heading', { name: leave.done })).toBeFocused();

  await expect(first.page.getByRole('heading', { name: room.invite.heading })).toBeVisible();
  await an.follow();
  const [before = ''] = an.labels.left.replace('{name}', an.labels.someone).split('{date}');
  await expect(first.page.getByText(before)).toBeVisible();
  const part = await an.open('erase');
  await part.getByRole('link').first().click();
  for (const { text } of told) await expect(first.page.getByText(text).first()).toBeVisible();

  for (const path of ['', `/replay/${sessionId}`, '/rights', '/known']) {
    await second.page.goto(address + path);
    await expect(second.page.getByRole('main')).toBeVisible();
    for (const { text } of told) await expect(second.page.getByText(text)).toHaveCount(0);
  }
  const paths = ['sessions', 'rights'];
  const statuses = await second.page.evaluate(async (names) => {
    const roomId = location.pathname.split('/')[2];
    const answers = names.map((name) => fetch(`/api/rooms/${roomId}/${name}`));
    return (await Promise.all(answers)).map(({ status }) => status);
  }, paths);
  expect(statuses).toEqual([404, 404]);
});

test('a guest has everything of theirs removed, words and all', async ({ coupleIn, weerklank }) => {
  const couple = await coupleIn('nl');
  const { bo } = await afterTalk(couple);
  const { leave } = bo.labels;
  const roomId = new URL(couple.bo.page.url()).pathname.split('/')[2] ?? '';
  const db = await createDatabase({ file: join(weerklank.dataDir, 'weerklank.db') });
  const seat = await db.seat.findFirstOrThrow({ where: { roomId, seat: 'b' } });
  const user = seat.userId ?? '';
  expect(await db.consent.findMany({ where: { userId: user } })).toMatchObject([
    { text: 'guest', version: 1 },
  ]);
  expect(await namesOn(couple.bo)).not.toEqual([]);
  await bo.open('leave');
  await couple.bo.button(leave.forget).click();
  await couple.bo.page.getByRole('radio', { name: leave.erase }).check();
  await couple.bo.button(leave.forgetSure).click();
  await expect(couple.bo.page.getByRole('heading', { name: leave.forgotten })).toBeFocused();
  expect(await namesOn(couple.bo)).toEqual([]);
  expect(await db.user.count({ where: { id: user } })).toBe(0);
  const words = { author: 'b', sealed: { not: null }, session: { roomId } };
  expect(await db.event.count({ where: words })).toBe(0);
  expect(await db.event.count({ where: { ...words, author: 'a' } })).toBeGreaterThan(0);
  await db.$disconnect();
  await couple.bo.page.goto(couple.bo.cable.url);
  await expect(couple.bo.button(couple.bo.messages.home.start)).toBeVisible();
});

test('what the server knows is what it has, and none of the words', async ({
  coupleIn,
  weerklank,
}) => {
  const couple = await coupleIn('nl');
  const { an } = await afterTalk(couple);
  const { page, messages } = couple.an;
  const { known } = messages;
  const roomId = new URL(page.url()).pathname.split('/')[2] ?? '';
  await an.open('more');
  await page.getByRole('link', { name: an.labels.more.known }).click();
  await expect(page.getByRole('heading', { name: known.heading })).toBeVisible();
  const db = await createDatabase({ file: join(weerklank.dataDir, 'weerklank.db') });
  const events = await db.event.count({ where: { session: { roomId } } });
  await db.$disconnect();
  const table = page.locator('details', {
    has: page.getByRole('heading', { name: known.tables.Event.name, exact: true }),
  });
  await expect(table.locator('summary')).toContainText(`${events} rijen`);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await expect(page.getByText(known.tables.Seat.about)).toBeVisible();
  const text = await page.locator('body').innerText();
  for (const { text: said } of told) expect(text).not.toContain(said);
  expect(text).toContain('mirror-dialogue');
});
