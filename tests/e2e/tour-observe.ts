import { Owner } from './account.ts';
import { begin } from './begin.ts';
import type { Device } from './device.ts';
import { expect } from './expect.ts';
import { LettingIn } from './letting-in.ts';
import { play, talks } from './talk.ts';
import { Therapist } from './therapist.ts';
import { coupleOn, type Tour } from './tour.ts';

/** What a therapist sees of a couple: the way in, the lobby, the talk as it goes, and the end of it. */
export async function tourObserve(tour: Tour): Promise<void> {
  const { visit, language, dataDir, deviceFor } = tour;
  const couple = await coupleOn(tour);
  const letting = new LettingIn(couple);
  const link = await letting.link();
  await tourOthers(tour, link);
  const device = await deviceFor({ name: 'Mieke', partner: '', language });
  const mieke = new Therapist(device, dataDir);
  const { observe } = device.messages;
  await mieke.owner.open(link);
  await expect(mieke.owner.title(observe.who.anonymous.title)).toBeVisible();
  await visit('observe-signed-out', device);
  await mieke.makeAccount(language === 'nl' ? 'relatietherapeut' : 'couples therapist');
  // The link waited on this device while she made her account.
  await mieke.owner.open('/observe');
  await device.page.waitForURL('**/observe/*');
  await expect(mieke.owner.title(observe.knock.title)).toBeVisible();
  await visit('observe-knock', device);
  await device.button(observe.knock.submit).click();
  await expect(device.page.getByText(observe.knock.empty)).toBeVisible();
  await visit('observe-knock-empty', device);
  await tourDoor(tour, mieke, letting);
  await tourTalk(tour, mieke, letting);
  await tourAgain(tour, mieke, letting);
  await mieke.owner.open('/observe#v1.half');
  await expect(mieke.owner.title(observe.link.unknown.title)).toBeVisible();
  await visit('observe-link-unknown', device);
  await mieke.owner.open('/observe');
  await expect(mieke.owner.title(observe.link.missing.title)).toBeVisible();
  await visit('observe-without-link', device);
}

/** Whoever is no therapist, or not yet. */
async function tourOthers({ visit, language, dataDir, deviceFor }: Tour, link: string) {
  const partner = await deviceFor({ name: 'Cas', partner: '', language });
  const cas = new Owner(partner, dataDir, `cas.${language}@voorbeeld.be`);
  const { observe, newAccount } = partner.messages;
  await cas.makeAccount();
  await cas.open(link);
  await expect(cas.title(observe.who.account.title)).toBeVisible();
  await visit('observe-no-therapist', partner);
  const device = await deviceFor({ name: 'Dirk', partner: '', language });
  const dirk = new Owner(device, dataDir, `dirk.${language}@voorbeeld.be`);
  await dirk.startCreating();
  await device.page.getByRole('checkbox', { name: newAccount.password.therapist }).check();
  await dirk.fillPassword();
  await dirk.typeCode(newAccount.code.submit);
  await expect(dirk.title(device.messages.account.unproved.heading)).toBeVisible();
  await dirk.open(link);
  await expect(dirk.title(observe.who.unproved.title)).toBeVisible();
  await visit('observe-second-step', device);
}

const purposes = {
  nl: 'Zien hoe het spiegelen thuis gaat, zoals we vorige week afspraken.',
  en: 'Seeing how the mirroring goes at home, as we agreed last week.',
} as const;

async function tourDoor({ visit, language }: Tour, mieke: Therapist, letting: LettingIn) {
  const { device, owner } = mieke;
  const { observe } = device.messages;
  await owner.field(observe.knock.purpose).fill(purposes[language]);
  await device.button(observe.knock.submit).click();
  await expect(owner.title(observe.waiting.title)).toBeVisible();
  await visit('observe-waiting', device);
  await letting.turn('ratings', 'alone');
  await letting.answer();
  await expect(owner.title(observe.digits.title)).toBeVisible();
  await visit('observe-digits', device);
  await device.button(observe.digits.same).click();
  await expect(owner.title(observe.digits.agreedTitle)).toBeVisible();
  await visit('observe-agreed', device);
  await letting.same();
  await expect(device.page.getByText(observe.between.text)).toBeVisible();
  await visit('observe-between', device);
  await owner.field(observe.suggest.exercise).selectOption({ index: 1 });
  await device.button(observe.suggest.submit).click();
  await expect(device.button(observe.suggest.take)).toBeVisible();
  await visit('observe-suggested', device);
  await device.button(observe.suggest.take).click();
}

