import * as z from 'zod/mini';

/** One of the two stable places in a room. */
export const Seat = z.enum(['a', 'b']);
export type Seat = z.infer<typeof Seat>;

export const seats: readonly [Seat, Seat] = ['a', 'b'];

export function otherSeat(seat: Seat): Seat {
  return seat === 'a' ? 'b' : 'a';
}
