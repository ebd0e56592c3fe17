'use client';

import {
  createContext,
  type ReactNode,
  Suspense,
  use,
  useCallback,
  useEffect,
  useState,
} from 'react';
import { isCheckDue } from '#lib/care/asked.ts';
import styles from './check-before.module.css';
import { Check, loadCheck } from './load-check.ts';

const CheckContext = createContext<(() => Promise<void>) | null>(null);

/** What resolves once the safety check is behind, at once when it is not due. Throws without a page for it. */
export function useCheckBefore(): () => Promise<void> {
  const before = use(CheckContext);
  if (!before) throw new Error('No place for the check around this component');
  return before;
}

/** A page that puts the safety check in its own place before something on it goes on. */
export function CheckBefore({ children }: { children: ReactNode }) {
  const [asking, setAsking] = useState<{ pass(): void } | null>(null);

  const before = useCallback(async () => {
    if (!isCheckDue(Date.now())) return;
    // It throws without a network, before any question was asked; whoever waits for this says so.
    await loadCheck();
    const former = document.activeElement;
    await new Promise<void>((pass) => setAsking({ pass }));
    setAsking(null);
    // Once the page is there again.
    requestAnimationFrame(() => former instanceof HTMLElement && former.focus());
  }, []);

  useEffect(() => {
    if (asking) scrollTo(0, 0);
  }, [asking]);

  return (
    <CheckContext value={before}>
      <div className={styles.page} hidden={asking !== null}>
        {children}
      </div>
      {asking && (
        <Suspense>
          <Check onPass={asking.pass} />
        </Suspense>
      )}
    </CheckContext>
  );
}
