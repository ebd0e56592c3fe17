import { goodPassword, linkFor, Owner } from './account.ts';
import { Keyboard } from './keyboard.ts';
import { Replaying, talkAndStop } from './replaying.ts';
import { talks } from './talk.ts';
import { expect, test } from './test.ts';

const lines = talks.nl.slice(0, 9);
const an = { name: 'An', partner: 'Bo', language: 'nl' } as const;

test('a guest makes an account, and a second device replays what was said before there was one', async ({
  coupleIn,
  deviceFor,
  weerklank: { dataDir },
}) => {
  const couple = await coupleIn('nl');
  await talkAndStop(couple, lines);
  for (const device of [couple.an, couple.bo]) await device.keep();
  const owner = new Owner(couple.an, dataDir, 'replay@voorbeeld.be');
  await owner.makeAccount();
  await expect(couple.an.page.getByText(couple.an.messages.home.back)).toBeVisible();

  const second = await deviceFor(an);
  const away = new Owner(second, dataDir, owner.email);
  await away.signIn();
  await away.comesHome();
  await second.page.getByText(second.messages.home.back).click();
  await expect(second.library).toBeVisible();
  const replay = new Replaying(second);
  await replay.openFromLobby();
  const told = lines.find(({ act }) => act === 'send')?.text ?? '';
  await expect(replay.transcript.getByText(told)).toBeAttached();
});

test('the password never leaves the device, and nothing of the account stays in the address', async ({
  deviceFor,
  weerklank,
}) => {
  const device = await deviceFor(an);
  await device.startRoom();
  const owner = new Owner(device, weerklank.dataDir, 'canary@voorbeeld.be');
  owner.password = 'zeven kanaries op het dak';
  await owner.makeAccount();
  expect(new URL(device.page.url()).hash).toBe('');
  const sent = device.cable.carriedTo('server');
  expect(sent).toContain('/api/account/create/finish');
  for (const secret of [owner.password, encodeURIComponent(owner.password), owner.recoveryCode]) {
    expect(sent).not.toContain(secret);
  }
  expect(weerklank.output()).not.toContain(owner.email);
});

test('with the recovery code a forgotten password costs nothing', async ({
  deviceFor,
  weerklank: { dataDir },
}) => {
  const first = await deviceFor(an);
  await first.startRoom();
  const owner = new Owner(first, dataDir, 'herstel@voorbeeld.be');
  await owner.makeAccount();

  const second = await deviceFor(an);
  const away = new Owner(second, dataDir, owner.email);
  const { account, reset } = second.messages;
  await away.open(await linkFor(dataDir, 'reset', owner.email));
  await second.button(reset.choose.have).click();
  await away.field(account.recovery.label).fill('0000-0000');
  await away.field(account.password.new).fill('een ander begin van de zomer');
  await second.button(reset.submit).click();
  await expect(second.page.getByText(account.trouble.mistyped)).toBeVisible();
  await away.field(account.recovery.label).fill(owner.recoveryCode.toLowerCase());
  await second.button(reset.submit).click();
  await expect(away.title(reset.done.heading)).toBeVisible();
  away.password = 'een ander begin van de zomer';
  await second.page.getByRole('link', { name: reset.done.signIn }).click();
  await away.giveSignIn();
  await away.comesHome();
  await second.page.getByText(second.messages.home.back).click();
  // The first device is signed out by this: the room gets a key without it, and the link that holds the former is withdrawn.
  await expect(second.button(second.messages.room.invite.make)).toBeVisible();
});

test('without the recovery code it is said beforehand what is lost, and what this device still has stays', async ({
  deviceFor,
  weerklank: { dataDir },
}) => {
  const device = await deviceFor(an);
  await device.startRoom();
  const owner = new Owner(device, dataDir, 'zonder@voorbeeld.be');
  await owner.makeAccount();
  const { account, reset, room } = device.messages;
  await owner.open(await linkFor(dataDir, 'reset', owner.email));
  await device.button(reset.choose.haveNot).click();
  await expect(
    device.page.getByText('Op dit toestel staat de sleutel van één kamer.'),
  ).toBeVisible();
  await device.button(reset.without.goOn).click();
  owner.password = 'morgen schijnt de zon weer';
  await owner.field(account.password.new).fill(owner.password);
  await device.button(reset.next).click();
  await owner.keepCode();
  await owner.typeCode(reset.submit);
  await expect(owner.title(reset.done.heading)).toBeVisible();
  await device.page.getByRole('link', { name: reset.done.signIn }).click();
  await owner.giveSignIn();
  await owner.comesHome();

  const second = await deviceFor(an);
  const away = new Owner(second, dataDir, owner.email);
  away.password = owner.password;
  await away.signIn();
  await away.comesHome();
  await second.page.getByText(second.messages.home.back).click();
  // The account has new keys, so the room gets one too, and the link that holds the former is withdrawn.
  await expect(second.button(room.invite.make)).toBeVisible();
});

