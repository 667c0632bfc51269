import { GRADES } from '../../catalogue/vocabulary.js';
import { LANGUAGES, type Language, type Title } from '../../lib/language.js';
import type { YamlPath } from '../../lib/yaml/yaml-node.js';
import { text as wording } from '../../words/text.js';
import { reportAt } from '../../words/yaml/report-at.js';
import type { ReferringNode } from '../names/reference.js';
import type { Env, Slot } from '../values/node.js';
import { unknownAmong } from '../values/obstacles.js';
import type { Trace } from '../values/trace.js';
import { figureInSentence } from '../values/unit-text.js';
import type { Value } from '../values/value.js';
import { compileText, type Site } from './dated-formula.js';

/** A text of a rulebook, compiled: words, and figures in braces. */
export interface TextNode {
  readonly uses: readonly Slot[];
  /** The words, or what is missing of a figure in them. */
  write(env: Env): Title | { readonly missing: Value };
  /** The text of the rulebook, the names in its figures by their titles. */
  readonly written: Title;
}

type Piece = string | ReferringNode;

/**
 * Compiles a text in which formulas stand in braces: `{得分} 分，低于 {预警线}`. Each is printed with its
 * unit, in the language of the reader. Undefined, with the problems reported, when one is wrong.
 */
export function compileFigures(written: Title, site: Site): TextNode | undefined {
  const zh = piecesOf(written.zh, [...site.path, 'zh'], site);
  // One text for both languages is compiled, and its problems are reported, once.
  const en = written.en === written.zh ? zh : piecesOf(written.en, [...site.path, 'en'], site);
  if (zh === undefined || en === undefined) return undefined;
  const pieces = { zh, en };
  return {
    uses: [...zh, ...en].flatMap((piece) => (typeof piece === 'string' ? [] : piece.uses)),
    get written() {
      return { zh: piecesInWords(zh, 'zh'), en: piecesInWords(en, 'en') };
    },
    write(env) {
      const evaluated = LANGUAGES.map((language) =>
        pieces[language].map((piece) => (typeof piece === 'string' ? piece : piece.evaluate(env))),
      );
      const unknown = unknownAmong(
        evaluated.flat().flatMap((piece) => (typeof piece === 'string' ? [] : [piece.value])),
      );
      if (unknown !== undefined) return { missing: unknown };
      const [zh = '', en = ''] = LANGUAGES.map((language, index) =>
        writeAll(evaluated[index], language),
      );
      return { zh, en };
    },
  };
}

function piecesOf(written: string, path: YamlPath, site: Site): readonly Piece[] | undefined {
  const pieces: (Piece | undefined)[] = [];
  let rest = 0;
  for (const match of written.matchAll(/\{([^{}]*)\}/g)) {
    const [whole, formula = ''] = match;
    pieces.push(written.slice(rest, match.index));
    pieces.push(compileText(formula, { ...site, path }, match.index + 1));
    rest = match.index + whole.length;
  }
  pieces.push(written.slice(rest));
  const known = pieces.filter((piece) => piece !== undefined);
  const open = known.find((piece) => typeof piece === 'string' && /[{}]/.test(piece));
  if (open !== undefined) {
    reportAt(site.problems, { yaml: site.yaml, path }, 'bad-text-figure', { text: String(open) });
  }
  return open === undefined && known.length === pieces.length ? known : undefined;
}

function piecesInWords(pieces: readonly Piece[], language: Language): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      return `{${(piece.inSentence ?? piece.inWords)()[language]}}`;
    })
    .join('');
}

function writeAll(pieces: readonly (string | Trace)[] = [], language: Language): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : valueText(piece, language)))
    .join('');
}

/** What came of a formula, as it stands in a sentence. */
function valueText({ value, unit }: Trace, language: Language): string {
  switch (value.kind) {
    case 'number':
      return figureInSentence(value.number, unit, language);
    case 'text':
      return value.title?.[language] ?? value.text;
    case 'grade':
      return GRADES[value.grade][language];
    case 'date':
      return value.day;
    case 'yesno':
      return wording(language, value.yes ? 'value.yes' : 'value.no');
    default:
      return wording(language, `value.${value.kind}`);
  }
}
