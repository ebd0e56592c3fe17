'use client';

import { useState } from 'react';
import { Button } from '#components/button/button.tsx';

interface Props {
  className: string | undefined;
  /** On the button that asks; then it leads back. */
  label: string;
  back: string;
  /** On the button that does it. */
  sure: string;
  busy: boolean;
  onSure(): void;
}

/** A button for what cannot be undone: asks once more, where it stands. */
export function Sure({ className, label, back, sure, busy, onSure }: Props) {
  const [asking, setAsking] = useState(false);
  return (
    <div className="row">
      <button type="button" className={className} onClick={() => setAsking(!asking)}>
        {asking ? back : label}
      </button>
      {asking && (
        <Button off={busy} onPress={onSure}>
          {sure}
        </Button>
      )}
    </div>
  );
}