test('whoever signs out in one tab is out in the other, and the device is empty', async ({
  deviceFor,
  weerklank: { dataDir },
}) => {
  const device = await deviceFor(an);
  await device.startRoom();
  const owner = new Owner(device, dataDir, 'tabs@voorbeeld.be');
  await owner.makeAccount();
  await owner.openAccount();
  const other = await device.context.newPage();
  await other.goto(`${device.cable.url}/account`);
  const { account } = device.messages;
  await expect(other.getByText(owner.email)).toBeVisible();
  await device.button(account.leaving.leave).click();
  await expect(device.page.getByRole('heading', { name: account.out.heading })).toBeVisible();
  await expect(other.getByRole('heading', { name: account.out.heading })).toBeVisible();
  const kept = await device.page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('weerklank');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const count = opening.result.transaction('safe').objectStore('safe').count();
          count.onsuccess = () => resolve(count.result);
        };
      }),
  );
  expect(kept).toBe(0);
  await other.reload();
  await expect(other.getByRole('heading', { name: device.messages.signIn.heading })).toBeVisible();
});

test('signing out all others ends an open room on another device at once', async ({
  deviceFor,
  weerklank: { dataDir },
}) => {
  const device = await deviceFor(an);
  await device.startRoom();
  const owner = new Owner(device, dataDir, 'overal@voorbeeld.be');
  await owner.makeAccount();
  const second = await deviceFor(an);
  const third = await deviceFor(an);
  for (const elsewhere of [second, third]) {
    const away = new Owner(elsewhere, dataDir, owner.email);
    await away.signIn();
    await away.comesHome();
    await elsewhere.page.getByText(elsewhere.messages.home.back).click();
    await expect(elsewhere.button(elsewhere.messages.room.invite.makeNew)).toBeVisible();
  }
  await owner.openAccount();
  const { stays } = device.messages.account;
  await device.button(stays.endOthers).click();
  await device.button(stays.sureOthers).click();
  await expect(device.page.getByText(stays.endedOthers)).toBeVisible();
  for (const { page, messages } of [second, third]) {
    await expect(page.getByRole('heading', { name: messages.room.refused.title })).toBeVisible();
  }
  await second.page.getByRole('link', { name: second.messages.room.refused.account }).click();
  await new Owner(second, dataDir, owner.email).giveSignIn();
  await second.page.waitForURL('**/room/*');
});

test('what is not right is said where it stands, and what was typed stays', async ({
  deviceFor,
  weerklank: { dataDir },
}) => {
  const device = await deviceFor(an);
  const owner = new Owner(device, dataDir, 'fout@voorbeeld.be');
  const { account, signIn } = device.messages;
  await owner.open('/account/sign-in#to=//elders.example/account');
  await device.button(signIn.submit).click();
  await expect(device.page.getByText(account.email.fault)).toBeVisible();
  await expect(owner.field(account.email.label)).toBeFocused();
  await owner.giveSignIn(owner.email, goodPassword);
  await expect(device.page.getByText(signIn.refused)).toBeVisible();
  await expect(owner.field(account.email.label)).toHaveValue(owner.email);
  await expect(owner.field(account.password.label)).toHaveValue(goodPassword);
  await expect(device.page.getByText(signIn.ended)).toHaveCount(0);
});

test('somebody makes an account and changes the password with the keyboard alone', async ({
  deviceFor,
  weerklank: { dataDir },
}) => {
  const device = await deviceFor(an);
  await device.startRoom();
  const owner = new Owner(device, dataDir, 'toetsen@voorbeeld.be');
  const keyboard = new Keyboard(device.page);
  const { account, newAccount } = device.messages;
  await owner.startCreating();
  await keyboard.tabTo(owner.field(account.password.new));
  await keyboard.type(owner.password);
  await keyboard.press('Enter');
  await expect(owner.title(account.recovery.heading)).toBeFocused();
  await owner.keepCode();
  await keyboard.use(device.button(account.recovery.kept));
  await expect(owner.title(account.recovery.typeHeading)).toBeFocused();
  await keyboard.tabTo(owner.field(account.recovery.label));
  await keyboard.type(owner.recoveryCode);
  await keyboard.use(device.button(newAccount.code.submit));
  await owner.comesHome();

  await owner.openAccount();
  await keyboard.use(device.button(account.signingIn.changeHeading));
  const dialog = device.page.getByRole('dialog', { name: account.signingIn.changeHeading });
  await expect(dialog.getByRole('heading')).toBeFocused();
  await keyboard.tabTo(owner.field(account.password.current));
  await keyboard.type(owner.password);
  await keyboard.tabTo(owner.field(account.signingIn.next));
  await keyboard.type('drie meeuwen op een schoorsteen');
  await keyboard.use(device.button(account.signingIn.save));
  await expect(device.page.getByText(account.signingIn.saved)).toBeVisible();
  await keyboard.expectFocusKept();
});
