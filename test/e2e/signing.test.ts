import { createPublicKey, verify } from 'node:crypto';
import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { orderOf } from '../setup/commission-shop.js';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

const SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 小店', 'plans: {presales: {pay: [own]}}'),
  'agents.csv': csv('工号,姓名,岗位,账号', 'A01,甲,售前,小甲'),
  'rules/own.yaml': csv(
    'id: own',
    'title: 提成',
    'kind: pay',
    'lines:',
    '  - {id: share, title: 提成, kind: earning, category: commission, formula: 销售额 × 10%, round: fen}',
  ),
  ...orderOf('2026-08', 1000),
  ...orderOf('2026-09', 1000),
};

const AUGUST = 'closed/2026-08.json';

/** Runs a command in a shop. */
async function run(shop: string, line: string, code = 0): Promise<string> {
  const ran = await kpi(line.split(' '), { cwd: shop });
  expect(`${line}: ${ran.code} ${ran.code === code ? '' : ran.err}`).toBe(`${line}: ${code} `);
  return `${ran.out}${ran.err}`;
}

/** A shop with two pairs of keys, whose August was closed and signed by the first. */
async function signedShop(): Promise<string> {
  const shop = writeShop(SHOP);
  await run(shop, 'keys new own.key');
  await run(shop, 'keys new other.key');
  await run(shop, 'close --month 2026-08 --sign own.key');
  return shop;
}

const textOf = (shop: string, file: string) => readFileSync(join(shop, file), 'utf8');

describe('kpi keys new', () => {
  it('makes a private key for its owner alone and a public one, and never writes over either', async () => {
    const shop = writeShop({});
    const told = await run(shop, 'keys new');
    expect(statSync(join(shop, 'kpi.key')).mode & 0o777).toBe(0o600);
    const { x } = createPublicKey(textOf(shop, 'kpi.key.pub')).export({ format: 'jwk' });
    expect(told).toContain(`${x}`);
    const before = textOf(shop, 'kpi.key');
    await run(shop, 'keys new', 2);
    rmSync(join(shop, 'kpi.key.pub'));
    await run(shop, 'keys new', 2);
    expect(textOf(shop, 'kpi.key')).toBe(before);
    rmSync(join(shop, 'kpi.key'));
    writeFileSync(join(shop, 'kpi.key.pub'), '');
    await run(shop, 'keys new', 2);
    expect(() => statSync(join(shop, 'kpi.key'))).toThrow('ENOENT');
  });
});

