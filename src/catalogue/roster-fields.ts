import type { Title } from '../lib/language.js';
import type { Unit } from './units.js';

/** Something that a rule can ask about an agent's employment. */
export interface RosterField {
  readonly id: string;
  readonly title: Title;
  /** A level is a text whose words go from low to high. */
  readonly type: 'text' | 'level' | 'date' | 'number' | 'yesno';
  readonly unit?: Unit;
}

/** Columns of agents.csv, and what follows from them for a month. */
export const ROSTER_FIELDS: readonly RosterField[] = [
  { id: 'id', title: { zh: '工号', en: 'Agent id' }, type: 'text' },
  { id: 'name', title: { zh: '姓名', en: 'Name' }, type: 'text' },
  { id: 'role', title: { zh: '岗位', en: 'Role' }, type: 'text' },
  { id: 'level', title: { zh: '级别', en: 'Level' }, type: 'level' },
  { id: 'level_since', title: { zh: '定级日期', en: 'Level since' }, type: 'date' },
  /** The day of `level_since`, or of hiring where that is not given. */
  { id: 'level_start', title: { zh: '任级日期', en: 'In the level since' }, type: 'date' },
  { id: 'team', title: { zh: '团队', en: 'Team' }, type: 'text' },
  { id: 'shift', title: { zh: '班次', en: 'Shift' }, type: 'text' },
  /** The id of whoever leads the agent. */
  { id: 'lead', title: { zh: '组长', en: 'Team lead' }, type: 'text' },
  { id: 'hired_on', title: { zh: '入职日期', en: 'Hired on' }, type: 'date' },
  { id: 'left_on', title: { zh: '离职日期', en: 'Left on' }, type: 'date' },
  { id: 'probation_until', title: { zh: '试用期至', en: 'Probation until' }, type: 'date' },
  { id: 'base_pay', title: { zh: '约定工资', en: 'Agreed pay' }, type: 'number', unit: 'yuan' },
  { id: 'insurance', title: { zh: '保险', en: 'Insurance' }, type: 'text' },
  /** Where the agent is insured: the shop's place where the roster does not say. */
  { id: 'place', title: { zh: '参保地', en: 'Insured in' }, type: 'text' },
  { id: 'si_base', title: { zh: '社保基数', en: 'Insurance base' }, type: 'number', unit: 'yuan' },
  { id: 'fund_base', title: { zh: '公积金基数', en: 'Fund base' }, type: 'number', unit: 'yuan' },
  { id: 'fund_rate', title: { zh: '公积金比例', en: 'Fund rate' }, type: 'number', unit: 'ratio' },
  {
    id: 'fund_supplement',
    title: { zh: '补充公积金比例', en: 'Supplementary fund rate' },
    type: 'number',
    unit: 'ratio',
  },
  /** Whether social insurance, and the housing fund, are paid for the month. */
  { id: 'is_insured', title: { zh: '本月参保', en: 'Insured in the month' }, type: 'yesno' },
  { id: 'pays_fund', title: { zh: '本月缴存', en: 'Pays the fund in the month' }, type: 'yesno' },
  { id: 'tax_residence', title: { zh: '纳税身份', en: 'Tax residence' }, type: 'text' },
  { id: 'tax_deduction', title: { zh: '减除方式', en: 'Basic deduction' }, type: 'text' },
  /** Employed on every day of the month. */
  { id: 'full_month', title: { zh: '全月在职', en: 'Employed all month' }, type: 'yesno' },
  /** The first and the last day of the month on which one is employed. */
  { id: 'employed_from', title: { zh: '在职首日', en: 'First day employed' }, type: 'date' },
  { id: 'employed_to', title: { zh: '在职末日', en: 'Last day employed' }, type: 'date' },
  /** Past probation on the month's last day. */
  { id: 'regular', title: { zh: '已转正', en: 'Past probation' }, type: 'yesno' },
  /** Full months from `level_start` to the month's last day, a month that began on the 1st not being full. */
  {
    id: 'months_in_level',
    title: { zh: '定级月数', en: 'Months in level' },
    type: 'number',
    unit: 'months',
  },
  { id: 'month_start', title: { zh: '月初', en: 'First day of the month' }, type: 'date' },
  { id: 'month_end', title: { zh: '月末', en: 'Last day of the month' }, type: 'date' },
];
