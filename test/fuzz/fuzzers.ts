import type { Ended } from './worker.js';

/** Something that is tried on thousands of cases, each made again from its name. */
export interface Fuzzer {
  /** The names of the cases of a seed, without end; `only`: of those that have it in their names. */
  names(seed: number, only: string): Iterable<string>;
  /** Makes a case and gives what reads it and holds it against the laws; undefined where there is no such case. */
  made(name: string): Promise<(() => Promise<Ended> | Ended) | undefined>;
}

/** `files`: damaged exports; `policy`: kpi.yaml and rulebooks. */
export async function fuzzerNamed(name: string): Promise<Fuzzer> {
  if (name === 'policy') return policyFuzzer();
  if (name === 'files') return filesFuzzer();
  throw new Error(`neither files nor policy: ${name}`);
}

async function filesFuzzer(): Promise<Fuzzer> {
  const [{ caseNames, caseOf, seedOf }, { examine }] = await Promise.all([
    import('./cases.js'),
    import('./examine.js'),
  ]);
  return {
    names: caseNames,
    async made(name) {
      const tried = await caseOf(name);
      // Figures are judged where the law says something of them; of the others every fourth is counted, too.
      return tried && (() => examine(tried, tried.law !== 'any' || seedOf(name) % 4 === 0));
    },
  };
}

async function policyFuzzer(): Promise<Fuzzer> {
  const [{ documentNames, documentOf, SOUND }, { examinePolicy }] = await Promise.all([
    import('./policy/documents.js'),
    import('./policy/examine.js'),
  ]);
  // What the first run of the program costs is no case's.
  examinePolicy(SOUND, { isRepeated: false, seconds: 60 });
  return {
    names: documentNames,
    async made(name) {
      const document = documentOf(name);
      const isRepeated = Number(name.split(' ').at(-1)) % 4 === 0;
      return () => examinePolicy(document, { isRepeated, seconds: 1 });
    },
  };
}
