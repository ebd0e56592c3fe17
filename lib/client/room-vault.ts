import { firstEpoch } from '#lib/dialogue/epoch.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { RoomView } from '#lib/protocol.ts';
import type { DeviceSafe } from '#lib/vault/device-safe.ts';
import { deviceKeyring } from '#lib/vault/keyring.ts';
import type { RoomKeys } from '#lib/vault/room-keys.ts';
import type { Clock } from './clock.ts';
import type { HeldKeys } from './held-keys.ts';
import type { ExchangeDeps, PreparedRotation } from './key-exchange.ts';

/** How long nothing is asked after no answer came, and after there was nothing to be had. */
const restAfter = { trouble: 3_000, nothing: 60_000 } as const;

/** The part that seals and asks; seldom needed, so a page fetches it only then. */
type Exchange = typeof import('./key-exchange.ts');

export interface RoomVaultDeps {
  roomId: RoomId;
  keys: RoomKeys;
  safe: DeviceSafe;
  clock: Clock;
  /** Who this device is to the server, and how it asks. Rejects when the device keeps no key pair. */
  exchangeDeps: () => Promise<ExchangeDeps>;
}

/** The keys of one room on this device, brought level with the room's. Knows no socket; it is told. */
export class RoomVault implements HeldKeys {
  readonly #deps: RoomVaultDeps;
  #held: RoomKeys;
  /** The room has another key, and what the server gives for it is nothing that this device can take. */
  #lost = false;
  #renewing: Promise<boolean> | null = null;
  #following: Promise<void> = Promise.resolve();
  #view: RoomView | null = null;
  /** Ends a rest before its time; null when not resting. */
  #stopResting: (() => void) | null = null;
  #closed = false;
  #askedForOlder = false;
  #registered: boolean | null = null;
  #changed: () => void = () => undefined;

  constructor(deps: RoomVaultDeps) {
    this.#deps = deps;
    this.#held = deps.keys;
  }

  get held(): RoomKeys {
    return this.#held;
  }

  /** Whether the room has gone over to a key that this device was not given. */
  get lost(): boolean {
    return this.#lost;
  }

  /** Calls back when other keys are held, or none of use any more. */
  watch(changed: () => void): void {
    this.#changed = changed;
  }

  renew(): Promise<boolean> {
    // Every time is written down for both to see; there is nothing new until the room says so.
    if (this.#lost) return Promise.resolve(false);
    return this.#renew();
  }

  #renew(): Promise<boolean> {
    if (this.#stopResting || this.#closed) return Promise.resolve(false);
    this.#renewing ??= this.#exchanging((exchange, deps) =>
      exchange.renew(deps, this.#held),
    ).finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  /** Comes level with the room: takes its key, gives it the one it is due for, registers this device. */
  follow(view: RoomView): Promise<void> {
    const news = view.epoch !== this.#view?.epoch;
    this.#view = view;
    // A rest from asking for one key is no reason to wait for the next.
    if (news) this.#wake();
    this.#following = this.#following.then(() => this.#comeLevel(view, news));
    return this.#following;
  }

  /** Tells the server of this device, for the next key; `anew` also when it was told before. */
  async register(seat: Seat, anew = false): Promise<void> {
    const { roomId, safe, exchangeDeps } = this.#deps;
    const place = `keyholder:${roomId}`;
    if (anew) this.#registered = false;
    this.#registered ??= (await safe.get(place).catch(() => null)) !== null;
    if (this.#registered || this.#stopResting) return;
    try {
      const [exchange, deps] = await Promise.all([import('./key-exchange.ts'), exchangeDeps()]);
      const held = await exchange.hold(deps, 'device', this.#held, seat);
      if (!held.ok) return this.#rest('nothing');
      this.#registered = true;
      await safe.put(place, deps.holder.id);
    } catch {
      this.#rest('nothing');
    }
  }

  /** A new key without the other's devices, for an invitation; null for none. */
  async prepareRotation(leaveOut: Seat): Promise<PreparedRotation | null> {
    try {
      const { exchangeDeps } = this.#deps;
      const [exchange, deps] = await Promise.all([import('./key-exchange.ts'), exchangeDeps()]);
      const prepared = await exchange.prepareRotation(deps, this.#held, leaveOut);
      return prepared.ok ? prepared.value : null;
    } catch {
      return null;
    }
  }

  /** Holds these keys from now on, beside those it has; they are kept on the device as well. */
  async take(keys: RoomKeys): Promise<void> {
    const { roomId, safe } = this.#deps;
    const before = this.#held;
    this.#held = before.with(...keys.newestFirst);
    const news = this.#held.newestFirst.length > before.newestFirst.length || this.#lost;
    // Whoever was left out is no keyholder either.
    if (this.#lost) this.#registered = false;
    this.#lost = false;
    if (!news) return;
    // A device that keeps nothing has been sealed an envelope, and asks for it again.
    await deviceKeyring(safe)
      .put(roomId, this.#held)
      .catch(() => undefined);
    this.#changed();
  }

  close(): void {
    this.#closed = true;
    this.#wake();
  }

  async #comeLevel(view: RoomView, news: boolean): Promise<void> {
    const { you, epoch, rotationDue } = view;
    if (this.#closed || (this.#lost && !news)) return;
    const settles = rotationDue || epoch < this.#held.epoch || (news && epoch > firstEpoch);
    if (epoch > this.#held.epoch || this.#lacksOlder()) await this.#renew();
    else if (settles && !this.#stopResting) {
      const settling = import('./key-settling.ts');
      await this.#exchanging(async (_, deps) => (await settling).settle(deps, this.#held, view));
    }
    if (!this.#lost) await this.register(you);
  }

  async #exchanging(
    work: (exchange: Exchange, deps: ExchangeDeps) => ReturnType<Exchange['renew']>,
  ): Promise<boolean> {
    const before = this.#held;
    try {
      const { exchangeDeps } = this.#deps;
      const [exchange, deps] = await Promise.all([import('./key-exchange.ts'), exchangeDeps()]);
      const answer = await work(exchange, deps);
      if (answer.ok) await this.take(answer.value);
      else {
        const { reason } = answer;
        this.#rest(reason === 'no-answer' || reason === 'storage' ? 'trouble' : 'nothing');
        if (reason === 'none' || reason === 'unreadable') this.#lose();
      }
    } catch {
      this.#rest('trouble');
    }
    return this.#held.epoch > before.epoch;
  }

  /** Whoever came in by a link has the newest key, and what it opens was not asked for yet. */
  #lacksOlder(): boolean {
    if (this.#askedForOlder || this.#held.newestFirst.length === this.#held.epoch) return false;
    this.#askedForOlder = true;
    return true;
  }

  #lose(): void {
    if (this.#lost) return;
    this.#lost = true;
    this.#changed();
  }

  #rest(why: keyof typeof restAfter): void {
    if (this.#closed) return;
    this.#wake();
    this.#stopResting = this.#deps.clock.after(restAfter[why], () => {
      this.#stopResting = null;
      if (this.#view) void this.follow(this.#view);
    });
  }

  #wake(): void {
    this.#stopResting?.();
    this.#stopResting = null;
  }
}
