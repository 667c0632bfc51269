import { parseSync, Visitor } from 'oxc-parser';

/** How many lines the body of a function has at most. */
export const MOST_LINES = 60;

/** The functions of a file that are too long, each as `path:line: how many lines`. */
export function longFunctions(path: string, text: string): readonly string[] {
  const found: string[] = [];
  const measure = ({ start, body }: Measured): void => {
    if (body === null) return;
    const lines = linesIn(text.slice(body.start, body.end));
    if (lines > MOST_LINES) found.push(`${path}:${linesIn(text.slice(0, start))}: ${lines} lines`);
  };
  new Visitor({
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  }).visit(parseSync(path, text).program);
  return found;
}

interface Measured {
  readonly start: number;
  /** Null where a function is only declared. */
  readonly body: { readonly start: number; readonly end: number } | null;
}

function linesIn(text: string): number {
  return text.split('\n').length;
}
