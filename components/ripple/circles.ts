/** Where each voice touches the water, in a picture of 360 by 150. */
export const sources = { a: { x: 96, y: 75 }, b: { x: 264, y: 75 } } as const;

/** How far the ripples of a voice have come, from near to far. */
export const radii = [20, 36, 52, 68, 84, 101, 119] as const;

const half = (sources.b.x - sources.a.x) / 2;

/** Where ripples of the same age cross, halfway between the two voices. */
export const meetings = radii
  .filter((radius) => radius >= half)
  .flatMap((radius) => {
    const away = Math.round(Math.sqrt(radius ** 2 - half ** 2) * 10) / 10;
    return away === 0 ? [sources.a.y] : [sources.a.y - away, sources.a.y + away];
  })
  .filter((y) => y > 8 && y < 142);
