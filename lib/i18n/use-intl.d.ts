import type { Locale } from './locale.ts';
import type { Messages } from './nl.ts';

declare module 'use-intl/core' {
  /** Lets the compiler check every key and every placeholder. */
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