async function tourTalk({ visit, language }: Tour, { device, owner }: Therapist, at: LettingIn) {
  const { an, bo } = at.couple;
  const { observe, cues } = device.messages;
  const lines = talks[language];
  await at.toRoom();
  await begin(an, bo, 'written');
  await play(at.couple, lines.slice(0, 9));
  await expect(device.page.getByText(lines[8]?.text ?? '')).toBeVisible();
  await visit('observe-live', device);
  await device.button(cues['mirror-first']).click();
  const shared = observe.cues.deliveredBoth.replace('{cue}', cues['mirror-first']);
  await expect(device.page.getByText(shared)).toBeVisible();
  await visit('observe-cue', device);
  await device.page.getByRole('radio', { name: 'Bo', exact: true }).check();
  const own = language === 'nl' ? 'Kijk even op.' : 'Look up.';
  await owner.field(observe.cues.own).fill(own);
  await device.button(observe.cues.ownSend).click();
  const alone = observe.cues.deliveredOne.replace('{name}', 'Bo').replace('{cue}', own);
  await expect(device.page.getByText(alone)).toBeVisible();
  await visit('observe-cue-for-one', device);
  device.cable.cut();
  await expect(device.page.getByText(observe.live.offline)).toBeVisible();
  await device.button(cues.breathe).click();
  await expect(device.page.getByText(observe.cues.waiting)).toBeVisible();
  await visit('observe-offline', device);
  device.cable.mend();
  await expect(device.page.getByText(cues.breathe).nth(1)).toBeVisible();
  await device.button(observe.asks.pause).click();
  await expect(device.page.getByText(observe.asks.pauseAsked)).toBeVisible();
  await visit('observe-pause-asked', device);
  await bo.button(bo.messages.observing.request.agree).click();
  await expect(device.page.getByText(observe.asks.held)).toBeVisible();
  await visit('observe-hold', device);
  await Promise.all([an.resume(), bo.resume()]);
  await play(at.couple, lines.slice(9, 18));
  await tourNote({ visit, language }, device, owner);
  await an.page.getByRole('button', { name: an.messages.observing.bar.letGo }).click();
  await expect(owner.title(observe.over.over.title)).toBeVisible();
  await visit('observe-over', device);
  await an.stop();
  // One no is enough, and takes the question from the other.
  await an.keep('no');
  await expect(bo.button(bo.messages.ending.keep.no)).toBeHidden();
  for (const partner of [an, bo]) await partner.button(partner.messages.ending.lobby).click();
}

async function tourNote(
  { visit, language }: Pick<Tour, 'visit' | 'language'>,
  device: Device,
  owner: Owner,
) {
  const { observe } = device.messages;
  const note = device.page.getByRole('region', { name: observe.note.heading });
  await note
    .getByRole('textbox')
    .fill(language === 'nl' ? 'Hij blijft erbij.' : 'He stays with it.');
  await device.page.reload();
  await expect(note.getByRole('textbox')).not.toHaveValue('');
  await expect(owner.title(observe.live.heading)).toBeVisible();
  await visit('observe-note', device);
  await note.getByRole('button').click();
  await expect(note.getByText(observe.note.saved)).toBeVisible();
  await note
    .getByRole('textbox')
    .fill(language === 'nl' ? 'En zij wordt stil.' : 'She falls silent.');
}

/** Once more, seeing no words; and then not. */
async function tourAgain({ visit, language }: Tour, mieke: Therapist, letting: LettingIn) {
  const { device, owner } = mieke;
  const { observe } = device.messages;
  const { an, bo } = letting.couple;
  const knock = async () => {
    await owner.field(observe.knock.purpose).fill(purposes[language]);
    await device.button(observe.knock.submit).click();
    await expect(owner.title(observe.waiting.title)).toBeVisible();
  };
  await device.button(observe.over.again).click();
  await knock();
  await letting.decline();
  await expect(owner.title(observe.notNow.title)).toBeVisible();
  await visit('observe-not-now', device);
  await device.button(observe.notNow.again).click();
  await knock();
  await letting.turn('phases', 'together');
  await letting.answer();
  await device.button(observe.digits.same).click();
  await letting.same();
  await expect(device.page.getByText(observe.between.text)).toBeVisible();
  await letting.toRoom();
  await begin(an, bo, 'written');
  await play(letting.couple, talks[language].slice(0, 8));
  await expect(device.page.getByText(observe.talk.unseen.mirror).first()).toBeVisible();
  await visit('observe-phases', device);
  await an.stop();
  await expect(owner.title(observe.over.session.title)).toBeVisible();
  await visit('observe-session-over', device);
}
