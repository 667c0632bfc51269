export const problems = {
  'closed-differs': {
    text: 'the closed month {month} no longer comes out as it was sealed: lines of pay that differ: {lines}',
    remedy: 'kpi verify says what has changed; put the files back as they were',
  },
  'bad-assignment': {
    text: '--set takes rulebook.parameter=value',
    remedy: 'for example --set commission_team_pool.rate=1.3%',
  },
  'missing-rules': {
    text: 'there is no folder {folder}',
    remedy: 'name a folder of rulebooks',
  },
  'closed-altered': {
    text: 'the closed month {month} is not as it was written: its seal does not fit',
    remedy: 'put the file back from a copy; nothing is computed on closed months that were altered',
  },
  'closed-unlinked': {
    text: 'the closed month {month} followed {before} as it was then, which is not there',
    remedy: 'put the closed folder back from one copy',
  },
  'closing-before': {
    text: '{last} is closed already: a month before it can no longer be closed',
    remedy: 'close months in their order; what {month} lacks is paid in a later month',
  },
  'closing-gap': {
    text: '{between} has a folder and is not closed: {month} would be closed over it',
    remedy: 'close {between} first',
  },
  'closing-provisional': {
    text: 'figures that pay rests on are not final: {metrics}',
    remedy:
      'put orders through the end of the inquiry window into the month’s folder, or close with --even-if provisional --reason',
  },
  'review-incomplete': {
    text: '{period} is reviewed over its closed months; not closed: {months}',
    remedy: 'close them first; review again when months to come are closed',
  },
  'review-nothing-closed': {
    text: 'no month of {period} is closed',
    remedy: 'close months first: kpi close --month',
  },
  'correction-altered': {
    text: 'this correction of {month} is not as it was written: its seal does not fit',
    remedy: 'put the file back from a copy; nothing is computed on corrections that were altered',
  },
  'correction-unlinked': {
    text: 'this correction follows another closed {month}, or another correction before it, than there is',
    remedy: 'put the closed folder back from one copy',
  },
  'correction-waits': {
    text: '{between} is not closed: what it will pay and recover of corrections is not known yet, and {month} leaves it out',
    remedy: 'close {between} before {month} is paid',
  },
  'back-pay-unpaid': {
    text: '{agent} {name} is not paid in {month}: back pay of {amount} for {corrected} {title} stays open',
    remedy: 'it is paid in the next month with pay; who has left is to be paid apart',
  },
  'recovery-unpaid': {
    text: '{agent} {name} is not paid in {month}: {amount} of {corrected} {title} stays to be recovered',
    remedy:
      'it is recovered in the next month with pay; with who has left it is to be settled apart',
  },
} as const;

