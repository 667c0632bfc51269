import type { Title } from '../lib/language.js';

/** A fixed set of words of one column, each with its titles in both languages. */
export type Vocabulary<Id extends string> = Readonly<Record<Id, Title>>;

const LEVELS = {
  junior: { zh: '初级', en: 'Junior' },
  intermediate: { zh: '中级', en: 'Intermediate' },
  senior: { zh: '高级', en: 'Senior' },
  expert: { zh: '资深', en: 'Expert' },
} satisfies Vocabulary<string>;

/** Roles with titles of their own; a shop may use others, which are their own title. */
export const ROLES = {
  presales: { zh: '售前', en: 'Pre-sales' },
  aftersales: { zh: '售后', en: 'After-sales' },
  aftersales_lead: { zh: '售后组长', en: 'After-sales lead' },
  vip: { zh: 'VIP', en: 'VIP' },
} satisfies Vocabulary<string>;
export type KnownRole = keyof typeof ROLES;

export const INSURANCES = {
  insured: { zh: '参保', en: 'Insured' },
  cash: { zh: '返现', en: 'Cash' },
  none: { zh: '无', en: 'None' },
} satisfies Vocabulary<string>;
export type Insurance = keyof typeof INSURANCES;

/** Places whose law ships with titles of their own; a shop may be elsewhere: then the word is its title. */
const PLACES = {
  beijing: { zh: '北京', en: 'Beijing' },
  shanghai: { zh: '上海', en: 'Shanghai' },
  guangzhou: { zh: '广州', en: 'Guangzhou' },
  shenzhen: { zh: '深圳', en: 'Shenzhen' },
  hangzhou: { zh: '杭州', en: 'Hangzhou' },
} satisfies Vocabulary<string>;

/** How an employee is taxed. */
export const TAX_RESIDENCES = {
  resident: { zh: '居民', en: 'Resident' },
  non_resident: { zh: '非居民', en: 'Non-resident' },
} satisfies Vocabulary<string>;
export type TaxResidence = keyof typeof TAX_RESIDENCES;

/** How the basic deduction from the taxable wage is counted. */
export const TAX_DEDUCTIONS = {
  monthly: { zh: '按月', en: 'Monthly' },
  first_job: { zh: '首次就业', en: 'First job' },
  low_income: { zh: '上年六万以下', en: 'Low income' },
} satisfies Vocabulary<string>;
export type TaxDeduction = keyof typeof TAX_DEDUCTIONS;

/** From best to worst. */
export const GRADES = {
  excellent: { zh: '优', en: 'Excellent' },
  good: { zh: '良', en: 'Good' },
  fair: { zh: '中', en: 'Fair' },
  poor: { zh: '差', en: 'Poor' },
} satisfies Vocabulary<string>;
export type Grade = keyof typeof GRADES;

export const COMPLAINT_KINDS = {
  complaint: { zh: '投诉', en: 'Complaint' },
  bad_review: { zh: '差评', en: 'Bad review' },
  neutral_review: { zh: '中评', en: 'Neutral review' },
  dispute: { zh: '纠纷', en: 'Dispute' },
  praise: { zh: '表扬', en: 'Praise' },
  bad_review_resolved: { zh: '差评解决', en: 'Bad review resolved' },
  refund_saved: { zh: '挽回退款', en: 'Refund saved' },
  refund_turned: { zh: '退转换', en: 'Refund turned' },
  error: { zh: '差错', en: 'Error' },
  no_follow_up: { zh: '未回访', en: 'No follow-up' },
} satisfies Vocabulary<string>;
export type ComplaintKind = keyof typeof COMPLAINT_KINDS;

export const ATTENDANCE_KINDS = {
  present: { zh: '出勤', en: 'Present' },
  late: { zh: '迟到', en: 'Late' },
  early_leave: { zh: '早退', en: 'Early leave' },
  leave: { zh: '请假', en: 'Leave' },
  absent: { zh: '旷工', en: 'Absent' },
  missed_punch: { zh: '缺卡', en: 'Missed punch' },
  night: { zh: '夜班', en: 'Night shift' },
  overtime_workday: { zh: '工作日加班', en: 'Overtime on a workday' },
  overtime_restday: { zh: '休息日加班', en: 'Overtime on a rest day' },
  overtime_holiday: { zh: '节假日加班', en: 'Overtime on a public holiday' },
} satisfies Vocabulary<string>;
export type AttendanceKind = keyof typeof ATTENDANCE_KINDS;

