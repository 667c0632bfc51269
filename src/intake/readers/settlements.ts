import type { Reader } from '../files/reader.js';
import { hasAll, hasAny } from './marks.js';

/**
 * Bills of platforms: what was settled, when and for which order. They have numbers of orders and amounts, and
 * are no sales.
 */
export const SETTLEMENTS: Reader = {
  name: 'settlements',
  title: { zh: '结算单、账单', en: 'settlements and bills' },
  kind: 'orders',
  layout: 'orders',
  columns: [],
  notRead: { zh: '结算或资金流水', en: 'a bill of settlements' },
  recognises: (header) =>
    hasAny(header, ['应结金额', '账务流水号', '动账流水号', '动帐流水号']) ||
    hasAll(header, ['收入金额', '支出金额']),
};
