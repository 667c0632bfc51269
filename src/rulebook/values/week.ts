const NUMBERS = ['一', '二', '三', '四', '五', '六'];

/** `1`, `01`, `第1周`, `第一周`, `1周`, `W1`, `week 1`, `2026-W41`. */
const WEEK =
  /^(?:第 *|week *|(?:\d{4} *-? *)?w *)?(?:0*(\d+)|([一二三四五六])) *(?:周|星期|礼拜)?$/;

/** The week that a cell means: its number, however it is written; what is no number stays as it stands. */
export function weekNamed(text: string): string {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const found = WEEK.exec(plain);
  if (found === null) return plain;
  const [, digits, word = ''] = found;
  return digits ?? String(NUMBERS.indexOf(word) + 1);
}
