import { createHash } from 'node:crypto';
import { createBLAKE2b } from 'hash-wasm';

interface Given {
  password: Uint8Array;
  salt: Uint8Array;
  secret: Uint8Array;
  /** Associated data, which the library knows nothing of. */
  data: Uint8Array;
  memory: number;
  passes: number;
  lanes: number;
  length: number;
}

const mask = 0xffff_ffffn;
const words = 128;

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** BLAKE2b; Node's for 64 bytes, so that the long chain does not lean on the library under test. */
async function blake2b(length: number, ...parts: Uint8Array[]): Promise<Buffer> {
  const bytes = Buffer.concat(parts);
  if (length === 64) return createHash('blake2b512').update(bytes).digest();
  const hasher = await createBLAKE2b(length * 8);
  return Buffer.from(hasher.init().update(bytes).digest('binary'));
}

/** H', the hash of any length (RFC 9106, section 3.3). */
async function longHash(length: number, bytes: Uint8Array): Promise<Buffer> {
  if (length <= 64) return blake2b(length, int32(length), bytes);
  const parts: Buffer[] = [];
  let last = await blake2b(64, int32(length), bytes);
  let rest = length;
  for (; rest > 64; rest -= 32) {
    parts.push(last.subarray(0, 32));
    last = await blake2b(rest - 32 > 64 ? 64 : rest - 32, last);
  }
  return Buffer.concat([...parts, last]);
}

/** GB: the half round of BLAKE2b with a multiplication in each addition (section 3.6). */
function mix(block: BigUint64Array, a: number, b: number, c: number, d: number): void {
  const at = (index: number) => block[index] ?? 0n;
  const add = (x: bigint, y: bigint) => BigInt.asUintN(64, x + y + 2n * (x & mask) * (y & mask));
  const turn = (x: bigint, by: bigint) => BigInt.asUintN(64, (x >> by) | (x << (64n - by)));
  for (const [first, second] of [
    [32n, 24n],
    [16n, 63n],
  ] as const) {
    block[a] = add(at(a), at(b));
    block[d] = turn(at(d) ^ at(a), first);
    block[c] = add(at(c), at(d));
    block[b] = turn(at(b) ^ at(c), second);
  }
}

/** P over sixteen words of the block, a matrix of four by four. */
function permute(block: BigUint64Array, places: readonly number[]): void {
  const place = (index: number) => places[index] ?? 0;
  for (let column = 0; column < 4; column += 1) {
    mix(block, place(column), place(column + 4), place(column + 8), place(column + 12));
  }
  for (let row = 0; row < 4; row += 1) {
    const [b, c, d] = [4 + ((row + 1) % 4), 8 + ((row + 2) % 4), 12 + ((row + 3) % 4)];
    mix(block, place(row), place(b), place(c), place(d));
  }
}

/** G, the compression of two blocks into one (section 3.5). */
function compress(x: BigUint64Array, y: BigUint64Array): BigUint64Array {
  const mixed = x.map((word, index) => word ^ (y[index] ?? 0n));
  const result = mixed.slice();
  const sixteen = Array.from({ length: 16 }, (_, index) => index);
  for (let row = 0; row < 8; row += 1) {
    permute(
      result,
      sixteen.map((index) => 16 * row + index),
    );
  }
  for (let column = 0; column < 8; column += 1) {
    permute(
      result,
      sixteen.map((index) => 2 * column + 16 * (index >> 1) + (index & 1)),
    );
  }
  return result.map((word, index) => word ^ (mixed[index] ?? 0n));
}

const blockOf = (bytes: Buffer) =>
  BigUint64Array.from({ length: words }, (_, index) => bytes.readBigUInt64LE(8 * index));

/** Argon2id as RFC 9106 describes it, for small memories: slow, and with nothing left out. */
export async function argon2idByHand(given: Given): Promise<Buffer> {
  const { lanes, passes } = given;
  const numbers = [lanes, given.length, given.memory, passes, 0x13, 2].map(int32);
  const fields = [given.password, given.salt, given.secret, given.data];
  const framed = fields.flatMap((field) => [int32(field.length), field]);
  const start = await blake2b(64, ...numbers, ...framed);
  const segment = Math.floor(given.memory / (4 * lanes));
  const width = 4 * segment;
  const none = new BigUint64Array(words);
  const memory: BigUint64Array[][] = [];
  for (let lane = 0; lane < lanes; lane += 1) {
    const first = [0, 1].map((index) =>
      longHash(1024, Buffer.concat([start, int32(index), int32(lane)])),
    );
    memory.push((await Promise.all(first)).map(blockOf));
  }
  const at = (lane: number, column: number) => memory[lane]?.[column] ?? none;
  for (let pass = 0; pass < passes; pass += 1) {
    for (let slice = 0; slice < 4; slice += 1) {
      for (let lane = 0; lane < lanes; lane += 1) fill(pass, slice, lane);
    }
  }
  const lasts = Array.from({ length: lanes }, (_, lane) => at(lane, width - 1));
  const final = lasts.reduce((sum, block) => sum.map((word, i) => word ^ (block[i] ?? 0n)), none);
  const bytes = Buffer.alloc(1024);
  for (const [index, word] of final.entries()) bytes.writeBigUInt64LE(word, 8 * index);
  return longHash(given.length, bytes);

  function fill(pass: number, slice: number, lane: number): void {
    // The first half of the first pass looks where no password decides (Argon2i, section 3.4.1.2).
    const blind = pass === 0 && slice < 2;
    const input = new BigUint64Array(words);
    input.set([pass, lane, slice, width * lanes, passes, 2].map(BigInt));
    let addresses: BigUint64Array = none;
    for (let index = 0; index < segment; index += 1) {
      if (blind && index % words === 0) {
        input[6] = (input[6] ?? 0n) + 1n;
        addresses = compress(none, compress(none, input));
      }
      if (pass === 0 && slice === 0 && index < 2) continue;
      const column = slice * segment + index;
      const before = at(lane, (column + width - 1) % width);
      const random = (blind ? addresses[index % words] : before[0]) ?? 0n;
      const chosen = pass === 0 && slice === 0 ? lane : Number((random >> 32n) % BigInt(lanes));
      const same = chosen === lane;
      const done = pass === 0 ? slice * segment : width - segment;
      const size = same ? done + index - 1 : done - (index === 0 ? 1 : 0);
      const square = ((random & mask) * (random & mask)) >> 32n;
      const back = size - 1 - Number((BigInt(size) * square) >> 32n);
      const from = pass === 0 ? 0 : (slice + 1) * segment;
      const block = compress(before, at(chosen, (from + back) % width));
      const former = pass === 0 ? none : at(lane, column);
      const row = memory[lane];
      if (row) row[column] = block.map((word, i) => word ^ (former[i] ?? 0n));
    }
  }
}
