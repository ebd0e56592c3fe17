import { existsSync, readFileSync } from 'node:fs';

/** One row of a table in docs/asvs.md. */
export interface Row {
  id: string;
  level: number;
  where: string;
  shownBy: string;
  state: string;
  /** The row as it stands there. */
  text: string;
}

/** A test that a row names: its file, and a part of its title. */
export interface NamedTest {
  file: string;
  title: string;
}

/** Every row about a requirement, in order. */
export function rowsOf(page: string): readonly Row[] {
  return [...page.matchAll(/^\| (\d+\.\d+\.\d+) \| (.*) \|$/gm)].map(
    ([text, id = '', rest = '']) => {
      const [level, , where = '', shownBy = '', state = ''] = rest.split(' | ');
      return { id, level: Number(level), where, shownBy, state, text };
    },
  );
}

/** The files that a text names, some of them with a heading after a `#`. */
export function filesIn(text: string): readonly string[] {
  const quoted = [...text.matchAll(/`([^`]+)`/g)].map(([, inner = '']) => inner);
  return quoted.filter((inner) =>
    /^\w[^\s*]*\.(ts|tsx|mjs|md|json|sql|prisma)(#[\w-]+)?$/.test(inner),
  );
}

/** The tests that a text names. */
export function testsIn(text: string): readonly NamedTest[] {
  return [...text.matchAll(/`(tests\/[^`]+)`(?: "([^"]+)")?/g)].map(
    ([, file = '', title = '']) => ({
      file,
      title,
    }),
  );
}

/** Whether there is such a file, and in it such a heading (spelt as in addresses on GitHub). */
export function isThere(named: string): boolean {
  const [file = '', heading] = named.split('#');
  if (!existsSync(file)) return false;
  return heading === undefined || headingsOf(readFileSync(file, 'utf8')).includes(heading);
}

/** Whether the file of this test has its title in it. */
export function isTitled({ file, title }: NamedTest): boolean {
  return title !== '' && existsSync(file) && readFileSync(file, 'utf8').includes(title);
}

function headingsOf(page: string): readonly string[] {
  return [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}
