/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: [
    'better-sqlite3',
    '@prisma/adapter-better-sqlite3',
    '@prisma/client',
    '@node-rs/argon2',
  ],
  // Types are checked by npm test; a start should not wait for it.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    root: import.meta.dirname,
    // Messages are compiled on the server (lib/i18n/messages.ts), so no browser needs the parser.
    resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
  },
  // An endpoint that fetches and resizes for anybody; no page of ours uses it.
  images: { unoptimized: true },
};

export default config;
