import type { Language } from '../../../src/lib/language.js';
import {
  type ProblemCode,
  problemLevels,
  problemRemedy,
  problemText,
} from '../../../src/lib/messages/index.js';
import { problems as cli } from '../../../src/lib/messages/zh/cli.js';
import { problems as intake } from '../../../src/lib/messages/zh/intake.js';
import { problems as ledger } from '../../../src/lib/messages/zh/ledger.js';
import { problems as metrics } from '../../../src/lib/messages/zh/metrics.js';
import { problems as payroll } from '../../../src/lib/messages/zh/payroll.js';
import { problems as rulebook } from '../../../src/lib/messages/zh/rulebook.js';
import { problems as shop } from '../../../src/lib/messages/zh/shop.js';
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
  'no-starter': {
    zh: '只在安装损坏时出现：程序包里少了示例店铺的文件。',
    en: 'Happens only with a damaged installation: the files of the sample shop are not in the package.',
  },
};

const ROOMS = [
  { zh: 'YAML 文件与店铺设置', en: 'YAML files and the shop', problems: shop },
  { zh: '导入的文件', en: 'Input files', problems: intake },
  { zh: '指标', en: 'Metrics', problems: metrics },
  { zh: '规则', en: 'Rulebooks', problems: rulebook },
  { zh: '算工资', en: 'Payroll', problems: payroll },
  { zh: '结账', en: 'Closed months', problems: ledger },
  { zh: '命令', en: 'Commands', problems: cli },
];

/** An example and what the program prints for it. */
export interface RunExample {
  readonly example: ProblemExample;
  readonly printed: PrintedExample;
}

/** docs/problems.md. */
export function problemsPage(examples: ReadonlyMap<string, RunExample>): string {
  const rooms = ROOMS.map(({ zh, en, problems }) => {
    const codes = Object.keys(problems)
      .filter((code): code is ProblemCode => Object.hasOwn(problemLevels, code))
      .sort();
    return { heading: `${zh} · ${en}`, codes };
  });
  return page(
    '# 问题目录 · Problems',
    INTRODUCTION_ZH,
    INTRODUCTION_EN,
    soundShop(),
    ...rooms.map(({ heading, codes }) =>
      [`**${heading}**`, codes.map((code) => `[${code}](#${code})`).join(' · ')].join('\n\n'),
    ),
    ...rooms.flatMap(({ heading, codes }) => [
      `## ${heading}`,
      ...codes.map((code) => entry(code, examples.get(code))),
    ]),
  );
}

const INTRODUCTION_ZH = `配置、规则和数据里的每一处问题，程序都说明在哪个文件、哪一行、哪一列，错在哪里，怎么办；一次运行列出全部。代码是固定的，别的程序可以读。有错误就不写出任何结果，退出码是 1；警告不妨碍结果，\`--strict\` 把警告也当作错误。

下面的每个例子都是一个最小的店铺，测试会真的运行它们，这里印出的就是程序说的话。例子在 [problems](problems/) 文件夹里。`;

const INTRODUCTION_EN = `Every problem in config, rulebooks and data is named with file, line and column, with what is wrong and what to do, all in one run. Codes are stable, so that other programs can read them. With an error nothing is written and the exit code is 1; warnings do not stop a result, unless \`--strict\` counts them too. In the sentences, \`{…}\` is filled in. Each example is the smallest shop with that problem; the tests run it, and what the program printed stands here.`;

function soundShop(): string {
  const files = Object.entries(SOUND).map(([file, content]) => fileBlock(file, content));
  return [
    '例子都从这家没有问题的店铺出发，只改其中一处；没有列出的文件照旧。店里有一个空的月份文件夹 `2026-10`。',
    'Each example changes one thing in this sound shop; files that it does not show stay as they are here. There is an empty month folder, `2026-10`.',
    ...files,
  ].join('\n\n');
}

function entry(code: ProblemCode, run: RunExample | undefined): string {
  const level = problemLevels[code] === 'error' ? '错误 · error' : '警告 · warning';
  const sentence = (say: typeof problemText, language: Language) =>
    `\`${say(language, code, {}).replaceAll('`', "'")}\``;
  const sentences = table(
    [level, '中文', 'English'],
    [
      ['问题 · what is wrong', sentence(problemText, 'zh'), sentence(problemText, 'en')],
      ['怎么办 · what to do', sentence(problemRemedy, 'zh'), sentence(problemRemedy, 'en')],
    ],
  );
  return [
    `### ${code}`,
    sentences,
    ...(run === undefined ? withoutExample(code) : shown(run)),
  ].join('\n\n');
}

function withoutExample(code: string): readonly string[] {
  const reason = WITHOUT_EXAMPLE[code];
  return reason === undefined ? [] : [`${reason.zh} ${reason.en}`];
}

function shown({ example, printed }: RunExample): readonly string[] {
  const { files, run } = example;
  return [
    ...shownFiles(files),
    fenced(`$ kpi ${run.replaceAll('{shop}', 'shop')}\n${printed.zh}`),
    `<details><summary>In English</summary>\n\n${fenced(printed.en)}\n\n</details>`,
  ];
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
  return `\`${file}\`\n\n${fenced(content, language)}`;
}
