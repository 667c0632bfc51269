import type { Title } from '../../lib/language.js';
import type { FormatName } from '../../output/formats/formats.js';
import { type PlainTextKey, title } from '../../words/text.js';
import { extensionsOf } from './format.js';

/** An option of a command. */
export interface OptionSpec {
  /** As commander takes it: `--month <YYYY-MM>`. */
  readonly flags: string;
  readonly summary: Title;
  /** What the flag is without the option: false of a switch, none of one that may be repeated. */
  readonly fallback?: false | readonly [];
  /** Of `--format`: what it may name. */
  readonly formats?: readonly FormatName[];
}

/** An option that takes a value. */
export function option(flags: string, summary: PlainTextKey): OptionSpec {
  return { flags, summary: title(summary) };
}

/** An option that is given or not. */
export function flag(flags: string, summary: PlainTextKey): OptionSpec {
  return { flags, summary: title(summary), fallback: false };
}

function repeatable(flags: string, summary: PlainTextKey): OptionSpec {
  return { flags, summary: title(summary), fallback: [] };
}

export const MONTH = option('--month <YYYY-MM>', 'help.month');
export const MONTHS = option('--months <A..B>', 'help.months');
export const MEMORY = option('--memory <size>', 'help.memory');
export const STRICT = flag('--strict', 'help.strict');
export const LONG = flag('--long', 'help.long');

/** Whom to show. */
export const FILTERS = [
  repeatable('--agent <id>', 'help.agent'),
  repeatable('--plan <id>', 'help.plan'),
];

/** Another policy. */
export const VARIANT = [
  repeatable('--set <assignment>', 'help.set'),
  option('--rules <folder>', 'help.rules_folder'),
];

/** `--format` and `-o` of a command whose data is a table. */
export function tableIn(formats: readonly FormatName[]): readonly OptionSpec[] {
  const [terminal = '', pipe = ''] = formats;
  const params = { formats: formats.join(', '), terminal, pipe };
  return [
    { flags: FORMAT, summary: title('help.format', params), formats },
    outputIn(formats),
    flag('--ids', 'help.ids'),
    option('--no-bom', 'help.no_bom'),
  ];
}

/** `--format` and `-o` of a command whose data is a text. */
export function textIn(formats: readonly FormatName[]): readonly OptionSpec[] {
  const params = { formats: formats.join(', '), fallback: formats[0] ?? '' };
  return [
    { flags: FORMAT, summary: title('help.format_fixed', params), formats },
    outputIn(formats),
  ];
}

const FORMAT = '-f, --format <format>';

function outputIn(formats: readonly FormatName[]): OptionSpec {
  const params = { extensions: extensionsOf(formats).join(' ') };
  return { flags: '-o, --output <file>', summary: title('help.output', params) };
}