export const SENDERS = {
  buyer: { zh: '买家', en: 'Buyer' },
  agent: { zh: '客服', en: 'Agent' },
  robot: { zh: '机器人', en: 'Robot' },
  system: { zh: '系统', en: 'System' },
} satisfies Vocabulary<string>;
export type Sender = keyof typeof SENDERS;

/** Which way a call went. */
export const CALL_DIRECTIONS = {
  in: { zh: '呼入', en: 'Inbound' },
  out: { zh: '呼出', en: 'Outbound' },
} satisfies Vocabulary<string>;

/** What a consult counts as. */
export const CONSULT_CLASSES = {
  success: { zh: '询单成功', en: 'inquiry that succeeded' },
  assist: { zh: '协助（由其他客服成交）', en: 'assist (another agent made the sale)' },
  aftersales: { zh: '售后（此前已付款）', en: 'after-sales (paid before)' },
  no_order: { zh: '询单未成交', en: 'inquiry without an order' },
} satisfies Vocabulary<string>;

/** Cyan and orange are flags of Douyin only. */
export const FLAGS = {
  red: { zh: '红', en: 'Red' },
  yellow: { zh: '黄', en: 'Yellow' },
  green: { zh: '绿', en: 'Green' },
  blue: { zh: '蓝', en: 'Blue' },
  purple: { zh: '紫', en: 'Purple' },
  cyan: { zh: '青', en: 'Cyan' },
  orange: { zh: '橙', en: 'Orange' },
  none: { zh: '无', en: 'None' },
} satisfies Vocabulary<string>;
export type Flag = keyof typeof FLAGS;

const WORDS: readonly Vocabulary<string>[] = [
  LEVELS,
  INSURANCES,
  GRADES,
  ROLES,
  TAX_RESIDENCES,
  TAX_DEDUCTIONS,
];

/** A word of a list that a shop may write itself. */
export interface VocabularyWord {
  readonly id: string;
  readonly title: Title;
}

/** The ids of a vocabulary, in its order. */
export function idsOf<Id extends string>(vocabulary: Vocabulary<Id>): readonly Id[] {
  return Object.keys(vocabulary) as Id[];
}

/** The words of a vocabulary, by id and title. */
export function nameables<Id extends string>(
  vocabulary: Vocabulary<Id>,
): readonly VocabularyWord[] {
  return idsOf(vocabulary).map((id) => ({ id, title: vocabulary[id] }));
}

/** The levels of a shop that names none of its own, from low to high. */
export const SHIPPED_LEVELS: readonly VocabularyWord[] = nameables(LEVELS);

/** The word that a text means by id, Chinese or English title; undefined when it is none of them. */
export function wordAmong(
  words: readonly VocabularyWord[],
  text: string,
): VocabularyWord | undefined {
  const wanted = text.trim().toLowerCase();
  const isCalled = ({ id, title }: VocabularyWord) =>
    [id, title.zh, title.en].some((name) => name.toLowerCase() === wanted);
  return words.find(isCalled);
}

/** The id of a place that ships, of a city with or without 市 behind it; another is its own id. */
export function placeId(text: string): string {
  const place = text.trim();
  return wordId(PLACES, place.replace(/市$/, '')) ?? place;
}

/** The places that ship. */
export const SHIPPED_PLACES: readonly VocabularyWord[] = nameables(PLACES);

/** A place in words. */
export function placeTitle(place: string): Title {
  const id = wordId(PLACES, place);
  return id === undefined ? { zh: place, en: place } : PLACES[id];
}

/** The titles of a word of the vocabularies that policies ask about; undefined for any other. */
export function wordTitle(text: string): Title | undefined {
  for (const vocabulary of WORDS) {
    const id = wordId(vocabulary, text);
    if (id !== undefined) return vocabulary[id];
  }
  return undefined;
}

/** The id of a word given as id, Chinese or English title; undefined when it is none of them. */
export function wordId<Id extends string>(
  vocabulary: Vocabulary<Id>,
  text: string,
): Id | undefined {
  const words = INDEXES.get(vocabulary) ?? indexOf(vocabulary);
  return words.get(text.trim().toLowerCase()) as Id | undefined;
}

/** The ids of each vocabulary by its words, made when one is first looked up. */
const INDEXES = new Map<Vocabulary<string>, ReadonlyMap<string, string>>();

function indexOf(vocabulary: Vocabulary<string>): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const [id, { zh, en }] of Object.entries(vocabulary)) {
    for (const word of [id, zh.toLowerCase(), en.toLowerCase()]) {
      if (!words.has(word)) words.set(word, id);
    }
  }
  INDEXES.set(vocabulary, words);
  return words;
}
