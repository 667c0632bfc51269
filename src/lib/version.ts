import { readFileSync } from 'node:fs';

/** The version in package.json, which stands two folders up in the sources and in the built program. */
export function version(): string {
  const file = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
}
