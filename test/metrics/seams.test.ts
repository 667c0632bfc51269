import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Engine, openEngine } from '../../src/lib/engine.js';
import type { Month } from '../../src/lib/month.js';
import { metricsSql, sqlParameters } from '../../src/metrics/rows/sql.js';
import { inOrder } from '../../src/metrics/rows/views.js';
import { DEFAULT_SETTINGS } from '../../src/shop/config-from-yaml.js';
import { BUYERS_AS_WRITTEN } from './month.js';

const SESSIONS = 60;
const MESSAGES = 50_000;

/**
 * Long sessions, each of another buyer: the buyer's question, then nothing but answers. The engine adds
 * rows up in pieces of 122,880 by several threads, so that many a session lies across a seam.
 */
async function talk(engine: Engine): Promise<void> {
  await engine.run(
    readFileSync(new URL('../../src/intake/facts/facts.sql', import.meta.url), 'utf8'),
  );
  await engine.run(`
    INSERT INTO agents VALUES (0, 'A01', 'presales', 0);
    INSERT INTO chats
    SELECT 1790812800 + range % ${MESSAGES}, 0, 'b' || range // ${MESSAGES},
      CASE WHEN range % ${MESSAGES} = 0 THEN 'buyer' ELSE 'agent' END, 5, false
    FROM range(${SESSIONS * MESSAGES})`);
  await engine.run(BUYERS_AS_WRITTEN);
  const parameters = sqlParameters('2026-10' as Month, DEFAULT_SETTINGS);
  for (const name of inOrder(['sessions']))
    await engine.run(metricsSql(`rows/${name.replaceAll('_', '-')}`, parameters));
}

test('a session that is counted in parts by several threads has its first message all the same', async () => {
  const engine = await openEngine({ threads: 8 });
  try {
    await talk(engine);
    const sessions = await engine.query(`
      SELECT sessions.buyer_first, agent_messages, ends - starts AS seconds
      FROM sessions JOIN chat_days USING (chat_day)`);
    const [messages, seconds] = [String(MESSAGES - 1), String(MESSAGES - 1)];
    const whole = { buyer_first: true, agent_messages: messages, seconds };
    expect(sessions).toEqual(Array.from({ length: SESSIONS }, () => whole));
  } finally {
    engine.close();
  }
});
