import { faultsOf, type Verification, verify } from '#lib/dialogue/verify.ts';
import { readFiles, readLibrary } from '#lib/exercises/library.ts';

/** The columns of the table, with what stands in each. */
const columns: readonly [title: string, cell: (found: Verification) => string][] = [
  ['exercise', ({ exercise }) => `${exercise.id} ${exercise.version}`],
  ['states', (found) => count(found.states)],
  ['transitions', (found) => count(found.transitions)],
  ['dead ends', (found) => count(found.deadEnds)],
  ['unreached', (f) => count(f.unreachablePhases.length + f.unreachableSteps.length)],
  ['stop everywhere', (found) => (found.stopEverywhere ? 'yes' : 'NO')],
  ['halves equal', (found) => (found.halvesEqual ? 'yes' : 'NO')],
  ['illegal tried', (found) => count(found.illegalTried)],
  ['accepted', (found) => count(found.illegalAccepted)],
  ['legal refused', (found) => count(found.legalRefused)],
  ['completes', (found) => (found.completes ? 'yes' : 'NO')],
];

// With file names: just those. Without: everything that is served here.
const files = process.argv.slice(2);
const library =
  files.length > 0 ? readFiles(files) : readLibrary(process.env.EXERCISES_DIR || null);
const faults = library.faults.map(({ file, line, says }) => `${file}:${line}: ${says}`);
const rows: string[][] = [];
for (const { definition } of library.all) {
  const found = verify(definition);
  faults.push(...faultsOf(found).map((fault) => `${definition.id}: ${fault}`));
  rows.push(columns.map(([, cell]) => cell(found)));
}
print(table([columns.map(([title]) => title), ...rows]));
print(faults.length === 0 ? 'No faults.' : faults.join('\n'));
process.exitCode = faults.length === 0 ? 0 : 1;

function count(number: number): string {
  return number.toLocaleString('en');
}

/** Lines up the columns: names to the left, everything else to the right. */
function table(lines: readonly (readonly string[])[]): string {
  const widths = columns.map((_, index) =>
    Math.max(...lines.map((line) => line[index]?.length ?? 0)),
  );
  const pad = (cell: string, index: number) =>
    index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0);
  return lines.map((line) => line.map(pad).join('  ')).join('\n');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
