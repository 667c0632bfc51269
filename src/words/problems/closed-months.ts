import type { ProblemEntry } from '../texts/entry.js';

/** Of closed months. */
export const closedMonthsProblems = {
  'closed-differs': {
    level: 'error',
    zh: '已结账的 {month} 重算已得不出封存的结果：有差别的工资行 {lines} 行',
    en: 'the closed month {month} no longer comes out as it was sealed: lines of pay that differ: {lines}',
    remedyZh: 'kpi verify 会说明是什么变了；把文件恢复原样',
    remedyEn: 'kpi verify says what has changed; put the files back as they were',
  },
  'bad-assignment': {
    level: 'error',
    zh: '--set 要写成 规则.参数=值',
    en: '--set takes rulebook.parameter=value',
    remedyZh: '例如 --set commission_team_pool.rate=1.3%',
    remedyEn: 'for example --set commission_team_pool.rate=1.3%',
  },
  'missing-rules': {
    level: 'error',
    zh: '没有文件夹 {folder}',
    en: 'there is no folder {folder}',
    remedyZh: '写一个放规则文件的文件夹',
    remedyEn: 'name a folder of rulebooks',
  },
  'closed-altered': {
    level: 'error',
    zh: '已结账的 {month} 与当初写下的不一样：封印或清单上的哈希不符',
    en: 'the closed month {month} is not as it was written: its seal, or its hash in the list, does not fit',
    remedyZh: '从备份放回这个文件；结账文件被改过，就不在它上面计算',
    remedyEn:
      'put the file back from a copy; nothing is computed on closed months that were altered',
  },
  'closed-lost': {
    level: 'error',
    zh: '结过账的这个月不见了：发过什么没有了凭据',
    en: 'this month was closed and its file is gone: nothing says any more what was paid',
    remedyZh: '从备份放回这个文件；确实要重新结账，从 {list} 里删去它那一行',
    remedyEn:
      'put the file back from a copy; if the month is to be closed again, take its line out of {list}',
  },
  'closed-unlinked': {
    level: 'error',
    zh: '已结账的 {month} 接在当时的 {before} 之后，现在没有',
    en: 'the closed month {month} followed {before} as it was then, which is not there',
    remedyZh: '从同一份备份放回整个 closed 文件夹',
    remedyEn: 'put the closed folder back from one copy',
  },
  'signature-lost': {
    level: 'error',
    zh: '这个文件写的时候签了名，签名不见了',
    en: 'this file was signed when it was written, and the signature is gone',
    remedyZh: '从备份放回这个文件',
    remedyEn: 'put the file back from a copy',
  },
  'signature-wrong': {
    level: 'error',
    zh: '这个文件的签名与它的内容或公钥不符',
    en: 'the signature of this file is not of its content, or not of its public key',
    remedyZh: '从备份放回这个文件；放不回的，查清是谁改的',
    remedyEn: 'put the file back from a copy; where there is none, find out who changed it',
  },
  'signature-left-out': {
    level: 'warning',
    zh: '{month} 结账时签了名，这个月没有签',
    en: '{month} was signed when it was closed, and this month is not',
    remedyZh: '结账时加 --sign 私钥文件；不再签名就不用管',
    remedyEn: 'close with --sign and the file of the private key, unless you no longer sign',
  },
  'not-a-key': {
    level: 'error',
    zh: '这不是 Ed25519 密钥，或者它另设了口令',
    en: 'this is no Ed25519 key, or it is locked by a passphrase',
    remedyZh: '用 kpi keys new 做一对，或 openssl genpkey -algorithm ed25519',
    remedyEn: 'make a pair with kpi keys new, or with openssl genpkey -algorithm ed25519',
  },
  'not-private-key': {
    level: 'error',
    zh: '这是公钥，不能用来签名',
    en: 'this is a public key, which cannot sign',
    remedyZh: '--sign 要私钥的文件，即没有 .pub 的那个',
    remedyEn: '--sign takes the file of the private key, the one without .pub',
  },
  'key-open-to-others': {
    level: 'error',
    zh: '这个私钥别人也能读',
    en: 'others can read this private key',
    remedyZh: 'chmod 600 {file}；可能已经被抄走的，另做一对',
    remedyEn: 'chmod 600 {file}; where it may have been copied, make another pair',
  },
  'closing-before': {
    level: 'error',
    zh: '{last} 已经结账：它之前的月份不能再结',
    en: '{last} is closed already: a month before it can no longer be closed',
    remedyZh: '按月份顺序结账；{month} 少算的在以后的月份里补',
    remedyEn: 'close months in their order; what {month} lacks is paid in a later month',
  },
  'closing-gap': {
    level: 'error',
    zh: '{between} 有文件夹却没有结账，{month} 会越过它',
    en: '{between} has a folder and is not closed: {month} would be closed over it',
    remedyZh: '先结 {between}',
    remedyEn: 'close {between} first',
  },
  'review-incomplete': {
    level: 'warning',
    zh: '{period} 只评已结账的月份；没有结账：{months}',
    en: '{period} is reviewed over its closed months; not closed: {months}',
    remedyZh: '先结这些月份的账；还没有到的月份以后再评一次',
    remedyEn: 'close them first; review again when months to come are closed',
  },
  'review-nothing-closed': {
    level: 'error',
    zh: '{period} 没有一个已结账的月份',
    en: 'no month of {period} is closed',
    remedyZh: '先结账：kpi close --month',
    remedyEn: 'close months first: kpi close --month',
  },
  'correction-altered': {
    level: 'error',
    zh: '{month} 的这份更正与当初写下的不一样：封印或清单上的哈希不符',
    en: 'this correction of {month} is not as it was written: its seal, or its hash in the list, does not fit',
    remedyZh: '从备份放回这个文件；更正被改过，就不再往下算',
    remedyEn: 'put the file back from a copy; nothing is computed on corrections that were altered',
  },
  'correction-unlinked': {
    level: 'error',
    zh: '这份更正与 {month} 已结账的文件、或与它之前的更正接不上',
    en: 'this correction follows another closed {month}, or another correction before it, than there is',
    remedyZh: '从同一份备份放回整个 closed 文件夹',
    remedyEn: 'put the closed folder back from one copy',
  },
  'correction-lost': {
    level: 'error',
    zh: '写过的这份更正不见了：它要补发、追回的还不知道有没有了结',
    en: 'this correction was written and is gone: what it pays and recovers may not be settled',
    remedyZh: '从备份放回这个文件；确实不要它，从 {list} 里删去它那一行',
    remedyEn: 'put the file back from a copy; if it is not wanted, take its line out of {list}',
  },
  'correction-waits': {
    level: 'warning',
    zh: '{between} 还没有结账：它会补多少、追多少还不知道，{month} 里没有算上',
    en: '{between} is not closed: what it will pay and recover of corrections is not known yet, and {month} leaves it out',
    remedyZh: '先结 {between}，再算 {month}',
    remedyEn: 'close {between} before {month} is paid',
  },
  'correction-beyond': {
    level: 'warning',
    zh: '{month} 更正以后，已结账的 {later} 里 {agent} {name} 的{line}会从 {before} 变成 {after}，实发差 {effect}：没有记入这份更正',
    en: 'with {month} corrected, “{line}” of {agent} {name} in the closed {later} would be {after} instead of {before}, {effect} of the payable: this correction does not carry it',
    remedyZh:
      '更正只管 {month}；核对 {later} 的这一笔，要补发或追回的，再运行 kpi correct --month {later}',
    remedyEn:
      'the correction is of {month} alone; check this line of {later}, and carry it with kpi correct --month {later}',
  },
  'correction-beyond-figures': {
    level: 'warning',
    zh: '{month} 更正以后，已结账的 {later} 的工资不变，但留给以后月份的数（例如结转）有 {agents} 人会变：没有记入这份更正',
    en: 'with {month} corrected, the pay of the closed {later} stays the same, but what it hands on to later months, such as balances, would change for {agents} {agents|agent|agents}: this correction does not carry it',
    remedyZh: '更正只管 {month}；再运行 kpi correct --month {later}，以后的月份才按新的数算',
    remedyEn:
      'the correction is of {month} alone; run kpi correct --month {later} as well, so that later months see it',
  },
  'back-pay-unpaid': {
    level: 'warning',
    zh: '{agent} {name} 在 {month} 没有工资：{corrected} {title} 的补发 {amount} 还没有发',
    en: '{agent} {name} is not paid in {month}: back pay of {amount} for {corrected} {title} stays open',
    remedyZh: '记着这笔钱；到有工资的月份自动补发，已离职的另行支付',
    remedyEn: 'it is paid in the next month with pay; who has left is to be paid apart',
  },
  'recovery-unpaid': {
    level: 'warning',
    zh: '{agent} {name} 在 {month} 没有工资：{corrected} {title} 的 {amount} 还没有追回',
    en: '{agent} {name} is not paid in {month}: {amount} of {corrected} {title} stays to be recovered',
    remedyZh: '记着这笔钱；到有工资的月份自动追回，已离职的另行商量',
    remedyEn:
      'it is recovered in the next month with pay; with who has left it is to be settled apart',
  },
} as const satisfies Readonly<Record<string, ProblemEntry>>;
