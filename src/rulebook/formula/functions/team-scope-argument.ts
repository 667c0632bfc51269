import { nearestWords } from '../../../words/known-names.js';
import type { Reference } from '../../names/reference.js';
import { rosterReference } from '../../names/references.js';
import type { Env } from '../../values/node.js';
import { alikeIn, GROUP_COLUMNS, groupColumn, type TeamScope } from '../../values/team-scope.js';
import type { CompiledExpression, Compiling } from '../compiled-expression.js';
import type { Expression } from '../syntax.js';

/** Whether an argument says over whom a figure goes: a column of the roster. */
export function isScope({ reference }: CompiledExpression): boolean {
  return reference !== undefined && isGroupColumn(reference);
}

function isGroupColumn({ kind, id }: Reference): boolean {
  return kind === 'roster' && groupColumn(id) !== undefined;
}

/**
 * The column of the roster that an argument names; where one is wanted, its name means nothing else. Undefined, and
 * reported, when it names none by which people are grouped.
 */
export function columnArgument(
  argument: Expression,
  { scope, report }: Compiling,
): CompiledExpression | undefined {
  const written = argument.kind === 'name' || argument.kind === 'text' ? argument.text : '';
  const reference = argument.kind === 'name' ? columnNamed(written, scope) : undefined;
  if (reference === undefined) {
    report(argument.start, 'bad-team-scope', { columns: nearestWords(written, GROUP_COLUMNS) });
    return undefined;
  }
  const { type, unit } = reference;
  const evaluate = (env: Env) => reference.read(env);
  return { type, unit, uses: [], evaluate, reference };
}

function columnNamed(name: string, scope: Compiling['scope']): Reference | undefined {
  const column = groupColumn(name);
  if (column !== undefined) return rosterReference(column);
  // In full: roster.shift.
  const found = scope.lookup(name);
  return found.found === 'one' && isGroupColumn(found.reference) ? found.reference : undefined;
}

/** Over whom a figure goes; the function's usual team unless a column is written. */
export function scopeOf(argument: CompiledExpression | undefined, usual: TeamScope): TeamScope {
  const { reference } = argument ?? {};
  return reference === undefined ? usual : alikeIn(reference.id, reference.title);
}
