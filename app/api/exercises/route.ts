import { NextResponse } from 'next/server';
import { catalogueOf } from '#lib/exercises/catalogue.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';
import { sharedLibrary } from '#prisma/shared-library.ts';

/** What can be chosen here, in the language of whoever asks. */
export async function GET(): Promise<NextResponse> {
  const catalogue = catalogueOf(await sharedLibrary(), await requestLanguage());
  return NextResponse.json(catalogue, { headers: { 'cache-control': 'no-store' } });
}
