import type { AuthSessionId } from '#lib/auth.ts';

declare module 'next-auth' {
  interface User {
    id: string;
    /** Absent for somebody of whom only a provider of sign-in said who they are. */
    sid?: AuthSessionId;
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    sid?: AuthSessionId;
  }
}
