import { groupBy } from '../../lib/group.js';
import type { Language, Title } from '../../lib/language.js';
import type { PostedNotice } from '../../payroll/notices.js';
import type { Notice, Titled } from '../../payroll/statement.js';
import { listed, listedTitles } from '../../words/lists.js';
import { text, title } from '../../words/text.js';
import type { View } from '../report/report-columns.js';

/** Whom a notice concerns: `陈小星（A02）`, `全队`. */
export function addresseeText({ to }: PostedNotice, language: Language): string {
  if (to.kind === 'agent') return text(language, 'notices.agent', { name: to.name, id: to.id });
  if (to.kind === 'shop') return text(language, 'notices.shop');
  return to.part === undefined
    ? text(language, 'notices.team')
    : text(language, 'notices.team_part', { part: to.part });
}

/** What a notice says, with the rulebook that it comes from, unless it begins by naming it. */
export function saidText({ text: said, rulebook }: PostedNotice, view: View): string {
  const sentence = said[view.language];
  const name = rulebook && titledText(rulebook, view);
  if (name === undefined || sentence.startsWith(name)) return sentence;
  return text(view.language, 'notices.said', { text: sentence, rulebook: name });
}

/** What a notice says, with who signs it, in one sentence. */
export function textToSign({ text: said, sign }: Notice): Title {
  return sign === undefined
    ? said
    : title('notices.to_sign', { text: said, signers: listedTitles('names', sign) });
}

/** A line for each who signs: a place for the name and the date. */
export function signLines({ sign = [] }: Notice, language: Language): readonly string[] {
  return sign.map((who) => text(language, 'notices.sign', { who }));
}

/** A plan or rulebook by its id, or by its title. */
export function titledText({ id, title }: Titled, { ids, language }: View): string {
  return ids ? id : title[language];
}

/** Notices with whom they concern, a line each; what is said of several is said once, with all of them. */
export function noticeLines(notices: readonly PostedNotice[], language: Language): string[] {
  const alike = groupBy(notices, (notice) => `${notice.level} ${notice.text[language]}`);
  return [...alike.values()].map((group) =>
    text(language, 'notice.line', {
      level: levelText(group[0], language),
      to: listed(
        'names',
        [...new Set(group.map((each) => addresseeText(each, language)))],
        language,
      ),
      text: group[0].text,
    }),
  );
}

/** How grave a notice is, in words. */
export function levelText({ level }: Notice, language: Language): string {
  return text(language, `level.${level}`);
}
