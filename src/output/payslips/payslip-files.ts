import type { Language } from '../../lib/language.js';
import type { Month } from '../../lib/month.js';
import type { OutputFile } from '../formats/data.js';
import type { Payslip } from './payslip.js';
import { payslipPage } from './payslip-page.js';

/** A page of its own for each agent, called after month and id. */
export function payslipFiles(
  slips: readonly Payslip[],
  month: Month,
  language: Language,
): readonly OutputFile[] {
  const taken = new Set<string>();
  return slips.map((slip) => {
    // Ids may hold what no file may be called, and differ in what some file systems take for the same.
    const bare = `${month}-${slip.agent.replaceAll(/[^\p{L}\p{N}._-]/gu, '_')}`;
    let name = bare;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${bare}-${number}`;
    taken.add(name.toLowerCase());
    return { name: `${name}.html`, content: payslipPage([slip], language) };
  });
}
