import { accountVault } from '#lib/vault/account-vault.ts';
import { splitInWorker } from './split-in-worker.ts';

/** The account's vault as a page opens it: passwords are stretched beside the page. */
export const deviceVault = accountVault(splitInWorker);
