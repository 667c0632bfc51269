import type { Language } from '../../../src/lib/language.js';
import { problemRemedy, problemText } from '../../../src/words/problem.js';
import {
  type ProblemCode,
  problemEntries,
  problemsBySubject,
} from '../../../src/words/problem-entries.js';
import { fenced, page, table } from '../markdown.js';
import {
  type PrintedExample,
  type ProblemExample,
  SOUND,
  shownContent,
} from '../problem-examples.js';

/** Codes for which no shop can be written, and why. */
export const WITHOUT_EXAMPLE: Readonly<
  Record<string, { readonly zh: string; readonly en: string }>
> = {
  'unreadable-rows': {
    zh: '引擎说有读不了的行、逐行读又都读得了的时候才有；还没有见过这样的文件。',
    en: 'Only where the engine says that rows cannot be read and all of them can, one by one; no such file is known.',
  },
  'no-starter': {
    zh: '只在安装损坏时出现：程序包里少了示例店铺的文件。',
    en: 'Happens only with a damaged installation: the files of the sample shop are not in the package.',
  },
};

const SUBJECTS: Readonly<
  Record<keyof typeof problemsBySubject, { readonly zh: string; readonly en: string }>
> = {
  yaml: { zh: 'YAML 文件', en: 'YAML files' },
  shop: { zh: '店铺设置', en: 'The shop' },
  month: { zh: '月份文件夹', en: 'The month’s folder' },
  files: { zh: '文件与表', en: 'Files and tables' },
  cells: { zh: '单元格', en: 'Cells' },
  chats: { zh: '聊天', en: 'Chats' },
  orders: { zh: '订单与退款', en: 'Orders and refunds' },
  reports: { zh: '客服报表', en: 'Service reports' },
  roster: { zh: '花名册', en: 'The roster' },
  people: { zh: '考勤、投诉、评分、奖惩', en: 'Attendance, complaints, ratings, events' },
  metrics: { zh: '指标', en: 'Metrics' },
  formula: { zh: '公式', en: 'Formulas' },
  mechanisms: { zh: '各种算法', en: 'Mechanisms' },
  rulebooks: { zh: '规则文件', en: 'Rulebooks' },
  payroll: { zh: '算工资', en: 'Payroll' },
  statutory: { zh: '社保、公积金和个税', en: 'Insurance, housing fund and tax' },
  closedMonths: { zh: '结账', en: 'Closed months' },
  writing: { zh: '写文件', en: 'Writing files' },
};

/** An example and what the program prints for it. */
export interface RunExample {
  readonly example: ProblemExample;
  readonly printed: PrintedExample;
}

/** docs/problems.md, and a page below problems/ for each subject. */
export function problemPages(
  examples: ReadonlyMap<string, RunExample>,
): readonly (readonly [file: string, text: string])[] {
  const subjects = Object.entries(problemsBySubject).map(([id, entries]) => {
    const { zh, en } = SUBJECTS[id as keyof typeof problemsBySubject];
    const codes = (Object.keys(entries) as ProblemCode[]).sort();
    return { file: `problems/${fileName(id)}.md`, heading: `${zh} · ${en}`, codes };
  });
  const index = page(
    '# 问题目录 · Problems',
    INTRODUCTION_ZH,
    INTRODUCTION_EN,
    ...subjects.flatMap(({ file, heading, codes }) => [
      `## [${heading}](${file})`,
      table(
        ['代码 · code', '问题', 'what is wrong'],
        codes.map((code) => [
          `[${code}](${file}#${code})`,
          sentence(problemText, code, 'zh'),
          sentence(problemText, code, 'en'),
        ]),
      ),
    ]),
    '## 例子的店铺 · The shop of the examples',
    soundShop(),
  );
  const pages = subjects.map(
    ({ file, heading, codes }) =>
      [
        file,
        page(
          `# ${heading}`,
          'All problems, and the sound shop that each example changes in one point: [problems.md](../problems.md). 全部问题，以及每个例子改动的那家店铺：[problems.md](../problems.md)。',
          ...codes.map((code) => entry(code, examples.get(code))),
        ),
      ] as const,
  );
  return [['problems.md', index], ...pages];
}

