import type { BrowserContext } from 'playwright/test';

/**
 * Notes down whatever the browser keeps from loading or running in a context, by the policy of its pages.
 * @returns all of it so far.
 */
export function policyOn(context: BrowserContext): readonly string[] {
  const violations: string[] = [];
  context.on('console', (message) => {
    if (!message.text().includes('Content Security Policy')) return;
    violations.push(`${message.page()?.url()}: ${message.text()}`);
  });
  return violations;
}
