import type { Header, Reader } from '../files/reader.js';
import { hasAll } from './marks.js';

/** Whether a header is that of the wages that are declared to the tax bureau: it has sums to date of deductions, too. */
export function isWagesForm(header: Header): boolean {
  return hasAll(header, ['本期收入', '本期免税收入']);
}

/** The form of wages of the tax bureau's client, as `kpi export tax` writes it: a result of the month, and no input. */
export const WAGES_FORM: Reader = {
  name: 'wages-form',
  title: { zh: '个税申报表（工资薪金）', en: 'wages as they are declared for tax' },
  kind: 'deductions',
  layout: 'deductions',
  columns: [],
  notRead: { zh: '个税申报表（工资薪金）', en: 'wages as they are declared for tax' },
  recognises: isWagesForm,
};
