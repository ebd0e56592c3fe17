/** Something that is wrong with a definition. */
export interface Fault {
  /** The id of the phase or step it is about. */
  at: string;
  /** What is wrong and what to do about it, for the author. */
  says: string;
}
