import type { TextEntry } from './entry.js';

/** Of social insurance, housing fund and tax. */
export const statutoryTexts = {
  'statutory.joined': { zh: '并入当月工资', en: 'joined to the wages' },
  'statutory.separate': { zh: '单独计税', en: 'taxed apart' },
  'statutory.of_notice': { zh: '{figures}（{source}）', en: '{figures} ({source})' },
  'statutory.everywhere': { zh: '全国', en: 'everywhere' },
  'statutory.published': {
    zh: '当地人社局、医保局、住房公积金中心',
    en: 'the local social insurance and housing fund offices',
  },
  'identity.card': {
    zh: '居民身份证号码（末位是校验码）',
    en: 'the number of a resident identity card (its last character proves the others)',
  },
  'identity.account': { zh: '银行账号（只有数字）', en: 'an account number (digits only)' },
  'export.non_residents': {
    zh: '非居民个人另行申报，表里没有：{names}',
    en: 'non-residents are declared elsewhere and left out: {names}',
  },
  'export.items_left_blank': {
    zh: '{names} 的专项附加扣除从开账的合计来，不知道各项是多少：表里累计子女教育等各项留空，导入客户端后要自己分项填上，否则会多扣税',
    en: 'the special additional deductions of {names} come from a sum in the opening, of which the single items are not known: their columns are left blank and have to be filled in in the client, else too much tax is withheld',
  },
  'export.annual_bonus': {
    zh: '单独计税的全年一次性奖金另填一张表，这张表里没有：{names}',
    en: 'an annual bonus taxed apart has a form of its own and is not in this one: {names}',
  },
  'export.nothing_to_pay': {
    zh: '实发是 0，没有列入：{names}',
    en: 'left out, as nothing is paid to them: {names}',
  },
  'export.not_closed': {
    zh: '{month} 还没有结账，数字还会变：先 kpi close 再报送',
    en: '{month} is not closed and its figures may change: close it before handing them in',
  },
} as const satisfies Readonly<Record<string, TextEntry>>;
