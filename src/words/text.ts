import { inAll, type Language, type Title } from '../lib/language.js';
import { fill, type ParamsArgument, type ParamsOf, type TextParams } from './fill.js';
import { closedMonthsTexts } from './texts/closed-months.js';
import { evidenceTexts } from './texts/evidence.js';
import { explainTexts } from './texts/explain.js';
import { filesTexts } from './texts/files.js';
import { firstDayTexts } from './texts/first-day.js';
import { formsTexts } from './texts/forms.js';
import { formulasTexts } from './texts/formulas.js';
import { helpTexts } from './texts/help.js';
import { inputsTexts } from './texts/inputs.js';
import { metricsTexts } from './texts/metrics.js';
import { notesTexts } from './texts/notes.js';
import { noticesTexts } from './texts/notices.js';
import { overviewTexts } from './texts/overview.js';
import { payslipsTexts } from './texts/payslips.js';
import { problemsTexts } from './texts/problems.js';
import { rulesTexts } from './texts/rules.js';
import { runsTexts } from './texts/runs.js';
import { salaryTexts } from './texts/salary.js';
import { settingsTexts } from './texts/settings.js';
import { statutoryTexts } from './texts/statutory.js';
import { tablesTexts } from './texts/tables.js';
import { unitsTexts } from './texts/units.js';
import { usageTexts } from './texts/usage.js';
import { yamlTexts } from './texts/yaml.js';

/** Every text that is not the sentence of a problem: headings, notes in explanations, help. */
export const textEntries = {
  ...tablesTexts,
  ...explainTexts,
  ...salaryTexts,
  ...unitsTexts,
  ...notesTexts,
  ...rulesTexts,
  ...firstDayTexts,
  ...formsTexts,
  ...formulasTexts,
  ...evidenceTexts,
  ...metricsTexts,
  ...inputsTexts,
  ...noticesTexts,
  ...overviewTexts,
  ...payslipsTexts,
  ...problemsTexts,
  ...yamlTexts,
  ...filesTexts,
  ...runsTexts,
  ...settingsTexts,
  ...statutoryTexts,
  ...usageTexts,
  ...helpTexts,
  ...closedMonthsTexts,
} as const;

export type TextKey = keyof typeof textEntries;

/** What the text of a key takes, in any language. */
export type TextParamsOf<Key extends TextKey> = ParamsOf<(typeof textEntries)[Key][Language]>;

/** A text of the program in a language, its places filled. */
export function text<Key extends TextKey>(
  language: Language,
  key: Key,
  ...[params]: ParamsArgument<TextParamsOf<Key>>
): string {
  return textOf(language, key, params ?? {});
}

/** A text of the program in every language, its places filled. */
export function title<Key extends TextKey>(
  key: Key,
  ...params: ParamsArgument<TextParamsOf<Key>>
): Title {
  return inAll((language) => text(language, key, ...params));
}

/** A text whose key is found while the program runs, with what it takes. */
function textOf(language: Language, key: TextKey, params: TextParams): string {
  return fill(textEntries[key][language], params, language);
}

/** The keys of texts that take nothing. */
export type PlainTextKey = {
  [Key in TextKey]: keyof TextParamsOf<Key> extends never ? Key : never;
}[TextKey];

/** True when a text is the key of a text of the program that takes nothing. */
export function isTextKey(text: string): text is PlainTextKey {
  return Object.hasOwn(textEntries, text) && !/\{\w+\}/.test(textEntries[text as TextKey].en);
}
