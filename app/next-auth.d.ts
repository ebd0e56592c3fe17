import type { AuthSessionId } from '#lib/auth.ts';

declare module 'next-auth' {
  interface User {
    id: string;
    sid: AuthSessionId;
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    sid?: AuthSessionId;
  }
}
