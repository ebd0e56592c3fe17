import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Real disks and real crypto on a small machine; a stuck test still fails within this.
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
