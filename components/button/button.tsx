'use client';

import type { ReactNode } from 'react';

interface Props {
  className?: string;
  /** A press does nothing for now. Not `disabled`, which would drop the focus that stands on it. */
  off?: boolean;
  onPress(): void;
  children: ReactNode;
}

/** A button that can be off for a while, and keeps the focus meanwhile. */
export function Button({ className = '', off = false, onPress, children }: Props) {
  return (
    <button
      type="button"
      className={`button ${className}`}
      aria-disabled={off}
      onClick={() => {
        if (!off) onPress();
      }}
    >
      {children}
    </button>
  );
}
