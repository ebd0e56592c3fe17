const notes = new Set<string>();

/** Remembers, for as long as the page stands, that a note was read: a hold takes its screen away. */
export function read(note: string): void {
  notes.add(note);
}

export function wasRead(note: string): boolean {
  return notes.has(note);
}
