import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/cli/commands/list.js';
import { LANGUAGES } from '../../../src/lib/language.js';
import { helpText } from '../../../src/words/help-page.js';

const ALL = COMMANDS.flatMap((each) => ('commands' in each ? each.commands : [each]));

describe('the list of commands', () => {
  it('names each once', () => {
    const names = COMMANDS.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });

  it.each(
    ALL.map((each) => [each.name, each] as const),
  )('%s has something to run, and no two options of one name', async (_name, {
    load,
    options = [],
  }) => {
    expect(await load()).toBeTypeOf('function');
    const flags = options.map((option) => option.flags);
    expect(flags).toEqual([...new Set(flags)]);
  });

  it('has the pages of the help in both languages', () => {
    for (const { page } of [...COMMANDS, ...ALL]) {
      for (const language of LANGUAGES) {
        if (page !== undefined) expect(helpText(language, page)).toMatch(/\n.*kpi /);
      }
    }
  });
});
