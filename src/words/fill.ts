import { inAll, type Language, type Title } from '../lib/language.js';
import type { People } from './people.js';

/** What stands in a place of a text: plain text, a number, or a text that differs by language. */
type Filling = string | number | Title | People;

/**
 * The names of a text's places: `{name}` takes a value, `{name|row|rows}` the form of a word that
 * fits a count, by the plural rules of the language. What has a space and no `|` is no place, nor is `{key.name}`,
 * a key of a YAML file.
 */
export type Places<Text extends string> = Text extends `${string}{${infer Inside}}${infer Rest}`
  ? NameIn<Inside> | Places<Rest>
  : never;

type NameIn<Inside extends string> = Inside extends `${infer Name}|${string}`
  ? Name
  : Inside extends `${string} ${string}` | `key.${string}`
    ? never
    : Inside;

/** A value for each place of a text. */
export type ParamsOf<Text extends string> = { readonly [Name in Places<Text>]: Filling };

/** The values of places whose text is not known when the program is compiled. */
export type TextParams = Readonly<Record<string, Filling>>;

/** The last argument of a function that fills a text: it may be left out when there is no place. */
export type ParamsArgument<Params> =
  Partial<Params> extends Params ? [params?: Params] : [params: Params];

const PLACE = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

/** A text with its places filled; one without a value stays as it is, a word that has forms in the usual one. */
export function fill(template: string, params: TextParams, language: Language): string {
  if (!template.includes('{')) return template;
  return template.replaceAll(PLACE, (whole, name: string, one?: string, other?: string) => {
    const value = params[name];
    if (value === undefined) return other ?? whole;
    if (one !== undefined && other !== undefined) return pluralForm(language, value, one, other);
    return typeof value === 'object' ? value[language] : String(value);
  });
}

/** A text of every language, its places filled. */
export function filled<Entry extends Title>(
  entry: Entry,
  ...[params]: ParamsArgument<ParamsOf<Entry[Language]>>
): Title {
  return inAll((language) => fill(entry[language], params ?? {}, language));
}

const RULES = { zh: new Intl.PluralRules('zh'), en: new Intl.PluralRules('en') };

function pluralForm(language: Language, count: Filling, one: string, other: string): string {
  return RULES[language].select(Number(count)) === 'one' ? one : other;
}

/** A text with the keys of a YAML file that it names as the file calls them: the key itself unless it has a word. */
export function withKeys(text: string, keyWords: ReadonlyMap<string, string> | undefined): string {
  return text.replaceAll(/\{key\.(\w+)\}/g, (_, key: string) => keyWords?.get(key) ?? key);
}
