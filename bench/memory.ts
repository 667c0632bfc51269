// Evaluates one plan for many agents in a process of its own and prints what memory that took, as JSON.
import { inventAgents } from './agents.js';
import { compileShipped } from './compile.js';
import { evaluateTeam } from './evaluate.js';
import { collectGarbage } from './measure.js';

const [id = '', role = '', count = ''] = process.argv.slice(2);
const plan = compileShipped().plans.get(id);
if (plan === undefined) throw new Error(`no plan ${id} is shipped`);
const members = inventAgents(Number(count), role);

// The figures are invented when they are first asked for; that is not what is measured.
for (let start = 0; start < members.length; start += 1) {
  evaluateTeam(plan, members.slice(start, start + 1));
}
collectGarbage();
const before = process.memoryUsage();
const evaluated = evaluateTeam(plan, members);
const peak = process.resourceUsage().maxRSS * 1024;
collectGarbage();
const kept = process.memoryUsage().heapUsed - before.heapUsed;
if (evaluated.length !== members.length) throw new Error('agents were lost');

const MEGABYTE = 1024 * 1024;
const whole = (bytes: number) => Math.round(bytes / MEGABYTE);
console.log(JSON.stringify({ before: whole(before.rss), peak: whole(peak), kept: whole(kept) }));
