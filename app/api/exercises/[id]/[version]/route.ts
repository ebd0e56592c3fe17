import { NextResponse } from 'next/server';
import * as v from 'valibot';
import { ExerciseRef } from '#lib/dialogue/exercise.ts';
import { sharedLibrary } from '#prisma/shared-library.ts';

type Context = { params: Promise<{ id: string; version: string }> };

/**
 * One version of an exercise, rules and texts; there is nothing secret in it. The rules of a version
 * never change, its wording may: a browser asks again after an hour.
 */
export async function GET(_request: Request, { params }: Context): Promise<NextResponse> {
  const { id, version } = await params;
  const ref = v.safeParse(ExerciseRef, { id, version: Number(version) });
  const exercise = ref.success ? (await sharedLibrary()).find(ref.output) : undefined;
  if (!exercise) return NextResponse.json({ reason: 'not-found' }, { status: 404 });
  return NextResponse.json(exercise, { headers: { 'cache-control': 'public, max-age=3600' } });
}
