import './globals.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { QuickExit } from '#components/care/quick-exit.tsx';
import { Footer } from '#components/footer/footer.tsx';
import { RootLanguage } from '#components/language/root-language.tsx';
import { localeOf } from '#lib/i18n/locale.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';

export const metadata: Metadata = {
  title: 'Weerklank',
  applicationName: 'Weerklank',
  referrer: 'no-referrer',
  formatDetection: { telephone: false, email: false, address: false, date: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f3ee' },
    { media: '(prefers-color-scheme: dark)', color: '#1b1720' },
  ],
};

/** What every page has: its language, its look, the quick exit, and the footer. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const language = await requestLanguage();
  const messages = messagesFor(language, ['common', 'errors']);
  return (
    <html lang={language}>
      <body>
        <RootLanguage locale={localeOf[language]} messages={messages}>
          <QuickExit />
          {children}
          <Footer />
        </RootLanguage>
      </body>
    </html>
  );
}
