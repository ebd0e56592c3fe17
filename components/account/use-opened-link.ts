'use client';

import { useCallback, useEffect, useState } from 'react';
import type { TicketSecret } from '#lib/account.ts';
import type { Trouble } from '#lib/client/account/trouble.ts';
import type { Result } from '#lib/dialogue/result.ts';

type Standing<Value> =
  | { at: 'opening' }
  | { at: 'trouble'; trouble: Trouble }
  | { at: 'open'; value: Value };

/**
 * How it stands with a link that was sent.
 * @param open the same function at every render.
 */
export function useOpenedLink<Value>(
  ticket: TicketSecret,
  open: (ticket: TicketSecret) => Promise<Result<Value, Trouble>>,
): Standing<Value> & { retry(): void } {
  const [standing, setStanding] = useState<Standing<Value>>({ at: 'opening' });
  const ask = useCallback(async () => {
    setStanding({ at: 'opening' });
    const opened = await open(ticket);
    setStanding(
      opened.ok ? { at: 'open', value: opened.value } : { at: 'trouble', trouble: opened.reason },
    );
  }, [ticket, open]);
  useEffect(() => {
    void ask();
  }, [ask]);
  return { ...standing, retry: () => void ask() };
}
