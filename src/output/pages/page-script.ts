/**
 * What a page does with scripts allowed: tables sort by a click on a heading, long ones are filtered, and a link into a
 * folded part opens it. It reads nothing but the page, and puts no text into it but that of its own headings.
 */
export const PAGE_SCRIPT = `
const unfold = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    || document.getElementById(location.hash.slice(1));
  const part = target && target.closest('details');
  if (part) {
    part.open = true;
    target.scrollIntoView();
  }
};
addEventListener('hashchange', unfold);
unfold();
for (const table of document.querySelectorAll('table[data-filter]')) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  if (rows.length < 2) continue;
  const number = (text) => /^[-−+]?[\\d,]*\\.?\\d+%?\\*?$/.test(text)
    ? Number(text.replace('−', '-').replace(/[,%*]/g, '')) : undefined;
  [...table.tHead.rows[0].cells].forEach((head, at) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') === 'ascending';
      for (const each of head.parentNode.cells) each.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const key = (row) => row.cells[at].textContent.trim();
      const sorted = rows.map((row) => [key(row), row]).sort(([a], [b]) => {
        if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
        const [x, y] = [number(a), number(b)];
        const order = x !== undefined && y !== undefined ? x - y : a < b ? -1 : a > b ? 1 : 0;
        return down ? -order : order;
      });
      body.append(...sorted.map(([, row]) => row));
    });
  });
  if (rows.length < 12) continue;
  const input = document.createElement('input');
  input.type = 'search';
  input.placeholder = table.dataset.filter;
  input.setAttribute('aria-label', table.dataset.filter);
  input.addEventListener('input', () => {
    const word = input.value.trim().toLowerCase();
    for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(word);
  });
  table.parentNode.before(input);
}
`;
