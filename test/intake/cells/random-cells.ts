import fc from 'fast-check';

const part = fc.constantFrom(
  ...['2026', '-', '/', '10', '01', ' ', 'T', '9', ':', '00', '.5', 'Z', '+08:00', '¥', '元'],
  ...[',', '123', '(', ')', '０', '．', '%', '分', '秒', '"', '=', "'", '\t', '\u3000', 'E+', '-'],
  ...['店', '：', 'none', '\n', '年', '月', '日', '2026-10-01 09:00', '1,000'],
);

/** A cell of any kind, put together from what cells are made of: some can be read, most cannot. */
export const randomCell = fc.array(part, { maxLength: 7 }).map((parts) => parts.join(''));
