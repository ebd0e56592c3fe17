import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { ExerciseRef } from '#lib/dialogue/exercise.ts';
import { Mode } from '#lib/dialogue/mode.ts';
import { languages } from '#lib/i18n/language.ts';
import { type Play, playSession } from './couple.ts';
import { Tally } from './tally.ts';

/** So many couples are at it together when every exercise is played. */
const couplesAtOnce = 8;

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:3000' },
    rooms: { type: 'string', default: '10' },
    mode: { type: 'string' },
    exercise: { type: 'string' },
  },
});
const rooms = Number(values.rooms);
const url = new URL(values.url).origin;
const mode = v.safeParse(v.optional(Mode), values.mode);
if (!mode.success || !Number.isInteger(rooms) || rooms < 1) {
  process.stderr.write(
    'Usage: npm run drive -- --url <address> --rooms <number> --mode written|spoken --exercise <id>|all\n',
  );
  process.exit(2);
}

const plays = await choosePlays(mode.output);
const tally = new Tally();
const failures: unknown[] = [];
const waiting = [...plays];
await Promise.all(
  Array.from({ length: values.exercise ? couplesAtOnce : rooms }, async () => {
    for (let play = waiting.shift(); play; play = waiting.shift()) {
      await playSession(url, play, tally).catch((error: unknown) => failures.push([play, error]));
    }
  }),
);
if (failures.length > 0) {
  process.stderr.write(
    'A server with its limits on slows players down: RATE_LIMIT_FACTOR=1000 npm start\n',
  );
}
for (const failure of failures) process.stderr.write(`${JSON.stringify(failure)} ${failure}\n`);

const { report } = tally;
process.stdout.write(`${JSON.stringify(report)}\n`);
const sound = report.diverged + report.lost + report.doubled === 0;
process.exit(sound && failures.length === 0 && report.sessions === plays.length ? 0 : 1);

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
