import pino from 'pino';

/** What may be logged: ids, codes and counts. There is no field for a word, a name or a key. */
export interface LogFields {
  code?: string;
  sessionId?: string;
  roomId?: string;
  userId?: string;
  count?: number;
  port?: number;
  /** Where an exercise of the host is wrong, and what to do; nothing of a couple. */
  file?: string;
  line?: number;
  fault?: string;
  /** The class and code of an error, never its message: drivers quote the row they failed on. */
  error?: string;
}

export interface Log {
  info(happening: string, fields?: LogFields): void;
  warn(happening: string, fields?: LogFields): void;
  error(happening: string, fields?: LogFields): void;
}

/** A logger of single JSON lines on standard output. */
export function createLog(level: string): Log {
  const out = pino({ level, base: null });
  return {
    info: (happening, fields = {}) => out.info(fields, happening),
    warn: (happening, fields = {}) => out.warn(fields, happening),
    error: (happening, fields = {}) => out.error(fields, happening),
  };
}

/** The part of an error that is safe to log. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return [error.name, code].filter(Boolean).join(' ');
}
