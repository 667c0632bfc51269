import { inAll, joined, type Language, type Title } from '../lib/language.js';

/** What parts the entries of a list: names, clauses of one sentence, sentences. */
const SEPARATORS = {
  names: { zh: '、', en: ', ' },
  clauses: { zh: '，', en: ', ' },
  sentences: { zh: '；', en: '; ' },
} as const satisfies Readonly<Record<string, Title>>;

type ListKind = keyof typeof SEPARATORS;

/** Texts of a language as a list. */
export function listed(kind: ListKind, texts: readonly string[], language: Language): string {
  return texts.join(SEPARATORS[kind][language]);
}

/** Names that are the same in every language, such as those of files, as a list. */
export function listedNames(names: readonly string[]): Title {
  return inAll((language) => listed('names', names, language));
}

/** Texts of every language as a list. */
export function listedTitles(kind: ListKind, titles: readonly Title[]): Title {
  return joined(titles, SEPARATORS[kind]);
}
