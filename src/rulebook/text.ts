import { GRADES } from '../catalogue/vocabulary.js';
import { LANGUAGES, type Language, type Title } from '../lib/language.js';
import { text as wording } from '../lib/messages/index.js';
import type { YamlPath } from '../lib/yaml.js';
import { compileText, type Site } from './expressions.js';
import type { Env, Node, Slot } from './node.js';
import { reportAt } from './report.js';
import type { Trace } from './trace.js';
import { figureText } from './unit-text.js';

/** A text of a rulebook, compiled: words, and figures in braces. */
export interface TextNode {
  readonly uses: readonly Slot[];
  write(env: Env): Title;
  /** The text of the rulebook, the names in its figures by their titles. */
  readonly written: Title;
}

type Piece = string | Node;

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
      return { zh: printPieces(zh, 'zh'), en: printPieces(en, 'en') };
    },
    write(env) {
      const [chinese, english] = LANGUAGES.map((language) =>
        pieces[language].map((piece) => writePiece(piece, env, language)).join(''),
      );
      return { zh: chinese ?? '', en: english ?? '' };
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

function printPieces(pieces: readonly Piece[], language: Language): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : `{${piece.print(language)}}`))
    .join('');
}

function writePiece(piece: Piece, env: Env, language: Language): string {
  return typeof piece === 'string' ? piece : valueText(piece.evaluate(env), language);
}

/** What came of a formula, as it stands in a sentence. */
function valueText({ value, unit }: Trace, language: Language): string {
  switch (value.kind) {
    case 'number':
      return figureText(value.number, unit, language);
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
