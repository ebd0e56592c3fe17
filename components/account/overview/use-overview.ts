'use client';

import { useCallback, useEffect, useState } from 'react';
import type { AccountOverview } from '#lib/account/overview.ts';
import { fetchOverview } from '#lib/client/account/overview.ts';
import type { Trouble } from '#lib/client/account/trouble.ts';

/** What every part of the overview is given. */
export interface OfOverview {
  overview: AccountOverview;
  /** Something was changed: what is shown is to be fetched anew. */
  onChanged(): void;
}

/** The account as the server has it. What was there stays while it is fetched anew. */
export function useOverview() {
  const [overview, setOverview] = useState<AccountOverview | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const refresh = useCallback(async () => {
    const fetched = await fetchOverview();
    setTrouble(fetched.ok ? null : fetched.reason);
    if (fetched.ok) setOverview(fetched.value);
  }, []);
  useEffect(() => {
    void refresh();
  }, [refresh]);
  return { overview, trouble, refresh: () => void refresh() };
}
