/**
 * Cases that are read anew in every run of the tests: their names, how each ends, and the problems that are
 * told of it. Those that once broke a law are among them.
 */
export const SEEDS: readonly (readonly [name: string, outcome: string, ...codes: string[]])[] = [
  ['page-wide feige-history.xls 2005569', 'refused', 'too-wide'],
  ['page-tables feige-history.xls 2003511', 'same'],
];
