import * as v from 'valibot';
import { checkExercise } from '#lib/dialogue/check.ts';
import { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import { faultsOf, type Verification, verify } from '#lib/dialogue/verify.ts';
import { exercises } from '#lib/exercises/library.ts';

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

const faults: string[] = [];
const rows: string[][] = [];
for (const exercise of exercises) {
  const name = `${exercise.id} ${exercise.version}`;
  const shape = v.safeParse(ExerciseDefinition, exercise);
  const broken = shape.success
    ? checkExercise(exercise)
    : shape.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`);
  faults.push(...broken.map((fault) => `${name}: ${fault}`));
  if (broken.length > 0) continue;
  const found = verify(exercise);
  faults.push(...faultsOf(found).map((fault) => `${name}: ${fault}`));
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
