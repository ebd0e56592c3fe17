import { expect as eager } from 'playwright/test';

/** As in the tests, also where a script looks on: patient enough for a machine that is busy. */
export const expect = eager.configure({ timeout: 15_000 });
