import * as v from 'valibot';

/** One of the two stable places in a room. */
export const Seat = v.picklist(['a', 'b']);
export type Seat = v.InferOutput<typeof Seat>;

export const seats: readonly [Seat, Seat] = ['a', 'b'];

export function otherSeat(seat: Seat): Seat {
  return seat === 'a' ? 'b' : 'a';
}
