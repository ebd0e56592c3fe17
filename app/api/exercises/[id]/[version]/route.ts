import { NextResponse } from 'next/server';
import * as v from 'valibot';
import { ExerciseRef } from '#lib/dialogue/exercise.ts';
import { sharedLibrary } from '#prisma/shared-library.ts';

type Context = { params: Promise<{ id: string; version: string }> };

/**
 * One version of an exercise, rules and texts; there is nothing secret in it. Not kept by browsers: as
 * long as nobody has opened a version, its host may still change it.
 */
export async function GET(_request: Request, { params }: Context): Promise<NextResponse> {
  const { id, version } = await params;
  const ref = v.safeParse(ExerciseRef, { id, version: Number(version) });
  const exercise = ref.success ? (await sharedLibrary()).find(ref.output) : undefined;
  if (!exercise) return NextResponse.json({ reason: 'not-found' }, { status: 404 });
  return NextResponse.json(exercise, { headers: { 'cache-control': 'no-store' } });
}
