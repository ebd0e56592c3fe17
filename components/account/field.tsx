'use client';

import { type HTMLAttributes, type ReactNode, type Ref, useId } from 'react';

interface Props {
  ref?: Ref<HTMLInputElement> | undefined;
  label: string;
  value: string;
  onValue(value: string): void;
  type?: 'text' | 'email' | 'password';
  autoComplete: string;
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  autoCapitalize?: 'none' | 'sentences' | 'characters';
  className?: string;
  hint?: ReactNode;
  /** What has to change before this can be used; takes the place of the hint. */
  fault?: string | null;
  readOnly?: boolean;
  maxLength?: number;
  /** What stands beside the field, at its end. */
  children?: ReactNode;
}

/** A field with its label above it, and below it a hint or what is wrong. */
export function Field({
  ref,
  label,
  value,
  onValue,
  type = 'text',
  autoCapitalize = 'none',
  className = '',
  hint,
  fault = null,
  children,
  ...rest
}: Props) {
  const id = useId();
  const about = fault ?? hint;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        ref={ref}
        id={id}
        className={`input ${className}`}
        type={type}
        autoCapitalize={autoCapitalize}
        spellCheck={false}
        value={value}
        onChange={(event) => onValue(event.target.value)}
        aria-required="true"
        aria-invalid={fault !== null}
        aria-describedby={about ? `${id}-hint` : undefined}
        {...rest}
      />
      {children}
      {about && (
        <p
          id={`${id}-hint`}
          className={fault ? 'alert small' : 'soft small'}
          role={fault ? 'alert' : undefined}
        >
          {about}
        </p>
      )}
    </div>
  );
}
