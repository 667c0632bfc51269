import type { Language } from '../../lib/language.js';
import type { Notice, Statement } from '../../payroll/statement.js';
import { text } from '../../words/text.js';

/** The notices of statements, a line each, with whom they concern. */
export function noticeLines(statements: readonly Statement[], language: Language): string[] {
  return statements.flatMap(({ agent, name, notices }) =>
    notices.map((notice) =>
      text(language, 'notice.line', {
        level: levelText(notice, language),
        name,
        id: agent,
        text: notice.text,
      }),
    ),
  );
}

/** How grave a notice is, in words. */
export function levelText({ level }: Notice, language: Language): string {
  return text(language, `level.${level}`);
}
