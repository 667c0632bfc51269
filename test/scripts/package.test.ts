import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ROOT } from '../setup/program.js';

const { dependencies } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};

/** The engine lies beside the package, with its own licence; the others are bundled. */
const bundled = Object.keys(dependencies);

it('the build holds the licence of everything that is bundled', () => {
  const text = readFileSync(`${ROOT}/dist/THIRD-PARTY-LICENSES.txt`, 'utf8');
  const named = [...text.matchAll(/^Name: (.+)$/gm)].map(([, name]) => name);
  expect(named).toEqual(expect.arrayContaining(bundled));
  const licences = text.split('\n---\n');
  expect(licences.length).toBe(named.length);
  const withoutText = licences.filter(
    (each) => !/Permission|Redistribution|Apache License/.test(each),
  );
  for (const each of licences) expect(each).toMatch(/^License: \S+/m);
  // Its package says which licence it is under and does not hold the text.
  expect(withoutText.map((each) => /^Name: (.+)$/m.exec(each)?.[1])).toEqual(['saxes']);
});

it('the bill of materials names everything that the package rests on and is built with', () => {
  const out = execFileSync('npm', ['run', '--silent', 'sbom'], { cwd: ROOT, encoding: 'utf8' });
  const { bomFormat, components } = JSON.parse(out) as {
    readonly bomFormat: string;
    readonly components: readonly { readonly name: string }[];
  };
  expect(bomFormat).toBe('CycloneDX');
  expect(components.map(({ name }) => name)).toEqual(expect.arrayContaining(bundled));
});
