import { deviceClock } from '#lib/client/clock.ts';
import { Doorkeeper, type DoorStage } from '#lib/client/observation/doorkeeper.ts';
import { Giver } from '#lib/client/observation/giver.ts';
import { makeObserverLink, type TakeTend, tendOver } from '#lib/client/observation/steps.ts';
import type { Lens } from '#lib/dialogue/observer.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { Observer } from './observer.ts';
import type { Partner } from './partner.ts';

/** What both partners choose when they let somebody in. */
export interface Choices {
  lenses: Readonly<Record<Seat, Lens>>;
  privateCues: boolean;
  /** Whose device compares digits, and gives the keys. */
  helper: Seat;
}

/** A partner's device at the door: it lets in, and gives keys to whom it compared digits with. */
export class Door {
  readonly keeper: Doorkeeper;
  readonly #partner: Partner;
  readonly #take: TakeTend;
  readonly #giver: Giver;

  constructor(partner: Partner) {
    const { client: room, safe } = partner;
    const { roomId, url, cookie } = partner.guest;
    const take = tendOver(roomId, { url, headers: { cookie, origin: url } });
    const holder = async () => partner.holder;
    this.#partner = partner;
    this.#take = take;
    this.keeper = new Doorkeeper({ roomId, take, safe, holder });
    this.#giver = new Giver({ roomId, room, take, safe, clock: deviceClock, holder });
  }

  /** A link for a therapist. Throws when the server does not take it. */
  async link(): Promise<string> {
    const { guest, safe } = this.#partner;
    const made = await makeObserverLink(guest.roomId, {
      take: this.#take,
      safe,
      origin: guest.url,
    });
    if (typeof made === 'string') throw new Error(`No link for an observer: ${made}`);
    return made.link;
  }

  close(): void {
    this.#giver.close();
  }
}

/** Lets her in, from her knock to the digits that both sides see are the same. Throws when that fails. */
export async function letIn(
  observer: Observer,
  doors: Readonly<Record<Seat, Door>>,
  { lenses, privateCues, helper }: Choices,
): Promise<void> {
  const { knocker } = observer;
  await knocker.knock('Om samen te kijken hoe jullie luisteren.');
  await doors.a.keeper.turn(lenses.a, privateCues);
  await doors.b.keeper.turn(lenses.b, privateCues);
  const { keeper } = doors[helper];
  await keeper.answer();
  const hers = await knocker.look();
  const theirs = digitsAt(await keeper.look());
  if (hers.stage !== 'compare' || hers.digits !== theirs) {
    throw new Error(`Other digits: ${JSON.stringify(hers)} and ${theirs}`);
  }
  await knocker.agree(theirs);
  await keeper.give(theirs);
  const { stage } = await knocker.look();
  if (stage !== 'admitted') throw new Error(`Not let in: ${stage}`);
}

function digitsAt(door: DoorStage): string {
  if (door.stage !== 'open' || door.comparing.at !== 'compare') {
    throw new Error(`No digits at the door: ${JSON.stringify(door)}`);
  }
  return door.comparing.digits;
}
