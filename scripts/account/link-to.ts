/** The whole address of a page of ours, as people reach it. Throws for a PUBLIC_URL that is none. */
export function linkTo(path: string): string {
  const { PUBLIC_URL, HTTPS, PORT } = process.env;
  const own = `${HTTPS === '1' ? 'https' : 'http'}://localhost:${PORT || 3000}`;
  return new URL(PUBLIC_URL || own).origin + path;
}
