'use client';

import { type ReactNode, useId } from 'react';
import styles from './rights.module.css';

interface Props<Value extends string | number> {
  legend: string;
  value: Value;
  options: readonly { value: NoInfer<Value>; label: string; about?: ReactNode }[];
  onChoose(value: NoInfer<Value>): void;
}

/** One of a few, by radio buttons. */
export function Choice<Value extends string | number>({
  legend,
  value,
  options,
  onChoose,
}: Props<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.choice}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          <span>
            {option.label}
            {option.about && <span className="soft small"> {option.about}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