export const texts = {
  'metrics.is_closed': '{month} is closed; these are the figures that were sealed',
  'explain.is_closed': '{month} is closed; explained by the policy that was sealed',
  'help.set': 'another value for a parameter, as rulebook.parameter=value (repeatable)',
  'help.rules_folder': 'a folder of rulebooks in place of the shop’s own',
  'help.compare': 'show what differs from the policy in force, by agent and line',
  'help.months': 'closed months, as A..B',
  'help.backtest': 'what closed months would have cost under another policy',
  'help.diff': 'what changed between two months: which metric, which rule, how many yuan',
  'help.argument_month_a': 'the earlier month',
  'help.argument_month_b': 'the later month',
  'compare.total': 'payable {before} → {after}, change {change}; {agents} agents differ',
  'compare.same': 'nothing differs',
  'usage.compare_what': '--compare needs --set or --rules',
  'usage.variant_sealed':
    '{month} is closed: add --compare to see what another policy would make of it',
  'usage.backtest_what': 'backtest needs --set or --rules',
  'usage.bad_months': '“{given}” is no range of months such as 2026-01..2026-06',
  'backtest.none': 'no month from {from} to {to} is closed',
  'table.agents_changed': 'agents that differ',
  'table.cause': 'cause',
  'cause.rules': 'the policy',
  'cause.ratings': 'gradings',
  'cause.events': 'events',
  'cause.complaints': 'complaints',
  'cause.targets': 'targets',
  'cause.roster': 'the roster and the team',
  'cause.days': 'single days and hours',
  'cause.history': 'earlier months',
  'missing.not_recorded': 'the closed month does not know it',
  'run.is_closed':
    '{month} is closed; this is what was sealed (--recalc shows what would differ today)',
  'notices.is_closed': '{month} is closed; these are the notices as they were sealed',
  'close.done': '{month} closed: {agents} agents, payable {payable}; {file}, SHA-256 {sha256}',
  'close.no_output':
    '{file} lies among closed months, where only kpi close and kpi correct write; nothing was written',
  'close.already': '{month} is closed already; nothing was written',
  'close.locked':
    'another run is writing into the closed folder (process {pid} on {host}); try again when it is done, or delete closed/.lock when no such run is left',
  'verify.same': 'as it was sealed',
  'verify.input_changed': '{file} is not the file that was read then',
  'verify.input_missing': '{file} is no longer there',
  'verify.input_new': '{file} was not there then',
  'verify.policy_changed': '{file} has changed since; the sealed text was used',
  'verify.program_changed': 'sealed by version {version} of the program',
  'verify.result_differs': 'it comes out otherwise: lines of pay that differ: {lines}',
  'verify.record_differs': 'the pay is the same, the record beside it is not',
  'verify.unreadable': 'it can no longer be computed: {why}',
  'verify.corrected': 'differs, and all of it is corrected',
  'verify.carried': 'all that differs is carried by corrections, the last of them {file}',
  'verify.differs': 'differs',
  'verify.none': 'no month is closed',
  'verify.not_closed': '{month} is not closed',
  'table.before': 'before',
  'table.after': 'after',
  'table.change': 'change in pay',
  'table.state': 'state',
  'table.finding': 'finding',
  'usage.recalc_workbook': '--recalc cannot be written as a workbook; take csv, json or markdown',
  'usage.recalc_open': '--recalc is for closed months, and this one is not closed',
  'usage.even_if': '--even-if takes: provisional',
  'usage.even_if_reason': '--even-if needs --reason, which is recorded',
  'help.close': 'seal a month: what was paid and what it was computed from',
  'help.verify': 'prove closed months: the chain, and each computed again',
  'help.recalc': 'of a closed month: what would differ if it were computed today',
  'help.even_if': 'close although figures are provisional',
  'help.reason': 'why, for the record',
  'help.verify_month': 'only this month',
  'correction.back_pay': 'Back pay {month} {title}',
  'correction.recovery': 'Recovery {month} {title}',
  'correction.after_first': 'after − before',
  'correction.before_first': 'before − after',
  'correction.with_carried': '{difference}, less what was corrected already',
  'correction.equation': '{formula} = {numbers} = {result}',
  'correction.paid_before': 'paid earlier: {amount}',
  'correction.recovered_before': 'recovered earlier: {amount}',
  'correction.rest': '{paid} this month, {rest} left for later',
  'correction.now': 'now: {now}',
  'correction.now_after': 'now: {now} (changed: {inputs})',
  'correction.gone': 'there is no such line',
  'notice.recovery_carried':
    'Recovery {month} {title}: {rest} is left for later (a month gives at most {share} of its gross, and keeps {wage} payable)',
  'correct.not_closed':
    '{month} is not closed and needs no correction: kpi calc takes its files as they are',
  'correct.closed':
    '{last} is closed: a correction goes into a month after it, not into {into}; nothing was written',
  'correct.nothing': 'nothing new differs in {month}; nothing was written',
  'correct.changed': '{file} has changed',
  'correct.missing': '{file} is no longer there',
  'correct.new': '{file} is new',
  'correct.all':
    'what differs for any of the {agents} agents of {month} goes into {into}, also where only ranks have moved: {lines} lines, back pay {paid}, recoveries {recovered}',
  'correct.written':
    '{file} written, SHA-256 {sha256}; kpi calc --month {into} pays and recovers it',
  'correct.dry': 'a dry run: nothing was written',
  'table.carried': 'already carried',
  'usage.in_needed': 'correct needs --in, the month that pays and recovers: --in 2026-11',
  'usage.in_later': '--in takes a month later than the one that is corrected',
  'help.correct': 'correct a closed month: a later month pays or recovers what differs',
  'help.in': 'the month that pays and recovers, not closed yet',
  'help.dry_run': 'list what differs and write nothing',
  'help.correct_after': `
Examples:
  kpi correct --month 2026-09 --in 2026-11 --dry-run
  kpi correct --month 2026-09 --in 2026-11

For a refund that came late, a forgotten memo, a wrongly graded complaint: mend the files in
2026-09, then correct. The month is computed again under its sealed policy and roster, and
what differs is listed by agent and line and written into closed/corrections/; kpi calc of
2026-11 pays or recovers it. What was corrected before is not carried twice. A month
recovers at most 20 % of its gross (corrections: {recovery_share: 20%} in kpi.yaml); the
rest is left for later months.
`,
  'help.close_after': `
Examples:
  kpi close --month 2026-10
  kpi close --month 2026-10 --even-if provisional --reason "paid before the window ends"

closed/2026-10.json then holds what was paid, the figures, the policy and the hashes of
all files it was computed from. The same month closed elsewhere is the same file. Nothing
is sealed while there are errors, or while a figure that pay rests on is not final.
kpi calc shows what was sealed from then on; nothing overwrites it.
`,
  'help.verify_after': `
Examples:
  kpi verify
  kpi verify --month 2026-10 --format json

Each closed month is computed again from its files and its sealed policy, and must give
the same bytes. What differs is named: a file that changed, or another result.
`,
  'help.backtest_after': `
Examples:
  kpi backtest --set commission_team_pool.rate=1.3%
  kpi backtest --rules draft --months 2026-01..2026-06 --long -o draft.csv

Each closed month is paid again from its files, with its roster and settings as sealed,
under the other policy; months before it count as they were paid. Nothing is written.
`,
  'help.diff_after': `
Examples:
  kpi diff 2026-09 2026-10
  kpi diff 2026-09 2026-10 --format json

The earlier month is turned into the later one step by step: the policy, each metric that
pay asks for, gradings, events, complaints, targets, the roster. What each step changes of
each line is its effect; all of them together are the whole difference, to the fen.
`,
  'diff.total': 'from {from} to {to} the payable changes by {change}',
  'history.trend': 'Trend',
  'table.months': 'Months',
  'help.history': 'scores, ranks, metrics and pay over closed months',
  'help.history_after': `
Examples:
  kpi history                                    a row per agent; a terminal draws how it went
  kpi history A01                                one agent, a row per month
  kpi history --months 2026-01..2026-06 -o history.csv
  kpi history --format json                      every metric

Reads what was sealed; nothing is computed again. CSV has a row per agent and month. Only
a terminal gets bars (▁▂▃▄▅▆▇█), the lowest for the least month and the highest for the
greatest; a month that is not there is blank.
`,
  'review.score': 'Mean score',
  'review.rank': 'Mean rank',
  'review.monthly': '{title} (monthly)',
  'usage.no_period': '--period is needed, such as 2026-Q3 or 2026',
  'usage.bad_period': '--period is written like 2026-Q3 or 2026, not “{given}”',
  'help.period': 'quarter or year: 2026-Q3, 2026',
  'help.review': 'quarterly and yearly reviews over closed months',
  'help.review_after': `
Examples:
  kpi review --period 2026-Q3
  kpi review --period 2026 -o year.csv
  kpi review --period 2026-Q3 --format json      every metric and the points of each item

A row per agent over the closed months; those that are not closed are named. Scores and
ranks are means of months; a ratio is the sum of numerators over the sum of denominators;
other metrics are monthly means; pay is summed. What a scorecard defines as quarter or
year has a column of its own, such as the quarter's score of the service review.
`,
} as const;
