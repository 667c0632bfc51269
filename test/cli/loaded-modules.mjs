// Runs the program and writes the URL of each module that is loaded for it to stderr.
import { register } from 'node:module';

const hooks = `export async function load(url, context, next) {
  process._rawDebug('loaded ' + url);
  return next(url, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);

const { main } = await import('../../src/cli/main.ts');
await main(process.argv.slice(2));
