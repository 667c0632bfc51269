import type { Language } from '../../lib/language.js';
import type { PayLine } from '../../payroll/statement.js';
import { text } from '../../words/text.js';
import { entryTraces, formulaText, isHeld, numbersText, ownNumbersText } from './formula-text.js';

type LineTrace = Pick<PayLine, 'trace' | 'explanation'>;

/** The formula of a line: as it was told when its month was closed, or else by its trace. */
export function lineFormula({ trace, explanation }: LineTrace, language: Language): string {
  return explanation?.formula[language] ?? formulaText(trace, language);
}

/** As `lineFormula`, with the numbers in it. */
export function lineNumbers({ trace, explanation }: LineTrace, language: Language): string {
  return explanation?.numbers[language] ?? numbersText(trace, language);
}

/**
 * Why a line comes to its amount, for its agent: as `lineReason`, without a figure of anybody else. What a closed
 * month has sealed does not tell own numbers from those of others, so of that the formula alone is said.
 */
export function ownReason({ trace, explanation }: LineTrace, language: Language): string {
  if (explanation !== undefined) return explanation.formula[language];
  const formula = formulaText(trace, language);
  const numbers = ownNumbersText(trace, language);
  return formula === numbers ? formula : `${formula} = ${numbers}`;
}

/** The formula, and the same with its numbers; of an absent line the condition that closed it. */
export function lineReason({ trace, explanation }: LineTrace, language: Language): string {
  if (explanation !== undefined) return explanation.reason[language];
  const formula = formulaText(trace, language);
  const numbers = numbersText(trace, language);
  const { value, conditions } = entryTraces(trace);
  if (value === undefined) {
    const failed = conditions.some((each) => each.value.kind === 'yesno' && !isHeld(each));
    const key = failed ? 'formula.absent' : 'formula.unknown';
    return text(language, key, { formula, numbers });
  }
  return formula === numbers ? formula : `${formula} = ${numbers}`;
}
