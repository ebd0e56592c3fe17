'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';

interface Props {
  label: string;
  /** The same, told apart from the others in a list. */
  about: string;
  sure: string;
  busy: boolean;
  onSure(): void;
}

/** A button for what cannot be undone: asks once more, where it stands. */
export function AskTwice({ label, about, sure, busy, onSure }: Props) {
  const t = useTranslations('account.stays');
  const [asking, setAsking] = useState(false);
  return (
    <div className="row">
      <button
        type="button"
        className="button"
        aria-label={asking ? undefined : about}
        onClick={() => setAsking(!asking)}
      >
        {asking ? t('back') : label}
      </button>
      {asking && (
        <Button className="button-primary" off={busy} onPress={onSure}>
          {sure}
        </Button>
      )}
    </div>
  );
}
