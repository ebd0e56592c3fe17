import { awaited } from '#lib/dialogue/legal.ts';
import { memorySafe } from '#lib/vault/memory-safe.ts';
import { newRoomId, newSessionId } from '#lib/vault/new-id.ts';
import { newRoomKey } from '#lib/vault/room-key.ts';
import { firstKeys } from '#lib/vault/room-keys.ts';
import { mirrorDialogue } from '#tests/support/exercises.ts';
import { Intents } from './intents.ts';
import { faultsAtTheEnd } from './network-end.ts';
import { NetworkTruth } from './network-truth.ts';
import { Partner } from './partner.ts';
import { Random } from './random.ts';
import { hours, minutes, start } from './scenario.ts';
import { ShakyStore } from './shaky-store.ts';
import { shortTalk } from './short-talk.ts';
import { SimulatedDevice, type World } from './simulated-device.ts';
import { calmWeather, hostileWeather, socketWeather } from './simulated-network.ts';
import { SimulatedServer } from './simulated-server.ts';
import { stepCrypto } from './stepped-crypto.ts';
import { Timeline } from './virtual-clock.ts';

/** What came of one seed. */
export interface NetworkRun {
  faults: readonly string[];
  /** What was done, one line for each, and the log: the same in every run of a seed. */
  history: readonly string[];
  operations: number;
  events: number;
  completed: boolean;
  /** How often moves were answered in which way. */
  answers: ReadonlyMap<string, number>;
}

/** One thing that can happen, and how likely it is. */
type Happening = readonly [weight: number, name: string, happen: () => void | Promise<void>];

/** How many things happen in a session that does not end before; after its end they count for three. */
const operations = 280;

/**
 * Plays one session of two partners, one of them with a second tab, over a network, a disk and clocks
 * that fail in every way a seed comes up with, while the room's key changes; then lets all of it heal, and lets one more device in.
 * Every third seed has a network worse than sockets, every second seed a shared safe for the tabs.
 */
export async function playNetwork(seed: number): Promise<NetworkRun> {
  const random = new Random(seed);
  stepCrypto(random);
  const timeline = new Timeline(start);
  const exercise = random.chance(0.4) ? shortTalk : mirrorDialogue;
  const hostile = seed % 3 === 0;
  const shared = seed % 2 === 0;
  const intents = new Intents();
  const store = new ShakyStore(timeline, random);
  const truth = new NetworkTruth(exercise, store, intents);
  const [roomId, sessionId] = [newRoomId(), newSessionId()];
  const server = new SimulatedServer(sessionId, exercise, store, timeline, truth);
  const weather = hostile ? hostileWeather : socketWeather;
  const ids = { roomId, sessionId, keys: { all: firstKeys(newRoomKey()) } };
  const world: World = { ...ids, exercise, server, timeline, random, intents, weather };
  const partner = new Partner(exercise, random);
  const history: string[] = [];
  const safe = memorySafe();
  void server.open(random.chance(0.5) ? 'a' : 'b');
  await timeline.pass(1_000);
  const devices = [
    new SimulatedDevice('a', 'a', safe, world),
    new SimulatedDevice('b', 'b', memorySafe(), world),
    new SimulatedDevice('a2', 'a', shared ? safe : memorySafe(), world),
  ] as const;
  await timeline.pass(3_000);

  const anyDevice = () => random.pick(devices) ?? devices[0];
  const ended = () => truth.stateAt(store.log.length).status === 'ended';
  const held = () => devices.some(({ snapshot }) => snapshot?.state.status === 'held');
  const someoneMoves = () => {
    const device = random.weighted(devices.map((one) => [eagerness(one), one] as const));
    const state = device?.snapshot?.state;
    const choice = state && partner.choose(state, device.seat, device.serverNow);
    if (!choice) return;
    history.push(`${device.name} ${choice.move.type}`);
    device.submit(choice.move, choice.words);
  };
  const allLeave = () => {
    for (const device of devices) device.cut();
    server.release();
  };
  const pass = (duration: number) => {
    if (store.down) store.breakOrMend();
    return timeline.pass(duration);
  };
  const termPasses = async () => {
    await pass(hours(73));
    if (random.chance(0.5)) store.loseAnswersOrNot();
    void server.lapse();
  };
  const rotate = () => {
    server.epoch += 1;
    world.keys.all = world.keys.all.with({ epoch: server.epoch, key: newRoomKey() });
  };
  const happenings = (): readonly Happening[] => [
    [70, 'move', someoneMoves],
    [4, 'cut', () => anyDevice().cut()],
    [3, 'reload', () => anyDevice().reload()],
    [1.5, 'crash', () => server.crash()],
    [0.7, 'all leave', allLeave],
    [store.down ? 20 : 1, 'disk', () => store.breakOrMend()],
    [2, 'answers', () => store.loseAnswersOrNot()],
    [1, 'clock', () => anyDevice().clock.set(random.whole(-hours(24), hours(24)))],
    [0.5, 'server clock', () => server.setClock(random.whole(-30_000, 30_000))],
    [ended() ? 4 : 0, 'term', termPasses],
    [1.5, 'new key', rotate],
    [held() ? 3 : 0.1, 'long wait', () => pass(minutes(random.whole(21, 90)))],
  ];

  const faults: string[] = [];
  const look = () => {
    faults.push(...truth.faults.splice(0), ...intents.faults.splice(0));
    for (const { name, snapshot, faults: own } of devices) {
      const shown = snapshot ? truth.faultsIn(snapshot) : [];
      faults.push(...[...own.splice(0), ...shown].map((fault) => `${name} ${fault}`));
    }
  };
  for (let left = operations; left > 0 && faults.length === 0; left -= ended() ? 3 : 1) {
    const [, name, happen] = happening(random, happenings());
    if (name !== 'move') history.push(name);
    await happen();
    await timeline.pass(random.whole(0, random.chance(0.3) ? 5_000 : 600));
    look();
  }

  history.push('healed');
  store.heal();
  void server.lapse();
  for (const device of devices) device.connect(calmWeather);
  await timeline.pass(minutes(3));
  // A notice that got lost on a line that stays open is missed at the next event, or the next line.
  const [first] = devices;
  if (hostile && !ended()) first.submit({ type: 'leave' }, null);
  else if (hostile) for (const device of devices) device.cut();
  await timeline.pass(minutes(3));
  const late = new SimulatedDevice('late', 'b', memorySafe(), world);
  late.connect(calmWeather);
  await timeline.pass(minutes(1));
  look();
  faults.push(...(await faultsAtTheEnd(truth, [...devices, late])));
  const last = truth.stateAt(store.log.length);
  return {
    faults,
    history: [
      ...history,
      ...store.log.map(({ author, at, fact }) => `${author} ${fact.type} ${at}`),
    ],
    operations: history.length,
    events: store.log.length,
    answers: truth.answers,
    completed: last.status === 'ended' && last.how === 'completed',
  };
}

function happening(random: Random, happenings: readonly Happening[]): Happening {
  const chosen = random.weighted(happenings.map((one) => [one[0], one] as const));
  if (!chosen) throw new Error('Nothing can happen');
  return chosen;
}

/** Who is awaited moves mostly; who still waits for an answer seldom moves. */
function eagerness({ snapshot, seat, world }: SimulatedDevice): number {
  if (!snapshot) return 0;
  const patience = snapshot.pending ? 0.04 : 1;
  const { state } = snapshot;
  if (state.status !== 'running') return patience;
  return patience * (awaited(world.exercise, state).includes(seat) ? 10 : 0.5);
}
