const minute = 60_000;
/** Rule P3: a time-out lasts at least 20 minutes and at most 24 hours. */
export const shortestTimeOut = 20 * minute;
export const longestTimeOut = 24 * 60 * minute;
/** Rule T7: an appointment is postponed by at most 24 hours. */
export const longestPostponement = 24 * 60 * minute;
