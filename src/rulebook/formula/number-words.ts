/** What a name that means nothing was most likely written for. */
interface MeantByName {
  readonly code: 'formula-number' | 'formula-place' | 'formula-grade';
  readonly found: string;
  readonly meant: string;
}

const DIGITS = '零一二三四五六七八九';

/** A number below a hundred in Chinese or Arabic digits. */
function smallNumber(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const [, tens, ten, ones] =
    /^([一二三四五六七八九])?(十)?([零一二三四五六七八九两])?$/.exec(text) ?? [];
  if (ten === undefined) {
    const digit = text === '两' ? 2 : DIGITS.indexOf(text);
    return text.length === 1 && digit >= 0 ? digit : undefined;
  }
  const value = (tens === undefined ? 1 : DIGITS.indexOf(tens)) * 10;
  return value + (ones === undefined ? 0 : DIGITS.indexOf(ones));
}

/** 百分之五, 三分之一, 一半: a share in words. */
function shareMeant(name: string): string | undefined {
  if (name === '一半') return '50%';
  const [, whole = '', part = ''] = /^(.{1,3})分之(.{1,3})$/.exec(name) ?? [];
  const of = smallNumber(part);
  if (of === undefined) return undefined;
  if (whole === '百') return `${of}%`;
  if (whole === '千') return `${of / 10}%`;
  const parts = smallNumber(whole);
  return parts === undefined || parts === 0 ? undefined : `${of} ÷ ${parts}`;
}

/** Words for how good somebody was: a sheet says them, a formula needs the number. */
const GRADE = /^(?:及格|不及格|合格|不合格|达标|优秀|良好|满分|满勤)$/;

/** What a name that means nothing stands for in the language of sheets; undefined for any other. */
export function meantByName(name: string): MeantByName | undefined {
  const share = shareMeant(name);
  if (share !== undefined) return { code: 'formula-number', found: name, meant: share };
  const [, first = ''] = /^前(.{1,3}?)名?$/.exec(name) ?? [];
  const places = smallNumber(first);
  if (places !== undefined) return { code: 'formula-place', found: name, meant: String(places) };
  const [, nth = ''] = /^第(.{1,3}?)名?$/.exec(name) ?? [];
  const place = smallNumber(nth);
  if (place !== undefined) return { code: 'formula-place', found: name, meant: String(place) };
  return GRADE.test(name) ? { code: 'formula-grade', found: name, meant: '' } : undefined;
}
