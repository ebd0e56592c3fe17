/** What the played partner has to say, in one language. */
export interface Story {
  name: string;
  tells: string;
  /** The piece that is told again when it did not come back. */
  corrects: string;
  /** What to say when that piece came back at once, and when it was told again. */
  heard: { atOnce: string; afterwards: string };
  /** The words by which the piece is known: one of them is enough. */
  touchedBy: readonly string[];
  /** How somebody's own words are given back; `{words}` stands for them. */
  givesBack: { says: string; adds: string; takenBack: string; asks: string };
}