describe('a signed month', () => {
  it('carries a signature that others can check, of everything before it', async () => {
    const shop = await signedShop();
    const text = textOf(shop, AUGUST);
    const { signature, signed_by: signedBy } = JSON.parse(text);
    const [signed = ''] = text.split(',\n  "signature"');
    const key = createPublicKey(textOf(shop, 'own.key.pub'));
    expect(verify(null, Buffer.from(signed), key, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(signedBy).toBe(key.export({ format: 'jwk' }).x);
  });

  it('is the unsigned one but for the key and what follows it, and the same bytes each time', async () => {
    const shop = await signedShop();
    const signed = textOf(shop, AUGUST);
    rmSync(join(shop, 'closed'), { recursive: true });
    await run(shop, 'close --month 2026-08 --sign own.key');
    expect(textOf(shop, AUGUST)).toBe(signed);
    rmSync(join(shop, 'closed'), { recursive: true });
    await run(shop, 'close --month 2026-08');
    const [same] = signed.split(',\n  "signed_by"');
    expect(textOf(shop, AUGUST).split(',\n  "seal"')[0]).toBe(same);
    expect(textOf(shop, AUGUST)).not.toContain('sign');
  });

  it('is told where its signature is gone or is of something else', async () => {
    const shop = await signedShop();
    const text = textOf(shop, AUGUST);
    const alterations = [
      ['signature-lost', text.replace(/,\n {2}"signature": ".*"/, '')],
      ['signature-wrong', text.replace(/(?<="signature": ")./, (at) => (at === 'A' ? 'B' : 'A'))],
      ['signature-wrong', text.replace(/\n {2}"signed_by": ".*",/, '')],
      ['signature-wrong', text.replace('小店', '大店')],
    ] as const;
    for (const [code, altered] of alterations) {
      writeFileSync(join(shop, AUGUST), altered);
      for (const line of ['calc --month 2026-08', 'verify', 'history', 'calc --month 2026-09']) {
        expect(await run(shop, line, 1)).toContain(code);
      }
    }
  });

  it('was signed by the key that is asked for, which a word or a file says', async () => {
    const shop = await signedShop();
    const { x } = createPublicKey(textOf(shop, 'own.key.pub')).export({ format: 'jwk' });
    for (const key of ['own.key.pub', 'own.key', `${x}`]) {
      expect(await run(shop, `verify --ids --key ${key}`)).toContain('2026-08,same,');
    }
    const told = await run(shop, 'verify --ids --key other.key.pub', 1);
    expect(told).toContain('2026-08,unsigned,');
    expect(told).toContain(`${x}`);
    await run(shop, 'close --month 2026-09 --sign other.key');
    const both = await run(shop, 'verify --ids --key other.key.pub', 1);
    expect(both).toContain('2026-08,unsigned,');
    expect(both).toContain('2026-09,same,');
  });

  it('is followed by one that is not with a warning, and vouches for those before it', async () => {
    const shop = writeShop({ ...SHOP, ...orderOf('2026-10', 500) });
    await run(shop, 'keys new own.key');
    await run(shop, 'close --month 2026-08');
    expect(await run(shop, 'verify --ids --key own.key.pub', 1)).toContain('2026-08,unsigned,');
    await run(shop, 'close --month 2026-09 --sign own.key');
    const told = await run(shop, 'verify --lang en --key own.key.pub');
    expect(told).toContain('2026-09, which the key has signed, rests on its hash');
    expect(await run(shop, 'close --month 2026-10')).toContain('signature-left-out');
    expect(await run(shop, 'verify --ids --key own.key.pub', 1)).toContain('2026-10,unsigned,');
  });

  it('has corrections that are signed, too', async () => {
    const shop = await signedShop();
    for (const [paid, sign] of [
      [900, ' --sign own.key'],
      [800, ''],
    ] as const) {
      const [[file, content] = ['', '']] = Object.entries(orderOf('2026-08', paid));
      writeFileSync(join(shop, file), content);
      await run(shop, `correct --month 2026-08 --in 2026-09${sign}`);
    }
    const told = await run(shop, 'verify --lang en --key own.key.pub', 1);
    expect(told).toContain('closed/corrections/2026-08-1.json is signed by the key');
    expect(told).toContain('closed/corrections/2026-08-2.json is not signed');
    await run(shop, 'close --month 2026-09 --sign own.key');
    expect(await run(shop, 'verify --lang en --key own.key.pub')).toContain(
      'closed/corrections/2026-08-2.json is not signed; 2026-09, which the key has signed',
    );
    const first = join(shop, 'closed/corrections/2026-08-1.json');
    writeFileSync(first, readFileSync(first, 'utf8').replace(/,\n {2}"signature": ".*"/, ''));
    expect(await run(shop, 'calc --month 2026-09', 1)).toContain('signature-lost');
  });
});

describe('a key', () => {
  it('that cannot sign is refused, and nothing is closed', async () => {
    const shop = writeShop(SHOP);
    await run(shop, 'keys new own.key');
    writeFileSync(join(shop, 'text.key'), 'no key', { mode: 0o600 });
    const refused = async (key: string) => run(shop, `close --month 2026-08 --sign ${key}`, 1);
    expect(await refused('own.key.pub')).toContain('not-private-key');
    expect(await refused('text.key')).toContain('not-a-key');
    expect(await refused('none.key')).toContain('cannot-read');
    chmodSync(join(shop, 'own.key'), 0o644);
    expect(await refused('own.key')).toContain('key-open-to-others');
    expect(() => statSync(join(shop, 'closed'))).toThrow('ENOENT');
    await run(shop, 'close --month 2026-08');
    expect(await run(shop, 'verify --key text.key', 1)).toContain('not-a-key');
  });
});
