import { CATEGORIES } from '../../catalogue/pay-words.js';
import type { Language } from '../../lib/language.js';
import type { PayLine, Statement } from '../../payroll/statement.js';
import { text } from '../../words/text.js';
import { moneyColumn, textColumn, type View } from '../formats/columns.js';
import type { Table } from '../tables/table.js';
import { entryParts, formulaText, isHeld, numbersText } from '../traces/formula-text.js';

/** The salary table with one row per agent and pay line, absent lines too. */
export function longSalaryTable(statements: readonly Statement[], view: View): Table {
  const { language } = view;
  return {
    columns: [
      textColumn('agent', language),
      textColumn('name', language),
      textColumn('line', language),
      textColumn('title', language),
      textColumn('kind', language),
      textColumn('category', language),
      moneyColumn('amount', text(language, 'table.amount')),
      textColumn('formula', language, true),
      textColumn('source', language, true),
    ],
    rows: statements.flatMap((statement) =>
      statement.lines.map((line) => [
        statement.agent,
        statement.name,
        line.id,
        line.title[language],
        view.ids ? line.kind : text(language, `line.${line.kind}`),
        view.ids ? line.category : categoryTitle(line.category, language),
        line.amount,
        reasonOf(line, language),
        line.source,
      ]),
    ),
    keyColumns: 3,
  };
}

/** The formula, and the same with its numbers; of an absent line the condition that closed it. */
export function reasonOf({ trace, explanation }: PayLine, language: Language): string {
  if (explanation !== undefined) return explanation.reason[language];
  const formula = formulaText(trace, language);
  const numbers = numbersText(trace, language);
  const { value, conditions } = entryParts(trace);
  if (value === undefined) {
    const failed = conditions.some((each) => each.value.kind === 'yesno' && !isHeld(each));
    const key = failed ? 'formula.absent' : 'formula.unknown';
    return text(language, key, { formula, numbers });
  }
  return formula === numbers ? formula : `${formula} = ${numbers}`;
}

function categoryTitle(category: string, language: Language): string {
  const known = CATEGORIES.find((id) => id === category);
  return known === undefined ? category : text(language, `category.${known}`);
}
