import type { Title } from '../../lib/language.js';
import type { FormatName } from '../../output/formats/formats.js';
import { type PlainTextKey, title } from '../../words/text.js';
import { extensionsOf, type Wanted } from './format.js';

/** An option of a command, and the flag that it fills. */
export interface OptionSpec<Filled extends object = object> {
  /** As commander takes it: `--month <YYYY-MM>`. */
  readonly flags: string;
  readonly summary: Title;
  /** What the flag is without the option: false of a switch, none of one that may be repeated. */
  readonly fallback?: false | readonly [];
  /** Of `--format`: what it may name. */
  readonly formats?: readonly FormatName[];
  /** Known to the compiler only. */
  readonly filled?: Filled;
}

/** The flags that options fill, all of them together. */
export type FlagsOf<Options extends readonly OptionSpec[]> = AllOf<
  NonNullable<Options[number]['filled']>
>;

type AllOf<Either> = (Either extends unknown ? (each: Either) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

/** The name of a flag, as commander makes it: `evenIf` of `--even-if <what>`. */
type NameOf<Option extends string> = Option extends `${string}--${infer Name} <${string}>`
  ? InOneWord<Name>
  : Option extends `${string}--${infer Name}`
    ? InOneWord<Name>
    : never;

type InOneWord<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<InOneWord<Rest>>}`
  : Name;

/** An option that takes a value. */
export function option<Option extends string>(
  flags: Option,
  summary: PlainTextKey,
): OptionSpec<{ readonly [Name in NameOf<Option>]?: string }> {
  return { flags, summary: title(summary) };
}

/** An option that is given or not. */
export function flag<Option extends string>(
  flags: Option,
  summary: PlainTextKey,
): OptionSpec<{ readonly [Name in NameOf<Option>]: boolean }> {
  return { flags, summary: title(summary), fallback: false };
}

function repeatable<Option extends string>(
  flags: Option,
  summary: PlainTextKey,
): OptionSpec<{ readonly [Name in NameOf<Option>]: readonly string[] }> {
  return { flags, summary: title(summary), fallback: [] };
}

export const MONTH = option('--month <YYYY-MM>', 'help.month');
export const MONTHS = option('--months <A..B>', 'help.months');
export const MEMORY = option('--memory <size>', 'help.memory');
export const SIGN = option('--sign <file>', 'help.sign');
export const STRICT = flag('--strict', 'help.strict');
export const LONG = flag('--long', 'help.long');

/** Whom to show. */
export const FILTERS = [
  repeatable('--agent <id>', 'help.agent'),
  repeatable('--plan <id>', 'help.plan'),
];

/** Several shops in one run. */
export const SHOPS = [
  repeatable('--shops <pattern...>', 'help.shops'),
  option('--jobs <n>', 'help.jobs'),
];

/** Another policy. */
export const VARIANT = [
  repeatable('--set <assignment>', 'help.set'),
  option('--rules <folder>', 'help.rules_folder'),
];

/** What `tableIn` fills. */
interface TableOutput extends Wanted {
  readonly ids: boolean;
  readonly bom: boolean;
}

/** `--format` and `-o` of a command whose data is a table. */
export function tableIn(formats: readonly FormatName[]): readonly OptionSpec<TableOutput>[] {
  const [terminal = '', pipe = ''] = formats;
  const params = { formats: formats.join(', '), terminal, pipe };
  return [
    { flags: FORMAT, summary: title('help.format', params), formats },
    outputIn(formats),
    { flags: '--ids', summary: title('help.ids'), fallback: false },
    { flags: '--no-bom', summary: title('help.no_bom') },
  ];
}

/** `--format` and `-o` of a command whose data is a text. */
export function textIn(formats: readonly FormatName[]): readonly OptionSpec<Wanted>[] {
  const params = { formats: formats.join(', '), fallback: formats[0] ?? '' };
  return [
    { flags: FORMAT, summary: title('help.format_fixed', params), formats },
    outputIn(formats),
  ];
}

const FORMAT = '-f, --format <format>';

function outputIn(formats: readonly FormatName[]) {
  const params = { extensions: extensionsOf(formats).join(' ') };
  return { flags: '-o, --output <file>', summary: title('help.output', params) };
}
