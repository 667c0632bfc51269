import type { MetricValue, MissingReason } from '../../catalogue/figure.js';
import { metricById } from '../../catalogue/metrics/metrics.js';
import type { Language } from '../../lib/language.js';
import { listed } from '../../words/lists.js';
import { text } from '../../words/text.js';

/** Why a figure is not there, as a sentence. */
export function absenceText(
  figure: Exclude<MetricValue, { state: 'known' }>,
  language: Language,
): string {
  return figure.state === 'undefined'
    ? text(language, 'missing.undefined')
    : reasonText(figure.reason, language);
}

function reasonText(reason: MissingReason, language: Language): string {
  switch (reason.kind) {
    case 'no-file':
      return text(language, 'missing.no_file', { files: `${reason.input}*.csv` });
    case 'no-row':
      return reason.figures === undefined
        ? text(language, 'missing.no_row', { file: reason.file })
        : text(language, 'missing.no_figures', {
            file: reason.file,
            figures: listed(
              'names',
              reason.figures.map((id) => titleOf(id, language)),
              language,
            ),
          });
    case 'no-cell':
      return text(language, 'missing.no_cell', { file: reason.file, column: reason.column });
    case 'unread':
      return text(language, 'missing.unread');
    case 'not-imported':
      return text(language, 'missing.not_imported');
    case 'not-recorded':
      return text(language, 'missing.not_recorded');
    case 'no-parts':
      return text(language, 'missing.no_parts');
  }
}

function titleOf(id: string, language: Language): string {
  return metricById(id)?.title[language] ?? id;
}
