import type { TextEntry } from './entry.js';

/** Of social insurance, housing fund and tax. */
export const statutoryTexts = {
  'statutory.joined': { zh: '并入当月工资', en: 'joined to the wages' },
  'statutory.separate': { zh: '单独计税', en: 'taxed apart' },
  'statutory.everywhere': { zh: '全国', en: 'everywhere' },
  'statutory.published': {
    zh: '当地人社局、医保局、住房公积金中心',
    en: 'the local social insurance and housing fund offices',
  },
} as const satisfies Readonly<Record<string, TextEntry>>;
