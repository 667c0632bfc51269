import { Command } from 'commander';
import type { Language } from '../lib/language.js';
import { type HelpPage, helpText } from '../words/help.js';
import { type PlainTextKey, text } from '../words/text.js';
import type { BacktestFlags } from './backtest.js';
import type { CalcFlags } from './calc.js';
import type { CheckFlags } from './check.js';
import type { CloseFlags } from './close.js';
import type { CorrectFlags } from './correct.js';
import type { DiffFlags } from './diff.js';
import type { ExitCode } from './exit.js';
import type { ExplainFlags } from './explain.js';
import type { CommonFlags, OutputFlags, TextFlags } from './flags.js';
import { RULE_FORMATS, SALARY_FORMATS, TABLE_FORMATS, TEXT_FORMATS } from './format.js';
import { localiseHelp } from './help.js';
import type { HistoryFlags } from './history.js';
import type { Io } from './io.js';
import type { MetricsFlags } from './metrics.js';
import type { NoticesFlags } from './notices.js';
import {
  monthOption,
  withFilters,
  withMemory,
  withStrict,
  withTableFormats,
  withTextFormats,
  withVariant,
} from './options.js';
import type { ReviewFlags } from './review.js';
import type { VerifyFlags } from './verify.js';

/** What came of a run; filled in while it goes on. */
export interface Outcome {
  code: ExitCode;
  /** What commander wants on stdout, and on stderr. */
  help: string;
  usage: string;
}

/** What the commands are declared with. */
interface Setting {
  readonly language: Language;
  readonly io: Io;
  readonly outcome: Outcome;
}

/**
 * The command line. A command's own file, and with it everything heavy, is loaded only when the
 * command runs: help and version answer at once.
 */
