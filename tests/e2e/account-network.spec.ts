import { Owner } from './account.ts';
import { expect, test } from './test.ts';

const an = { name: 'An', partner: 'Bo', language: 'nl' } as const;

for (const lost of ['the question', 'the answer'] as const) {
  test(`${lost} of making an account may get lost, and the same button mends it`, async ({
    deviceFor,
    weerklank: { dataDir },
  }) => {
    const device = await deviceFor(an);
    await device.startRoom();
    const owner = new Owner(device, dataDir, `net-${lost === 'the answer'}@voorbeeld.be`);
    await owner.choosePassword();
    const { account, newAccount, home } = device.messages;
    if (lost === 'the answer') {
      device.cable.loseAnswers();
      await owner.typeCode(newAccount.code.submit);
      await expect
        .poll(() => device.cable.carriedTo('server').includes('/api/account/create/finish'))
        .toBe(true);
      device.cable.cut();
    } else {
      device.cable.cut();
      await owner.typeCode(newAccount.code.submit);
    }
    await expect(device.page.getByText(account.trouble['no-answer'])).toBeVisible();
    await expect(owner.field(account.recovery.label)).toHaveValue(owner.recoveryCode);
    device.cable.mend();
    await device.button(newAccount.code.submit).click();
    await owner.comesHome();
    await expect(device.page.getByText(home.back)).toBeVisible();
  });

  test(`${lost} of changing the password may get lost, and the same button mends it`, async ({
    deviceFor,
    weerklank: { dataDir },
  }) => {
    const device = await deviceFor(an);
    await device.startRoom();
    const owner = new Owner(device, dataDir, `pas-${lost === 'the answer'}@voorbeeld.be`);
    await owner.makeAccount();
    await owner.openAccount();
    const { account } = device.messages;
    await device.button(account.signingIn.changeHeading).click();
    await owner.field(account.password.current).fill(owner.password);
    const next = 'drie meeuwen op een schoorsteen';
    await owner.field(account.signingIn.next).fill(next);
    await expect(device.page.getByText(account.password.good).first()).toBeVisible();
    // What the change begins with comes through; the change itself does not.
    await device.page.route(
      '**/api/account/password',
      async (request) => {
        if (lost === 'the answer') await request.fetch();
        device.cable.cut();
        await request.abort();
      },
      { times: 1 },
    );
    await device.button(account.signingIn.save).click();
    await expect(device.page.getByText(account.trouble['no-answer'])).toBeVisible();
    await expect(owner.field(account.signingIn.next)).toHaveValue(next);
    device.cable.mend();
    await device.button(account.signingIn.save).click();
    await expect(device.page.getByText(account.signingIn.saved)).toBeVisible();

    const second = await deviceFor(an);
    const away = new Owner(second, dataDir, owner.email);
    away.password = next;
    await away.signIn();
    await away.comesHome();
  });
}
