import { linkFor, Owner } from './account.ts';
import { expect } from './expect.ts';
import { coupleOn, type Tour } from './tour.ts';

/** Every state of the account's pages. */
export async function tourAccount(tour: Tour): Promise<void> {
  const { an } = await coupleOn(tour);
  const owner = new Owner(an, tour.dataDir, `an.${tour.language}@voorbeeld.be`);
  await tourCreate(tour, owner);
  await tourOverview(tour, owner);
  const elsewhere = await tour.deviceFor({ name: 'An', partner: 'Bo', language: tour.language });
  const away = new Owner(elsewhere, tour.dataDir, owner.email);
  away.recoveryCode = owner.recoveryCode;
  await tourSignIn(tour, away);
  await tourReset(tour, away);
  await tourLeaving(tour, owner);
}

async function tourCreate({ visit, dataDir }: Tour, owner: Owner): Promise<void> {
  const { device } = owner;
  const { account, newAccount } = device.messages;
  await owner.open('/account');
  await expect(owner.title(newAccount.invite.heading)).toBeVisible();
  await visit('account-invitation', device);
  await device.page.getByRole('link', { name: newAccount.invite.create }).click();
  await expect(owner.title(newAccount.ask.heading)).toBeVisible();
  await visit('account-ask', device);
  await owner.field(account.email.label).fill('an');
  await device.button(newAccount.ask.submit).click();
  await expect(device.page.getByText(account.email.fault)).toBeVisible();
  await visit('account-ask-fault', device);
  await owner.field(account.email.label).fill(owner.email);
  device.cable.cut();
  await device.button(newAccount.ask.submit).click();
  await expect(device.page.getByText(account.trouble['no-answer'])).toBeVisible();
  await visit('account-ask-offline', device);
  device.cable.mend();
  await device.button(newAccount.ask.submit).click();
  await expect(owner.title(newAccount.asked.hostHeading)).toBeVisible();
  await visit('account-asked', device);

  await owner.open(`/account/create#v1.${'A'.repeat(43)}`);
  await expect(owner.title(newAccount.spent.heading)).toBeVisible();
  await visit('account-link-spent', device);
  await owner.open(await linkFor(dataDir, 'create', owner.email));
  await expect(owner.title(newAccount.password.heading)).toBeVisible();
  await visit('account-password', device);
  await owner.field(account.password.new).fill('password12345');
  await device.button(newAccount.password.submit).click();
  await expect(device.page.getByText(account.password['easily-guessed']).first()).toBeVisible();
  await visit('account-password-fault', device);
  await owner.field(account.password.new).fill(owner.password);
  await expect(device.page.getByText(account.password.good).first()).toBeVisible();
  await visit('account-password-good', device);
  await device.button(newAccount.password.submit).click();
  await owner.keepCode();
  await visit('account-recovery-code', device);
  await device.button(account.recovery.kept).click();
  await owner.field(account.recovery.label).fill(`${owner.recoveryCode.slice(0, -1)}?`);
  await device.button(newAccount.code.submit).click();
  await expect(device.page.getByText(account.trouble.mistyped)).toBeVisible();
  await visit('account-recovery-typed', device);
  await device.button(account.recovery.back).click();
  await owner.typeCode(newAccount.code.submit);
  await owner.comesHome();
  await visit('account-home', device);
}

async function tourOverview({ visit }: Tour, owner: Owner): Promise<void> {
  const { device } = owner;
  const { account, common } = device.messages;
  await owner.openAccount();
  await visit('account', device);
  const dialog = device.page.getByRole('dialog');
  const look = async (button: string, name: string) => {
    await device.page.getByRole('button', { name: button, exact: true }).click();
    await expect(dialog).toBeVisible();
    if (name === 'account-totp') await expect(dialog.getByRole('img')).toBeVisible();
    await visit(name, device);
    await dialog.getByRole('button', { name: common.close }).click();
  };
  await look(account.signingIn.changeHeading, 'account-change-password');
  await look(account.signingIn.renewHeading, 'account-renew-code');
  await look(account.factor.setUp, 'account-totp');
  await look(account.passkeys.add, 'account-passkey');
  await device.button(account.deleting.begin).click();
  await expect(device.page.getByText(account.deleting.final)).toBeVisible();
  await visit('account-delete', device);
}

async function tourSignIn({ visit }: Tour, owner: Owner): Promise<void> {
  const { device } = owner;
  const { account, signIn } = device.messages;
  await owner.open('/account/sign-in');
  await expect(owner.title(signIn.heading)).toBeVisible();
  await visit('sign-in', device);
  await owner.giveSignIn(owner.email, 'iets helemaal anders');
  await expect(device.page.getByText(signIn.refused)).toBeVisible();
  await visit('sign-in-refused', device);
  await device.button(signIn.link).click();
  await expect(owner.title(signIn.ask.heading)).toBeVisible();
  await visit('sign-in-ask', device);
  await device.button(signIn.ask.submit).click();
  await expect(owner.title(signIn.asked.hostHeading)).toBeVisible();
  await visit('sign-in-asked', device);
  await owner.open(await linkFor(owner.dataDir, 'link', owner.email));
  await expect(owner.title(signIn.arrival.heading)).toBeVisible();
  await visit('sign-in-arrival', device);
  await device.button(signIn.arrival.go).click();
  await expect(owner.title(signIn.unlock.heading)).toBeVisible();
  await visit('unlock', device);
  await owner.field(account.password.label).fill('iets helemaal anders');
  await device.button(signIn.unlock.submit).click();
  await expect(device.page.getByText(signIn.unlock.wrong)).toBeVisible();
  await visit('unlock-wrong', device);
}

async function tourReset({ visit }: Tour, owner: Owner): Promise<void> {
  const { device } = owner;
  const { account, reset } = device.messages;
  await owner.open('/account/reset');
  await expect(owner.title(reset.ask.heading)).toBeVisible();
  await visit('reset', device);
  await owner.open(await linkFor(owner.dataDir, 'reset', owner.email));
  await expect(owner.title(reset.choose.heading)).toBeVisible();
  await visit('reset-choose', device);
  await device.button(reset.choose.haveNot).click();
  await expect(owner.title(reset.without.heading)).toBeVisible();
  await visit('reset-without', device);
  await device.button(reset.without.back).click();
  await device.button(reset.choose.have).click();
  await owner.field(account.recovery.label).fill(owner.recoveryCode);
  await owner.field(account.password.new).fill('een nieuw begin in de lente');
  await visit('reset-code', device);
  await device.button(reset.submit).click();
  await expect(owner.title(reset.done.heading)).toBeVisible();
  await visit('reset-done', device);
}

async function tourLeaving({ visit }: Tour, owner: Owner): Promise<void> {
  const { device } = owner;
  owner.password = 'een nieuw begin in de lente';
  await owner.signIn();
  await owner.comesHome();
  await owner.openAccount();
  await device.button(device.messages.account.leaving.leave).click();
  await expect(owner.title(device.messages.account.out.heading)).toBeVisible();
  await visit('signed-out', device);
}
