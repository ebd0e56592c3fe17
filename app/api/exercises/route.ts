import { NextResponse } from 'next/server';
import { catalogueOf } from '#lib/exercises/catalogue.ts';
import { sharedLibrary } from '#lib/exercises/shared.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';

/** What can be chosen here, in the language of whoever asks. */
export async function GET(): Promise<NextResponse> {
  const catalogue = catalogueOf(sharedLibrary(), await requestLanguage());
  return NextResponse.json(catalogue, { headers: { 'cache-control': 'no-store' } });
}
