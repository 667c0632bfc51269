import type { TextEntry } from './entry.js';

/** How an amount came about. */
export const explainTexts = {
  'explain.is_closed': {
    zh: '{month} 已结账；按封存的制度解释',
    en: '{month} is closed; explained by the policy that was sealed',
  },
  'explain.head': {
    zh: '{name}（{id}） {month}  岗位：{role}  方案：{plan}',
    en: '{name} ({id})  {month}  role: {role}  plan: {plan}',
  },
  'explain.titled': { zh: '{title}（{id}）', en: '{title} ({id})' },
  'explain.pay': {
    zh: '应发工资 {gross} − 扣款 {deductions} = 实发 {payable}',
    en: 'gross {gross} − deductions {deductions} = payable {payable}',
  },
  'explain.before_tax': {
    zh: '应发工资 {gross} − 扣款 {deductions} = 税前应付 {payable}',
    en: 'gross {gross} − deductions {deductions} = {payable} before tax',
  },
  'explain.net': {
    zh: '税前应付 {payable} − 代扣 {withheld} = 实发 {net}；用工成本 {cost}',
    en: '{payable} before tax − {withheld} withheld = net {net}; cost {cost}',
  },
  'explain.other_lines': {
    zh: '另有 {count} 项没有金额',
    en: '{count} {count|line|lines} more without an amount',
  },
  'explain.others_problems': {
    zh: '另有 {count} 个警告与 {name}（{id}）无关，`kpi check --month {month}` 全部列出',
    en: '{count} {count|warning does|warnings do} not concern {name} ({id}); `kpi check --month {month}` lists them all',
  },
  'explain.score': {
    zh: '{title}（{id}）  得分 {points} / {total}，第 {rank} 名',
    en: '{title} ({id})  score {points} / {total}, rank {rank}',
  },
  'explain.ranking': { zh: '名次：{places}', en: 'places: {places}' },
  'explain.place': { zh: '{place} {name} {value}', en: '{place} {name} {value}' },
  'explain.own_place': { zh: '{place} 【{name}】 {value}', en: '{place} [{name}] {value}' },
  'explain.points': { zh: '{points} / {full} 分', en: '{points} / {full} points' },
  'explain.line': { zh: '{title}（{id}）  {kind} {amount}', en: '{title} ({id})  {kind} {amount}' },
  'explain.source': { zh: '依据：{source}', en: 'source: {source}' },
  'explain.formula': { zh: '公式：{formula}', en: 'formula: {formula}' },
  'explain.numbers': { zh: '代入：{numbers} = {value}', en: 'numbers: {numbers} = {value}' },
  'explain.day': { zh: '{day}：{numbers}', en: '{day}: {numbers}' },
  'explain.day_failed': {
    zh: '{day}：{numbers}，差 {distance}',
    en: '{day}: {numbers}, off by {distance}',
  },
  'explain.day_open': { zh: '{day}：{numbers}，{value}', en: '{day}: {numbers}, {value}' },
  'explain.equals': { zh: '公式：{formula} = {value}', en: 'formula: {formula} = {value}' },
  'explain.part': { zh: '{formula} = {value}', en: '{formula} = {value}' },
  'explain.name': { zh: '{title} = {value}（{kind}）', en: '{title} = {value} ({kind})' },
  'explain.held': { zh: '条件成立：{condition}', en: 'condition holds: {condition}' },
  'explain.failed': { zh: '条件不成立：{condition}', en: 'condition does not hold: {condition}' },
  'explain.unknown': {
    zh: '条件无法判断：{condition}',
    en: 'condition cannot be decided: {condition}',
  },
  'explain.adjusted': {
    zh: '按“{title}”调整：条件成立',
    en: 'adjusted by “{title}”: the conditions hold',
  },
  'explain.not_adjusted': {
    zh: '“{title}”的条件不成立，没有调整',
    en: 'not adjusted by “{title}”: the conditions do not hold',
  },
  'explain.mechanism': { zh: '{kind}：{text}', en: '{kind}: {text}' },
  'explain.cause': { zh: '{name}：{text}；{remedy}', en: '{name}: {text}; {remedy}' },
  'explain.notices': { zh: '通知', en: 'Notices' },
  'explain.metric': { zh: '{title}（{id}）  {value}', en: '{title} ({id})  {value}' },
  'explain.definition': { zh: '定义：{definition}', en: 'definition: {definition}' },
  'explain.quotient': {
    zh: '分子 {numerator} ÷ 分母 {denominator}',
    en: 'numerator {numerator} ÷ denominator {denominator}',
  },
  'explain.imported': {
    zh: '由 metrics*.csv 导入，代替计算出来的数',
    en: 'imported from metrics*.csv, in place of the computed figure',
  },
  'explain.provisional': {
    zh: '暂定：本月之后的订单还没有齐',
    en: 'provisional: orders after the month are not in yet',
  },

  'formula.mechanism': { zh: '{kind}（{inputs}）', en: '{kind} ({inputs})' },
  'formula.mechanism_notes': { zh: '{formula}：{notes}', en: '{formula}: {notes}' },
  'formula.absent': {
    zh: '条件不成立：{formula}（{numbers}）',
    en: 'condition does not hold: {formula} ({numbers})',
  },
  'formula.unknown': {
    zh: '条件无法判断：{formula}（{numbers}）',
    en: 'condition cannot be decided: {formula} ({numbers})',
  },

  'operator.and': { zh: '且', en: 'and' },
  'operator.or': { zh: '或', en: 'or' },
  'operator.not': { zh: '非', en: 'not' },

  'explain.balance': {
    zh: '结转（不发）：{title} {amount}',
    en: 'carried over, not paid: {title} {amount}',
  },
  'kind.metric': { zh: '指标', en: 'metric' },
  'kind.parameter': { zh: '参数', en: 'parameter' },
  'kind.definition': { zh: '定义', en: 'definition' },
  'kind.roster': { zh: '花名册', en: 'roster' },
  'kind.score': { zh: '得分', en: 'score' },
  'kind.item': { zh: '考核项目', en: 'item' },
  'kind.line': { zh: '工资项目', en: 'pay line' },
  'kind.category': { zh: '类别合计', en: 'sum of a category' },
  'kind.rating': { zh: '评分', en: 'rating' },
  'kind.event': { zh: '奖惩', en: 'event' },
  'kind.case': { zh: '投诉等记录', en: 'case' },
  'kind.target': { zh: '目标', en: 'target' },

  'step.score': { zh: '得分', en: 'score' },
  'step.category': { zh: '合计', en: 'sum' },
  'step.adjust': { zh: '调整', en: 'adjusted' },
  'step.notice': { zh: '通知', en: 'notice' },
  'outcome.of': { zh: '{entry}：{outcome}', en: '{entry}: {outcome}' },

  'value.yes': { zh: '是', en: 'yes' },
  'value.no': { zh: '否', en: 'no' },
  'value.missing': { zh: '缺', en: 'missing' },
  'value.undefined': { zh: '无（分母为 0）', en: 'undefined (denominator 0)' },
  'value.absent': { zh: '无', en: 'none' },
  'value.quoted': { zh: '“{text}”', en: '"{text}"' },

  'cause.rules': { zh: '制度', en: 'the policy' },
  'cause.ratings': { zh: '评分', en: 'gradings' },
  'cause.events': { zh: '奖惩', en: 'events' },
  'cause.complaints': { zh: '投诉与差评', en: 'complaints' },
  'cause.targets': { zh: '目标', en: 'targets' },
  'cause.statutory': { zh: '社保、公积金和个税', en: 'insurance, housing fund and tax' },
  'cause.corrections': { zh: '以往月份的更正', en: 'corrections of earlier months' },
  'cause.roster': { zh: '花名册与团队', en: 'the roster and the team' },
  'cause.days': { zh: '按日按时的情况', en: 'single days and hours' },
  'cause.no_history': { zh: '以往月份', en: 'Earlier months' },
  'cause.history': { zh: '以往月份', en: 'earlier months' },
} as const satisfies Readonly<Record<string, TextEntry>>;
