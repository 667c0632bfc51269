import type { Month } from '../lib/month.js';
import { agentsNamedBy, type Problem, type Problems } from '../words/problem.js';
import type { Acknowledgement } from './config.js';

/**
 * The problems of a month without the warnings and notes that the shop has acknowledged for it. Each acknowledgement is
 * told with its reason and how many it was for, or that there is none any more; as information, which counts as no
 * problem.
 */
export function withAcknowledged(
  problems: readonly Problem[],
  acknowledged: readonly Acknowledgement[],
  month: Month,
  collector: Problems,
): readonly Problem[] {
  const own = acknowledged.filter((each) => each.month === month);
  const isMeant = (problem: Problem) => own.some((each) => covers(each, problem));
  for (const each of own) {
    const { code, reason, place } = each;
    const count = problems.filter((problem) => covers(each, problem)).length;
    if (count > 0) collector.report('acknowledged', place, { params: { code, count, reason } });
    else collector.report('acknowledged-gone', place, { params: { code, month, reason } });
  }
  return [...problems.filter((problem) => !isMeant(problem)), ...collector.all];
}

function covers({ code, file, agent }: Acknowledgement, problem: Problem): boolean {
  return (
    problem.level !== 'error' &&
    problem.code === code &&
    (file === undefined || isOf(file, problem.file ?? '')) &&
    (agent === undefined || agentsNamedBy(problem).includes(agent))
  );
}

/** Whether a problem of this place is of the file, which may be named without its folder, or of a sheet in it. */
function isOf(file: string, place: string): boolean {
  const [whole = ''] = place.split('#');
  return [place, whole, whole.slice(whole.lastIndexOf('/') + 1)].includes(file);
}