export function declareProgram(version: string, setting: Setting): Command {
  const { language, io, outcome } = setting;
  const program = localiseHelp(new Command('kpi'), language)
    .description(word(language, 'help.program'))
    .option('-C, --shop <folder>', word(language, 'help.shop'), '.')
    .option('--lang <language>', word(language, 'help.lang'))
    .option('--no-color', word(language, 'help.no_color'))
    .version(version, '-V, --version', word(language, 'help.version'))
    .helpOption('-h, --help', word(language, 'help.help'))
    .helpCommand('help [command]', word(language, 'help.help_command'))
    .addHelpText('after', () => helpText(language, 'program'))
    .exitOverride()
    .configureOutput({
      // Commander prints without waiting; its texts are kept until they can be written in order.
      writeOut: (help) => {
        outcome.help += help;
      },
      writeErr: (usage) => {
        outcome.usage += usage;
      },
      outputError: () => undefined,
      getOutHelpWidth: () => io.stdout.columns ?? HELP_WIDTH,
      getErrHelpWidth: () => io.stderr.columns ?? HELP_WIDTH,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  declareCalc(program, setting);
  declareMetrics(program, setting);
  declareExplain(program, setting);
  declareClose(program, setting);
  declareVerify(program, setting);
  declareCorrect(program, setting);
  declareBacktest(program, setting);
  declareDiff(program, setting);
  declareHistory(program, setting);
  declareReview(program, setting);
  declareNotices(program, setting);
  declareCheck(program, setting);
  declareInspect(program, setting);
  declareRules(program, setting);
  declareInit(program, setting);
  return program;
}

const HELP_WIDTH = 90;

/** A schema is a JSON document, and nothing else. */
const SCHEMA_FORMATS = ['json'];

function word(language: Language, key: PlainTextKey): string {
  return text(language, key);
}

/** A command with the usage line and the help texts that all commands have. */
function declare(
  parent: Command,
  { language }: Setting,
  name: string,
  keys: { readonly summary: PlainTextKey; readonly after?: HelpPage },
): Command {
  const command = parent
    .command(name)
    .description(word(language, keys.summary))
    .helpOption('-h, --help', word(language, 'help.help'));
  const { after } = keys;
  if (after !== undefined) command.addHelpText('after', () => helpText(language, after));
  return command.addHelpText('after', () => helpText(language, 'exit-codes'));
}

function declareCalc(program: Command, setting: Setting): void {
  const { language, io, outcome } = setting;
  const keys = { summary: 'help.calc', after: 'calc' } as const;
  const command = declare(program, setting, 'calc', keys).addOption(monthOption(language));
  const filtered = withFilters(withTableFormats(command, language, SALARY_FORMATS), language);
  withStrict(withMemory(withVariant(filtered, language), language), language)
    .option('--long', word(language, 'help.long'), false)
    .option('--recalc', word(language, 'help.recalc'), false)
    .option('--compare', word(language, 'help.compare'), false)
    .action(async (_flags, self: Command) => {
      const { calc } = await import('./calc.js');
      outcome.code = await calc(self.optsWithGlobals<CalcFlags>(), io);
    });
}

function declareMetrics(program: Command, setting: Setting): void {
  const { language, io, outcome } = setting;
  const keys = { summary: 'help.metrics', after: 'metrics' } as const;
  const command = declare(program, setting, 'metrics', keys).addOption(monthOption(language));
  withStrict(
    withMemory(withFilters(withTableFormats(command, language, TABLE_FORMATS), language), language),
    language,
  ).action(async (_flags, self: Command) => {
    const { metrics } = await import('./metrics.js');
    outcome.code = await metrics(self.optsWithGlobals<MetricsFlags>(), io);
  });
}

function declareExplain(program: Command, setting: Setting): void {
  const { language, io, outcome } = setting;
  const keys = { summary: 'help.explain', after: 'explain' } as const;
  const command = declare(program, setting, 'explain', keys)
    .argument('<agent>', word(language, 'help.argument_agent'))
    .argument('[line]', word(language, 'help.argument_line'))
    .addOption(monthOption(language));
  withStrict(withMemory(withTextFormats(command, language, TEXT_FORMATS), language), language)
    .option('--rows', word(language, 'help.rows'), false)
    .action(async (agent: string, line: string | undefined, _flags, self: Command) => {
      const { explain } = await import('./explain.js');
      outcome.code = await explain(agent, line, self.optsWithGlobals<ExplainFlags>(), io);
    });
}

function declareClose(program: Command, setting: Setting): void {
  const { language, io, outcome } = setting;
  const keys = { summary: 'help.close', after: 'close' } as const;
  const command = declare(program, setting, 'close', keys).addOption(monthOption(language));
  withStrict(withMemory(command, language), language)
    .option('--even-if <what>', word(language, 'help.even_if'))
    .option('--reason <text>', word(language, 'help.reason'))
    .action(async (_flags, self: Command) => {
      const { close } = await import('./close.js');
      outcome.code = await close(self.optsWithGlobals<CloseFlags>(), io);
    });
}

function declareVerify(program: Command, setting: Setting): void {
  const { language, io, outcome } = setting;
  const keys = { summary: 'help.verify', after: 'verify' } as const;
  const command = declare(program, setting, 'verify', keys).option(
    '--month <YYYY-MM>',
    word(language, 'help.verify_month'),
  );
  withStrict(
    withMemory(withTableFormats(command, language, TABLE_FORMATS), language),
    language,
  ).action(async (_flags, self: Command) => {
    const { verify } = await import('./verify.js');
    outcome.code = await verify(self.optsWithGlobals<VerifyFlags>(), io);
  });
}

function declareCorrect(program: Command, setting: Setting): void {
  const { language, io, outcome } = setting;
  const keys = { summary: 'help.correct', after: 'correct' } as const;
  const command = declare(program, setting, 'correct', keys)
    .addOption(monthOption(language))
    .option('--in <YYYY-MM>', word(language, 'help.in'))
    .option('--dry-run', word(language, 'help.dry_run'), false);
  withStrict(
    withMemory(withTableFormats(command, language, TABLE_FORMATS), language),
    language,
  ).action(async (_flags, self: Command) => {
    const { correct } = await import('./correct.js');
    outcome.code = await correct(self.optsWithGlobals<CorrectFlags>(), io);
  });
}

function declareBacktest(program: Command, setting: Setting): void {
  const { language, io, outcome } = setting;
  const keys = { summary: 'help.backtest', after: 'backtest' } as const;
  const command = declare(program, setting, 'backtest', keys).option(
    '--months <A..B>',
    word(language, 'help.months'),
  );
  const formats = withTableFormats(command, language, TABLE_FORMATS);
  withStrict(withMemory(withVariant(formats, language), language), language)
    .option('--long', word(language, 'help.long'), false)
    .action(async (_flags, self: Command) => {
      const { backtest } = await import('./backtest.js');
      outcome.code = await backtest(self.optsWithGlobals<BacktestFlags>(), io);
    });
}

function declareDiff(program: Command, setting: Setting): void {
  const { language, io, outcome } = setting;
  const keys = { summary: 'help.diff', after: 'diff' } as const;
  const command = declare(program, setting, 'diff', keys)
    .argument('<month-a>', word(language, 'help.argument_month_a'))
    .argument('<month-b>', word(language, 'help.argument_month_b'));
  withStrict(
    withMemory(withTableFormats(command, language, TABLE_FORMATS), language),
    language,
  ).action(async (first: string, second: string, _flags, self: Command) => {
    const { diff } = await import('./diff.js');
    outcome.code = await diff(first, second, self.optsWithGlobals<DiffFlags>(), io);
  });
}

function declareHistory(program: Command, setting: Setting): void {
  const { language, io, outcome } = setting;
  const keys = { summary: 'help.history', after: 'history' } as const;
  const command = declare(program, setting, 'history', keys)
    .argument('[agent]', word(language, 'help.argument_agent'))
    .option('--months <A..B>', word(language, 'help.months'));
  withStrict(
    withFilters(withTableFormats(command, language, TABLE_FORMATS), language),
    language,
  ).action(async (agent: string | undefined, _flags, self: Command) => {
    const { history } = await import('./history.js');
    outcome.code = await history(agent, self.optsWithGlobals<HistoryFlags>(), io);
  });
}

function declareReview(program: Command, setting: Setting): void {
  const { language, io, outcome } = setting;
  const keys = { summary: 'help.review', after: 'review' } as const;
  const command = declare(program, setting, 'review', keys).option(
    '--period <period>',
    word(language, 'help.period'),
  );
  withStrict(
    withFilters(withTableFormats(command, language, TABLE_FORMATS), language),
    language,
  ).action(async (_flags, self: Command) => {
    const { review } = await import('./review.js');
    outcome.code = await review(self.optsWithGlobals<ReviewFlags>(), io);
  });
}

function declareNotices(program: Command, setting: Setting): void {
  const { language, io, outcome } = setting;
  const keys = { summary: 'help.notices', after: 'notices' } as const;
  const command = declare(program, setting, 'notices', keys).addOption(monthOption(language));
  withStrict(
    withMemory(withFilters(withTableFormats(command, language, TABLE_FORMATS), language), language),
    language,
  ).action(async (_flags, self: Command) => {
    const { notices } = await import('./notices.js');
    outcome.code = await notices(self.optsWithGlobals<NoticesFlags>(), io);
  });
}

function declareCheck(program: Command, setting: Setting): void {
  const { language, io, outcome } = setting;
  const keys = { summary: 'help.check', after: 'check' } as const;
  const command = declare(program, setting, 'check', keys).option(
    '--month <YYYY-MM>',
    word(language, 'help.check_month'),
  );
  withStrict(
    withMemory(withTableFormats(command, language, TABLE_FORMATS), language),
    language,
  ).action(async (_flags, self: Command) => {
    const { check } = await import('./check.js');
    outcome.code = await check(self.optsWithGlobals<CheckFlags>(), io);
  });
}

function declareInspect(program: Command, setting: Setting): void {
  const { language, io, outcome } = setting;
  const keys = { summary: 'help.inspect', after: 'inspect' } as const;
  const command = declare(program, setting, 'inspect', keys).argument(
    '<file...>',
    word(language, 'help.argument_files'),
  );
  withTextFormats(command, language, TEXT_FORMATS).action(
    async (files: readonly string[], _flags, self: Command) => {
      const { inspect } = await import('./inspect.js');
      outcome.code = await inspect(files, self.optsWithGlobals<TextFlags>(), io);
    },
  );
}

function declareRules(program: Command, setting: Setting): void {
  const { language, io, outcome } = setting;
  const rules = declare(program, setting, 'rules', {
    summary: 'help.rules',
    after: 'rules',
  }).helpCommand(false);
  const list = declare(rules, setting, 'list', { summary: 'help.rules_list' });
  withStrict(withTableFormats(list, language, TABLE_FORMATS), language).action(
    async (_flags, self: Command) => {
      const { listRulebooks } = await import('./rules-list.js');
      outcome.code = await listRulebooks(self.optsWithGlobals<OutputFlags>(), io);
    },
  );
  const show = declare(rules, setting, 'show', { summary: 'help.rules_show' });
  withTextFormats(
    show.argument('<id>', word(language, 'help.argument_rule')),
    language,
    RULE_FORMATS,
  ).action(async (id: string, _flags, self: Command) => {
    const { showRulebook } = await import('./rules-show.js');
    outcome.code = await showRulebook(id, self.optsWithGlobals<TextFlags>(), io);
  });
  const test = declare(rules, setting, 'test', {
    summary: 'help.rules_test',
    after: 'rules-test',
  });
  withTextFormats(
    test.argument('[id...]', word(language, 'help.argument_rules')),
    language,
    TEXT_FORMATS,
  ).action(async (ids: readonly string[], _flags, self: Command) => {
    const { testRulebooks } = await import('./rules-test.js');
    outcome.code = await testRulebooks(ids, self.optsWithGlobals<TextFlags>(), io);
  });
  const schema = declare(rules, setting, 'schema', {
    summary: 'help.rules_schema',
    after: 'rules-schema',
  });
  withTextFormats(schema, language, SCHEMA_FORMATS).action(async (_flags, self: Command) => {
    const { printSchema } = await import('./rules-schema.js');
    outcome.code = await printSchema(self.optsWithGlobals<TextFlags>(), io);
  });
}

function declareInit(program: Command, setting: Setting): void {
  const { language, io, outcome } = setting;
  declare(program, setting, 'init', { summary: 'help.init', after: 'init' })
    .argument('[folder]', word(language, 'help.argument_folder'))
    .action(async (folder: string | undefined, _flags, self: Command) => {
      const { init } = await import('./init.js');
      outcome.code = await init(folder, self.optsWithGlobals<CommonFlags>(), io);
    });
}
