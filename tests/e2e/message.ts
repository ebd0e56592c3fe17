import { createTranslator } from 'use-intl/core';
import { localeOf } from '#lib/i18n/locale.ts';
import type { Device } from './device.ts';

type Values = Readonly<Record<string, string | number>>;

/** A message of a device with its values in their places. */
export function filled({ language }: Device, message: string, values: Values): string {
  const translate: (key: 'message', values: Values) => string = createTranslator({
    locale: localeOf[language],
    messages: { message },
  });
  return translate('message', values);
}

/** A pattern for a message with an hour in it, whether that is today or tomorrow. */
export function withHour(device: Device, message: string): RegExp {
  const said = ['today', 'tomorrow'].map((day) =>
    filled(device, message, { day, time: '@', name: device.partner })
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace('@', '(\\d\\d:\\d\\d)'),
  );
  return new RegExp(`^(?:${said.join('|')})$`);
}

/** The hour a device shows in such a message, once it shows it. */
export async function hourIn(device: Device, message: string): Promise<string> {
  const pattern = withHour(device, message);
  const text = await device.page.getByText(pattern).first().innerText();
  const [, today, tomorrow] = pattern.exec(text) ?? [];
  return today ?? tomorrow ?? '';
}
