import { type NextRequest, NextResponse } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '#app/auth-options.ts';

type Context = { params: Promise<{ nextauth: string[] }> };

/** What is asked of next-auth here. What else it knows (such as writing into our log) has no address. */
const asked: ReadonlySet<string | undefined> = new Set([
  'callback',
  'csrf',
  'error',
  'providers',
  'session',
  'signin',
  'signout',
  'verify-request',
]);

const badRequest = () => NextResponse.json({ reason: 'bad-request' }, { status: 400 });

async function handler(request: NextRequest, context: Context) {
  const [action] = (await context.params).nextauth;
  if (!asked.has(action)) return NextResponse.json({ reason: 'not-found' }, { status: 404 });
  try {
    const answer: Response = await NextAuth(authOptions())(request, context);
    // Its own words for what it cannot use tell who wrote them.
    return [400, 500].includes(answer.status) ? badRequest() : answer;
  } catch {
    // It throws at a body that it cannot read.
    return badRequest();
  }
}

export { handler as GET, handler as POST };
