// Does whatever is still to be done before the whole app can be tested, in a browser as well.
import { ensureBrowser } from './browser.mjs';
import { prepare } from './prepare.mjs';

await prepare({ development: false });
ensureBrowser();
