import type { Opener } from '../payroll/run.js';
import { shopOf } from '../shop/open.js';
import { wholeRoster } from '../shop/roster.js';
import { type ShippedRules, shippedRules } from '../shop/shipped-rules.js';
import type { SourceText } from '../shop/source-text.js';
import type { SealedMonth } from './sealed-month.js';

/** Opens a shop as it was when a month was closed: its policy and roster then, its folder now. */
export function sealedOpener({ policy, roster }: SealedMonth, folder: string): Opener {
  return async (problems, language) => {
    const texts = {
      folder,
      source: policy.config,
      rulebooks: policy.rulebooks,
      shipped: sealedRules(policy.shipped),
    };
    return {
      shop: shopOf(texts, problems, language),
      roster: wholeRoster(roster),
    };
  };
}

/** Shipped rulebooks as they were; their ids are their files' names. What no policy used then is as it is now. */
function sealedRules(sources: readonly SourceText[]): ShippedRules {
  const byId = new Map(sources.map((source) => [idOf(source), source] as const));
  const now = shippedRules();
  const { examples } = now;
  const ids = [...new Set([...byId.keys(), ...now.ids])].filter((id) => !examples.includes(id));
  return { ids: ids.sort(), examples, read: (id) => byId.get(id) ?? now.read(id) };
}

function idOf({ file }: SourceText): string {
  return file.replace(/^.*\//, '').replace(/\.yaml$/, '');
}
