/** Where a device keeps the day on which its safety check was last passed. */
export const askedKey = 'weerklank-asked';

/** After how many days the check is due again. */
export const daysBetween = 30;

const day = 24 * 60 * 60 * 1000;

/** Kept for where the browser lets us store nothing; gone with the page. */
let askedHere: string | null = null;

/** Whether the safety check has to come first on this device. Also when its day cannot be read. */
export function isCheckDue(now: number): boolean {
  return isDue(stored() ?? askedHere, now);
}

/** Notes that the check was passed today: the day, and nothing else. */
export function rememberAsked(now: number): void {
  const today = new Date(now).toISOString().slice(0, 10);
  askedHere = today;
  try {
    localStorage.setItem(askedKey, today);
  } catch {
    // Then this page alone knows, and the next one asks again.
  }
}

/** Whether a check of that day is too old, lies in the future, or is no day at all. */
export function isDue(askedOn: string | null, now: number): boolean {
  const since = now - Date.parse(askedOn ?? '');
  // A day begins elsewhere up to a day earlier.
  return !(since > -day && since < daysBetween * day);
}

function stored(): string | null {
  try {
    return localStorage.getItem(askedKey);
  } catch {
    return null;
  }
}
