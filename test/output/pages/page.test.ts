import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { html } from '../../../src/output/pages/markup.js';
import { pageOf } from '../../../src/output/pages/page.js';
import { runs } from '../../setup/runs.js';

/** The elements of a page and all of its text, as a browser finds them. */
function parsed(page: string): { readonly elements: readonly string[]; readonly text: string } {
  const elements: string[] = [];
  const texts: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        elements.push(name);
        texts.push(...Object.values(attributes));
      },
      ontext: (text) => texts.push(text),
    },
    { decodeEntities: true },
  );
  parser.end(page);
  return { elements, text: texts.join('') };
}

describe('markup', () => {
  it('gives back every text, and none becomes an element', () => {
    const text = fc.string({ unit: fc.constantFrom(...'<>&"\'/=scriptax 甲;#') });
    fc.assert(
      fc.property(text, text, (first, second) => {
        const { markup } = html`<p title="${first}">${second}</p>`;
        expect(parsed(markup)).toEqual({ elements: ['p'], text: first + second });
      }),
      { numRuns: runs(1000) },
    );
  });

  it('takes markup as it is, lists of it too, and leaves out what is not there', () => {
    const items = ['a', '<b>'].map((each) => html`<li>${each}</li>`);
    const { markup } = html`<ul>${items}${undefined}${false}${0}</ul>`;
    expect(markup).toBe('<ul><li>a</li><li>&lt;b&gt;</li>0</ul>');
  });
});

describe('a page', () => {
  it('forbids every outside address and every script', () => {
    const style = 'p { margin: 0 }';
    const page = pageOf({ title: '<script>', language: 'zh', style, body: html`<p>1</p>` });
    expect(page).toContain('default-src &#39;none&#39;; style-src &#39;sha256-');
    expect(parsed(page).elements).toEqual([
      'html',
      'head',
      'meta',
      'meta',
      'meta',
      'meta',
      'title',
      'style',
      'body',
      'p',
    ]);
  });
});
