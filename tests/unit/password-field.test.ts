import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl/react';
import { describe, expect, it } from 'vitest';
import { PasswordField } from '#components/account/password-field.tsx';
import { localeOf } from '#lib/i18n/locale.ts';
import { messagesFor } from '#lib/i18n/messages.ts';

function drawn(autoComplete: 'current-password' | 'new-password'): string {
  const field = createElement(PasswordField, {
    ...{ label: 'Password', value: 'what was typed', autoComplete },
    onValue: () => undefined,
  });
  const messages = messagesFor('en', ['account']);
  const around = { locale: localeOf.en, messages, timeZone: 'UTC', children: field };
  return renderToStaticMarkup(createElement(IntlProvider, around));
}

describe('The field for a password', () => {
  it('hides what is typed, until it is asked to show it', () => {
    const [input = ''] = /<input[^>]*>/.exec(drawn('current-password')) ?? [];
    expect(input).toContain('type="password"');
    expect(drawn('current-password')).toMatch(/<button[^>]*aria-pressed="false"/);
  });

  it('says to password managers what it is for, and cuts nothing off that is pasted', () => {
    for (const purpose of ['current-password', 'new-password'] as const) {
      const [input = ''] = /<input[^>]*>/.exec(drawn(purpose)) ?? [];
      expect(input.toLowerCase()).toContain(`autocomplete="${purpose}"`);
      expect(input).not.toMatch(/maxlength|readonly|pattern/i);
    }
  });
});
