import { groupBy } from '../../lib/group.js';
import type { Month } from '../../lib/month.js';
import type { PostedNotice } from '../../payroll/notices.js';
import { text } from '../../words/text.js';
import { markdownText } from '../formats/markdown.js';
import { type Branch, leaf } from '../report/branch.js';
import type { View } from '../report/report-columns.js';
import { addresseeText, levelText, saidText, signLines, titledText } from './notice-words.js';

/** What stands above the notices. */
interface NoticeHead {
  readonly month: Month;
  readonly shop: string;
}

/** The notices of a month for people, by level and by whom they concern; nothing when there are none. */
export function noticeBranches(
  notices: readonly PostedNotice[],
  head: NoticeHead,
  view: View,
): readonly Branch[] {
  if (notices.length === 0) return [];
  const levels = byLevel(notices).map((group): Branch => {
    const children = addressees(group, view).map(
      ({ who, said }): Branch => ({
        text: who,
        children: said.map(({ sentence, toSign }) => ({
          ...leaf(sentence, 'fact'),
          children: toSign.map((line) => leaf(line)),
        })),
      }),
    );
    return { text: levelOf(group, view), tone: 'title', children };
  });
  return [{ text: headText(head, view), tone: 'title', children: levels }];
}

/** The notices of a month as a text to post. */
export function noticeMarkdown(
  notices: readonly PostedNotice[],
  head: NoticeHead,
  view: View,
): string {
  const title = `# ${listText(headText(head, view))}`;
  if (notices.length === 0) {
    return `${title}\n\n${text(view.language, 'notices.none', { month: head.month })}\n`;
  }
  const sections = byLevel(notices).map((group) => {
    const items = addressees(group, view).map(({ who, said }) => {
      const sentences = said.map(({ sentence, toSign }) => {
        const lines = toSign.map((line) => `    - ${listText(line)}\n`);
        return `  - ${listText(sentence)}\n${lines.join('')}`;
      });
      return `- ${listText(who)}\n${sentences.join('')}`;
    });
    return `## ${levelOf(group, view)}\n\n${items.join('')}`;
  });
  return `${[`${title}\n`, ...sections].join('\n')}`;
}

function byLevel(notices: readonly PostedNotice[]): readonly PostedNotice[][] {
  return [...groupBy(notices, ({ level }) => level).values()];
}

function headText({ month, shop }: NoticeHead, { language }: View): string {
  return text(language, 'notices.heading', { month, shop });
}

function levelOf([first]: readonly PostedNotice[], { language }: View): string {
  return first === undefined ? '' : levelText(first, language);
}

/** Notices of one level, by whom they concern. */
function addressees(notices: readonly PostedNotice[], view: View) {
  const groups = groupBy(notices, ({ to, plan }) =>
    JSON.stringify([to, to.kind === 'shop' ? '' : plan.id]),
  );
  return [...groups.values()].map((group) => ({
    who: group
      .slice(0, 1)
      .map((notice) => headingOf(notice, view))
      .join(''),
    said: group.map((notice) => ({
      sentence: saidText(notice, view),
      toSign: signLines(notice, view.language),
    })),
  }));
}

/** Whom notices concern, and under which plan, unless they are for the whole shop. */
function headingOf(notice: PostedNotice, view: View): string {
  const who = addresseeText(notice, view.language);
  return notice.to.kind === 'shop' ? who : `${who} · ${titledText(notice.plan, view)}`;
}

/** A text at the beginning of a line, where some characters would begin a list or a heading. */
function listText(content: string): string {
  return markdownText(content)
    .replace(/^(\s*)([#>+-])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}
