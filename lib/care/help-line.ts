import type { Language } from '#lib/i18n/language.ts';

/** A fact as it is said in each language of the app. */
export type Said = Readonly<Record<Language, string>>;

/** A line to call, and how we know. */
export interface HelpLine {
  /** As it is written; what is dialled is its digits. */
  number: string;
  /** A second number of the same line. */
  also?: string;
  name: string;
  /** The languages that are spoken there. */
  speaks: readonly ('nl' | 'fr')[];
  /** What it is for. */
  when: Said;
  /** When it can be reached, as far as we know. Hours change: the page says so, and gives the site. */
  hours: Said;
  /** What it costs, and what they need to know about you. */
  terms: Said;
  /** What someone who is afraid should know beforehand. */
  note?: Said;
  site: string;
  /** The day on which all of this was last compared with a source. */
  lastChecked: `${number}-${number}-${number}`;
  source: string;
  /** What that source was: a page of today, or an older copy, and from when. */
  checkedAgainst: Said;
}

/** Lines that are only ever shown together, because one begins where another ends. */
export interface HelpGroup {
  id: string;
  country: 'be' | 'nl' | 'both';
  purpose: 'danger' | 'violence' | 'suicide';
  title: Said;
  lines: readonly HelpLine[];
}
