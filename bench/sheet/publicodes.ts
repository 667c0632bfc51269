import { parse } from 'yaml';
import { readBeside } from '../compile.js';
import type { SheetAgent } from './agents.js';
import { importPeer, type SheetEngine } from './engine.js';

/** As much of publicodes as is used here. */
interface PublicodesEngine {
  setSituation(situation: Readonly<Record<string, string | number>>): PublicodesEngine;
  evaluate(expression: string): { readonly nodeValue?: unknown };
}

interface Publicodes {
  readonly default: new (rules: unknown) => PublicodesEngine;
}

/**
 * The sheet in publicodes, used as its documentation says: rules written in YAML and read with `yaml`, one
 * Engine for all agents, `setSituation` for each of them, which also empties the cache, then `evaluate`.
 * (`shallowCopy` is for engines that live side by side; here it would only add work.) Situations are
 * checked strictly, which is the default and the faster way, as all values are then parsed at once.
 */
export async function publicodesSheet(): Promise<SheetEngine | undefined> {
  const peer = (await importPeer('publicodes')) as Publicodes | undefined;
  if (peer === undefined) return undefined;
  return {
    name: 'publicodes',
    text: readBeside('sheet/aftersales_130.publicodes.yaml'),
    read(text) {
      const rules: unknown = parse(text);
      return {
        prepare() {
          const engine = new peer.default(rules);
          return async (agents) =>
            agents.map((agent) => {
              const { nodeValue } = engine.setSituation(situationOf(agent)).evaluate('score');
              return typeof nodeValue === 'number' ? nodeValue : Number.NaN;
            });
        },
      };
    },
  };
}

/** publicodes knows no lists: it is given the sum of the complaints' points, their range unchecked. */
function situationOf(agent: SheetAgent): Readonly<Record<string, string | number>> {
  const { refundRate, outstanding } = agent;
  return {
    'évaluation qualité': `'${agent.quality}'`,
    'évaluation coopération': `'${agent.cooperation}'`,
    'évaluation exécution': `'${agent.execution}'`,
    'évaluation litiges': `'${agent.disputes}'`,
    ...(refundRate === undefined ? {} : { 'taux de remboursement': refundRate }),
    retards: agent.late,
    congés: agent.leave,
    absences: agent.absent,
    éloges: agent.praises,
    ...(outstanding === undefined ? {} : { 'points attribués': outstanding }),
    'mauvaises évaluations': agent.badReviews,
    'points de plaintes': agent.complaints.reduce((total, points) => total + points, 0),
  };
}
