import { folderOpener } from '../payroll/calculate.js';
import type { Opener } from '../payroll/run.js';
import type { ShippedRules } from '../shop/shipped-rules.js';
import type { SourceText } from '../shop/source-text.js';

/** Opens a shop folder and notes the shipped rulebooks that are read: a policy is sealed with those it uses. */
interface NotingOpener {
  readonly open: Opener;
  /** The shipped rulebooks that were read, in order of id. */
  readonly used: () => readonly SourceText[];
}

export function notingOpener(folder: string): NotingOpener {
  const used = new Map<string, SourceText>();
  const open: Opener = async (problems, language) => {
    const { shop, roster } = await folderOpener(folder)(problems, language);
    return { shop: shop && { ...shop, shipped: noting(shop.shipped, used) }, roster };
  };
  return {
    open,
    used: () => [...used].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text),
  };
}

function noting(
  { ids, examples, read }: ShippedRules,
  used: Map<string, SourceText>,
): ShippedRules {
  return {
    ids,
    examples,
    read(id) {
      const source = read(id);
      if (source !== undefined) used.set(id, source);
      return source;
    },
  };
}
