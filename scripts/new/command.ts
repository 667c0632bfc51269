import { camelCase, kebabCase, type Skeleton, spoken } from './skeleton.js';

/** A command that gives a text and JSON, its line in the list, its words in the help, and a test. */
export function command(name: string): Skeleton {
  const file = kebabCase(name);
  const run = camelCase(name);
  return {
    files: {
      [`src/cli/commands/${file}.ts`]: `import { parsePlaceFlags, type TextFlags } from '../flags/flags.js';
import type { CommandResult } from '../present/result.js';
import type { Invocation } from './command.js';

/** \`kpi ${file}\`: what it gives. */
export async function ${run}({ flags }: Invocation<TextFlags>): Promise<CommandResult> {
  const { language = 'zh' } = parsePlaceFlags(flags);
  const command = '${file}';
  return { language, data: { text: () => \`\${command}\\n\`, json: () => ({ command }) } };
}
`,
      [`test/cli/commands/${file}.test.ts`]: `import { expect, it } from 'vitest';
import { kpi } from '../../setup/program.js';

it('gives a text and JSON', async () => {
  expect((await kpi(['${file}'])).out).toBe('${file}\\n');
  const { code, out } = await kpi(['${file}', '--format', 'json']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({ command: '${file}' });
});
`,
    },
    entries: [
      {
        file: 'src/cli/commands/list.ts',
        before: '];',
        text: `  command({
    name: '${file}',
    summary: 'help.${name}',
    options: textIn(TEXT_FORMATS),
    load: async () => (await import('./${file}.js')).${run},
  }),`,
      },
      {
        file: 'src/words/texts/help.ts',
        before: '} as const satisfies',
        text: `  'help.${name}': { zh: '${file}', en: '${spoken(name).toLowerCase()}' },`,
      },
    ],
    next: [
      `src/cli/commands/${file}.ts: what it gives; it prints nothing itself`,
      'src/cli/commands/list.ts: its arguments and options, at its place in the help',
      `src/words/texts/help.ts: what it is for; src/words/help/${file}.{zh,en}.txt for more than a line`,
      'README.md and README.zh-CN.md',
    ],
  };
}