/** `closedMonths` lies in closed-months.md. */
function fileName(subject: string): string {
  return subject.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function sentence(say: typeof problemText, code: ProblemCode, language: Language): string {
  return `\`${say(language, { code, params: {} }).replaceAll('`', "'")}\``;
}

const INTRODUCTION_ZH = `配置、规则和数据里的每一处问题，程序都说明在哪个文件、哪一行、哪一列，错在哪里，怎么办；一次运行列出全部。代码是固定的，别的程序可以读。有错误就不写出任何结果，退出码是 1；警告不妨碍结果，\`--strict\` 把警告也当作错误。

下面的每个例子都是一个最小的店铺，测试会真的运行它们，这里印出的就是程序说的话。例子在 [problems](problems/) 文件夹里。`;

const INTRODUCTION_EN = `Every problem in config, rulebooks and data is named with file, line and column, with what is wrong and what to do, all in one run. Codes are stable, so that other programs can read them. With an error nothing is written and the exit code is 1; warnings do not stop a result, unless \`--strict\` counts them too. In the sentences, \`{…}\` is filled in. Each example is the smallest shop with that problem; the tests run it, and what the program printed stands here.`;

function soundShop(): string {
  const files = Object.entries(SOUND).map(([file, content]) => fileBlock(file, content));
  return [
    '每一页的例子都从这家没有问题的店铺出发，只改其中一处；没有列出的文件照旧。店里有一个空的月份文件夹 `2026-10`。',
    'Each example changes one thing in this sound shop; files that it does not show stay as they are here. There is an empty month folder, `2026-10`.',
    ...files,
  ].join('\n\n');
}

const LEVELS = { error: '错误 · error', warning: '警告 · warning', info: '提示 · info' } as const;

function both(say: typeof problemText, code: ProblemCode): readonly string[] {
  return [sentence(say, code, 'zh'), sentence(say, code, 'en')];
}

function entry(code: ProblemCode, run: RunExample | undefined): string {
  const level = LEVELS[problemEntries[code].level];
  const sentences = table(
    [level, '中文', 'English'],
    [
      ['问题 · what is wrong', ...both(problemText, code)],
      ['怎么办 · what to do', ...both(problemRemedy, code)],
    ],
  );
  return [`## ${code}`, sentences, ...(run === undefined ? withoutExample(code) : shown(run))].join(
    '\n\n',
  );
}

function withoutExample(code: string): readonly string[] {
  const reason = WITHOUT_EXAMPLE[code];
  return reason === undefined ? [] : [`${reason.zh} ${reason.en}`];
}

function shown({ example, printed }: RunExample): readonly string[] {
  const { files, run } = example;
  return [
    ...shownFiles(files),
    fenced(`$ kpi ${run.replaceAll('{shop}', 'shop')}\n${withoutCounts(printed.zh)}`),
    `<details><summary>In English</summary>\n\n${fenced(withoutCounts(printed.en))}\n\n</details>`,
  ];
}

/** How many names there are changes with every metric and rulebook that is added: a page leaves it open. */
function withoutCounts(printed: string): string {
  return printed
    .replaceAll(/ 等 \d+ 个/g, ' 等 … 个')
    .replaceAll(/… \(\d+ in all\)/g, '… (… in all)');
}

/** Of many files of one pattern the first are enough. */
const SHOWN_FILES = 5;

function shownFiles(files: ProblemExample['files']): readonly string[] {
  const all = Object.entries(files).map(([file, content]) =>
    fileBlock(file, shownContent(content)),
  );
  const more = all.length - SHOWN_FILES;
  return more <= 1 ? all : [...all.slice(0, SHOWN_FILES), `…… 还有 ${more} 个 · ${more} more`];
}

function fileBlock(file: string, content: string | undefined): string {
  if (content === undefined) return `没有 \`${file}\` · no \`${file}\``;
  const language = file.endsWith('.yaml') ? 'yaml' : '';
  return `\`${file}\`\n\n${fenced(content.replaceAll('\0', '␀'), language)}`;
}
