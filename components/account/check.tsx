'use client';

import { useId } from 'react';
import styles from './check.module.css';

interface Props {
  label: string;
  hint: string;
  checked: boolean;
  onCheck(checked: boolean): void;
}

/** Something to say yes to, and below it what that means. */
export function Check({ label, hint, checked, onCheck }: Props) {
  const id = useId();
  return (
    <div className={styles.check}>
      <label htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={checked}
          onChange={(event) => onCheck(event.target.checked)}
          aria-describedby={`${id}-hint`}
        />
        {label}
      </label>
      <p id={`${id}-hint`} className="soft small">
        {hint}
      </p>
    </div>
  );
}
