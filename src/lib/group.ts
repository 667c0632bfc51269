/** The rows of each key; no group is empty. */
export type Groups<K, T> = Map<K, [T, ...T[]]>;

/** Rows by a key, in order of first appearance; each group keeps the order of its rows. */
export function groupBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): Groups<K, T> {
  const groups: Groups<K, T> = new Map();
  for (const row of rows) addToGroup(groups, keyOf(row), row);
  return groups;
}

/** For rows that come one at a time. */
export function addToGroup<T, K>(groups: Groups<K, T>, key: K, row: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [row]);
  else group.push(row);
}
