import { createHash } from 'node:crypto';
import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { defineConfig, type Plugin } from 'rolldown';
import { ROOMS } from './scripts/house/layout.js';

/** Its types say of the module what is true of what it exports. */
const license = createRequire(import.meta.url)('rollup-plugin-license') as (options: {
  readonly thirdParty: { readonly output: string };
}) => Plugin;

const SOURCES = join(import.meta.dirname, 'src');
const OUT = 'dist';

/**
 * What the sources read at run time (SQL, help texts, rules) they find from where they lie themselves. In a chunk
 * each still takes its own place below `dist/` for that.
 */
const places: Plugin = {
  name: 'places of the sources',
  transform: {
    filter: { id: /\/src\/.*\.ts$/, code: 'import.meta.url' },
    handler(code, id) {
      const place = JSON.stringify(`./${relative(SOURCES, id)}`);
      return code.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`);
    },
  },
};

const texts: Plugin = {
  name: 'texts beside the sources',
  writeBundle() {
    const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((each) => /\.(sql|txt)$/.test(each))) {
      cpSync(join(SOURCES, file), join(OUT, file));
    }
  },
};

/** What tells this build from every other: what a run keeps for the next is of use to the same program only. */
const buildId: Plugin = {
  name: 'identity of the build',
  writeBundle(_, bundle) {
    const hash = createHash('sha256');
    for (const each of Object.values(bundle))
      hash.update(each.type === 'chunk' ? each.code : each.source);
    writeFileSync(join(OUT, 'build-id'), `${hash.digest('hex').slice(0, 16)}\n`);
  },
};

/**
 * The program in a few files, which start faster than a thousand: what every start needs, what is shared by commands
 * (a chunk of each room and one of the packages), and a chunk for whatever is imported when first needed.
 */
export default defineConfig({
  input: {
    kpi: 'src/cli/main.ts',
    library: 'src/library/index.ts',
    'cli/shops/worker': 'src/cli/shops/worker.ts',
  },
  platform: 'node',
  // The engine's native library is found from where it is installed.
  external: ['@duckdb/node-bindings'],
  // Whoever has the package has the licences of what is in it.
  plugins: [
    places,
    texts,
    buildId,
    license({ thirdParty: { output: join(OUT, 'THIRD-PARTY-LICENSES.txt') } }),
  ],
  output: {
    dir: OUT,
    cleanDir: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    codeSplitting: {
      minShareCount: 3,
      groups: [
        { name: 'start', tags: ['$initial'], minShareCount: 1 },
        { name: 'engine', test: /[\\/]node_modules[\\/]@duckdb[\\/]/, minShareCount: 1 },
        { name: 'packages', test: /[\\/]node_modules[\\/]/ },
        // From below: a group takes along what it imports.
        ...ROOMS.map(({ name }) => ({ name, test: join(SOURCES, name, '/') })).reverse(),
      ],
    },
  },
});
