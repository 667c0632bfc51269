import { existsSync } from 'node:fs';

/** Debian's Chromium, where it is installed; tests of what a browser makes of a page are skipped where none is. */
export const BROWSER = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) =>
  existsSync(path),
);
