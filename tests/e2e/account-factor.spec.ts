import { generateSync } from 'otplib';
import { Owner } from './account.ts';
import type { Device } from './device.ts';
import { expect, test } from './test.ts';

const an = { name: 'An', partner: 'Bo', language: 'nl' } as const;

/** The code an app shows so many steps of half a minute from now: each is good once. */
function codeOf(secret: string, steps: number): string {
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1_000) + 30 * steps });
}

/** A device that makes passkeys and shows them by itself. */
async function addAuthenticator({ page, context }: Device): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test('codes from an app are asked from then on, and a backup code stands in for one', async ({
  deviceFor,
  weerklank: { dataDir },
}) => {
  const device = await deviceFor(an);
  await device.startRoom();
  const owner = new Owner(device, dataDir, 'app@voorbeeld.be');
  await owner.makeAccount();
  await owner.openAccount();
  const { account, signIn } = device.messages;
  await device.button(account.factor.setUp).click();
  const dialog = device.page.getByRole('dialog');
  const secret = (await dialog.locator('code').innerText()).replace(/\s/g, '');
  await owner.field(account.second.code).fill('12345');
  await device.button(account.factor.confirm).click();
  await expect(dialog.getByText(account.second.codeFault)).toBeVisible();
  await owner.field(account.second.code).fill(codeOf(secret, -1));
  await device.button(account.factor.confirm).click();
  const list = device.page.getByRole('list', { name: account.backup.list });
  await expect(list.getByRole('listitem')).toHaveCount(10);
  const [backup = ''] = await list.getByRole('listitem').allInnerTexts();
  await device.button(account.backup.done).click();
  await expect(device.page.getByText(account.factor.on)).toBeVisible();

  const second = await deviceFor(an);
  const away = new Owner(second, dataDir, owner.email);
  await away.signIn();
  await expect(away.title(signIn.second.heading)).toBeVisible();
  await expect(away.field(account.second.code)).toHaveAttribute('autocomplete', 'one-time-code');
  const code = codeOf(secret, 0);
  await away.field(account.second.code).fill(code);
  await second.button(signIn.second.submit).click();
  await away.comesHome();

  const third = await deviceFor(an);
  const far = new Owner(third, dataDir, owner.email);
  await far.signIn();
  await third.button(account.second.useBackup).click();
  await far.field(account.second.backup).fill(backup.toLowerCase());
  await third.button(signIn.second.submit).click();
  await far.comesHome();

  // What somebody saw over a shoulder is worth nothing.
  await far.signIn();
  await far.field(account.second.code).fill(code);
  await third.button(signIn.second.submit).click();
  await expect(third.page.getByText(signIn.second.refused)).toBeVisible();
  await expect(far.field(account.second.code)).toHaveValue(code);
});

for (const way of ['in the field', 'by the button'] as const) {
  test(`a passkey, chosen ${way}, lets its owner in, and a password opens the rooms`, async ({
    deviceFor,
    weerklank: { dataDir },
  }) => {
    const device = await deviceFor(an);
    // The authenticator answers by itself whatever asks first; not every browser offers passkeys in a field.
    if (way === 'by the button') {
      await device.page.addInitScript(() => {
        PublicKeyCredential.isConditionalMediationAvailable = async () => false;
      });
    }
    await device.startRoom();
    const owner = new Owner(device, dataDir, `${way.split(' ').at(-1)}@voorbeeld.be`);
    await owner.makeAccount();
    await addAuthenticator(device);
    await owner.openAccount();
    const { account, signIn } = device.messages;
    await device.button(account.passkeys.add).click();
    await owner.field(account.passkeys.name).fill('Telefoon van An');
    await device.page
      .getByRole('dialog')
      .getByRole('button', { name: account.passkeys.add })
      .click();
    await device.button(account.backup.done).click();
    await expect(device.page.getByText('Telefoon van An', { exact: true })).toBeVisible();

    await device.button(account.leaving.leave).click();
    await expect(device.page.getByRole('heading', { name: account.out.heading })).toBeVisible();
    await owner.open('/account/sign-in');
    if (way === 'by the button') await device.button(signIn.passkey).click();
    await expect(owner.title(signIn.unlock.heading)).toBeVisible();
    await owner.field(account.password.label).fill(owner.password);
    await device.button(signIn.unlock.submit).click();
    await owner.comesHome();
    await device.page.getByText(device.messages.home.back).click();
    // Signing out took the device from the keyholders: the room has a new key, and the former link is gone.
    await expect(device.button(device.messages.room.invite.make)).toBeVisible();
  });
}

test('a therapist sets up a second factor before anything else', async ({
  deviceFor,
  weerklank: { dataDir },
}) => {
  const device = await deviceFor(an);
  const owner = new Owner(device, dataDir, 'praktijk@voorbeeld.be');
  const { account, newAccount } = device.messages;
  await owner.startCreating();
  await device.page.getByLabel(newAccount.password.therapist).check();
  await expect(device.page.getByLabel(account.stay.label)).toHaveCount(0);
  await owner.fillPassword();
  await owner.typeCode(newAccount.code.submit);
  await expect(owner.title(account.unproved.heading)).toBeVisible();
  await addAuthenticator(device);
  await device.button(account.passkeys.add).click();
  await owner.field(account.passkeys.name).fill('Praktijk');
  await device.page.getByRole('dialog').getByRole('button', { name: account.passkeys.add }).click();
  await device.button(account.backup.done).click();
  await device.page.getByRole('link', { name: account.unproved.done }).click();
  await expect(owner.title(account.title)).toBeVisible();
});
