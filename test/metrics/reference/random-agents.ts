import { dayOf } from '../../../src/lib/month.js';
import type { Random } from './random.js';
import type { Times } from './random-times.js';
import type { AgentCell, RawAgent } from './raw-month.js';

const ROLES = ['presales', 'presales', 'aftersales', 'vip'];

/** Ids that sort differently by code point, by UTF-16 unit and by number; accounts with both colons. */
const AGENTS: readonly Pick<RawAgent, 'id' | 'name' | 'accounts'>[] = [
  { id: 'A01', name: '张三', accounts: ['旗舰店:小美', 'xiaomei'] },
  { id: '7', name: '李四', accounts: ['旗舰店：小强'] },
  { id: '10', name: '王五', accounts: ['88', '专营店:小美二'] },
  { id: 'Ａ甲', name: '赵六', accounts: [] },
  { id: '𝒜乙', name: '孙七', accounts: ['𝒜:丁'] },
  { id: '～丙', name: '周八', accounts: ['夜班'] },
];

export function randomAgents(random: Random, times: Times): RawAgent[] {
  const chosen = random.shuffle(AGENTS).slice(0, random.pick([1, 2, 3, 3, 4, 6]));
  return chosen.map((agent) => {
    // Just in the month, or just outside it.
    const joins = random.chance(6) ? times.lastDay + random.whole(0, 1) : undefined;
    const leaves = random.chance(6) ? times.firstDay - random.whole(0, 1) : undefined;
    return {
      ...agent,
      role: random.pick(ROLES),
      workdaysDue: random.pick([undefined, '22', '21.5']),
      hiredOn: joins === undefined ? undefined : dayOf(joins),
      leftOn: joins === undefined && leaves !== undefined ? dayOf(leaves) : undefined,
    };
  });
}

/** One of the ways in which a file may name an agent; sometimes an account that nobody has. */
export function agentCell(random: Random, agents: readonly RawAgent[]): AgentCell {
  if (random.chance(3)) return { text: random.pick(['旗舰店:离职', 'robot01']), id: undefined };
  return knownAgentCell(random, random.pick(agents));
}

export function knownAgentCell(random: Random, agent: RawAgent): AgentCell {
  const texts = [agent.id, agent.id, agent.name];
  for (const account of agent.accounts) {
    texts.push(account, swapColons(account));
    const nick = account.split(/[:：]/).slice(1).join(':');
    texts.push(nick === '' ? `某店:${account}` : nick);
  }
  return { text: random.pick(texts), id: agent.id };
}

/** The same account, with colons of the other width. */
export function swapColons(text: string): string {
  return text.replace(/[:：]/g, (colon) => (colon === ':' ? '：' : ':'));
}
