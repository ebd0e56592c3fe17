import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { ExerciseRef } from '#lib/dialogue/exercise.ts';
import { Mode } from '#lib/dialogue/mode.ts';
import { languages } from '#lib/i18n/language.ts';
import { type Play, playSession } from './couple.ts';
import { planOf } from './plan.ts';
import { NoPractice, openPractice } from './practice.ts';
import { Tally } from './tally.ts';
import { Watched } from './watched.ts';

/** So many couples are at it together when every exercise is played. */
const couplesAtOnce = 8;

const usage = `Plays whole sessions between partners without a screen, and tells what came of it.

  npm run drive -- --url <address> --rooms <number> --mode written|spoken --exercise <id>|all --observers <number>

With --observers, a therapist without a screen watches in the first so many rooms. Her account is made for it in the
database, and deleted afterwards: drive on the machine of the server, with the same DATA_DIR.
`;

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:3000' },
    rooms: { type: 'string', default: '10' },
    mode: { type: 'string' },
    exercise: { type: 'string' },
    observers: { type: 'string', default: '0' },
  },
});
const [rooms, observers] = [Number(values.rooms), Number(values.observers)];
const url = new URL(values.url).origin;
const mode = v.safeParse(v.optional(Mode), values.mode);
if (!mode.success || !isCount(rooms, 1) || !isCount(observers, 0)) {
  process.stderr.write(usage);
  process.exit(2);
}

const practice = observers > 0 ? await openPractice(url).catch(explain) : null;
const plays = await choosePlays(mode.output);
const [tally, watched] = [new Tally(), new Watched()];
const failures: unknown[] = [];
const waiting = [...plays.entries()];
await Promise.all(
  Array.from({ length: values.exercise ? couplesAtOnce : rooms }, async () => {
    for (let play = waiting.shift(); play; play = waiting.shift()) {
      const [at, played] = play;
      const watching = practice && at < observers ? { plan: planOf(at), practice, watched } : null;
      await playSession(url, played, tally, watching).catch((error: unknown) =>
        failures.push([played, error]),
      );
    }
  }),
);
if (failures.length > 0) {
  process.stderr.write(
    'A server with its limits on slows players down: RATE_LIMIT_FACTOR=1000 npm start\n',
  );
}
for (const failure of failures) process.stderr.write(`${JSON.stringify(failure)} ${failure}\n`);

await practice?.close();

const report = { ...tally.report, ...watched.report };
process.stdout.write(`${JSON.stringify(report)}\n`);
const { diverged, lost, doubled, seen, leaks } = report;
const sound = diverged + lost + doubled + seen.differences + leaks === 0;
process.exit(sound && failures.length === 0 && report.sessions === plays.length ? 0 : 1);

function isCount(number: number, least: number): boolean {
  return Number.isInteger(number) && number >= least;
}

/** Says in a sentence what is missing. */
function explain(error: unknown): never {
  if (!(error instanceof NoPractice)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}

/** Without an exercise: so many rooms of the first one. With: each one named, in all modes and languages. */
async function choosePlays(only: Mode | undefined): Promise<readonly Play[]> {
  const Offered = v.object({ offered: v.array(v.object(ExerciseRef.entries)) });
  const { offered } = v.parse(Offered, await (await fetch(`${url}/api/exercises`)).json());
  const { exercise } = values;
  if (exercise === undefined) {
    const mirrors = offered.filter(({ id }) => id === 'mirror-dialogue');
    return mirrors.flatMap(({ id, version }) =>
      Array.from({ length: rooms }, () => ({
        exercise: { id, version },
        mode: only ?? 'written',
        language: 'nl',
      })),
    );
  }
  const chosen = offered.filter(({ id }) => exercise === 'all' || id === exercise);
  if (chosen.length === 0) throw new Error(`No exercise "${exercise}" is offered there`);
  return chosen.flatMap(({ id, version }) =>
    Mode.options
      .filter((option) => only === undefined || option === only)
      .flatMap((option) =>
        languages.map((language) => ({ exercise: { id, version }, mode: option, language })),
      ),
  );
}
