import { joined, sameInAll } from '../../../lib/language.js';
import { alikeIn, GROUP_COLUMNS, type TeamScope } from '../../values/team-scope.js';
import type { CompiledExpression } from '../compiled-expression.js';
import type { CompiledCall } from './function.js';

/** Whether an argument says over whom a figure goes: a column of the roster. */
export function isScope({ reference }: CompiledExpression): boolean {
  return reference?.kind === 'roster' && GROUP_COLUMNS.some(({ id }) => id === reference.id);
}

/** Over whom a figure goes; the function's usual team unless it is written. Undefined, and reported, when wrong. */
export function scopeOf(
  argument: CompiledExpression | undefined,
  index: number,
  usual: TeamScope,
  { call, report }: Pick<CompiledCall, 'call' | 'report'>,
): TeamScope | undefined {
  if (argument === undefined) return usual;
  const { reference } = argument;
  if (reference !== undefined && isScope(argument)) return alikeIn(reference.id, reference.title);
  const titles = GROUP_COLUMNS.map(({ title, id }) => ({ zh: title.zh, en: id }));
  const columns = joined(titles, sameInAll(', '));
  report(call.arguments[index]?.start ?? call.start, 'bad-team-scope', { columns });
  return undefined;
}
