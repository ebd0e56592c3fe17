/** The middle of a calendar day (YYYY-MM-DD) on this device's clock, to be shown as that day. */
export function dayOf(date: string): Date {
  return new Date(`${date}T12:00`);
}

/** The calendar day a number of days from now, as YYYY-MM-DD by this device's clock. */
export function dayFromNow(days: number, now: number): string {
  const at = new Date(now);
  at.setDate(at.getDate() + days);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
