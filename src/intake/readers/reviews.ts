import type { ComplaintKind } from '../../catalogue/vocabulary.js';
import { parseNumber, present } from '../cells/cells.js';
import { matchHeader } from '../files/header.js';
import type {
  CanonicalRow,
  ConvertedCell,
  ExportCell,
  ExportRow,
  Header,
  Reader,
} from '../files/reader.js';
import { unwrap } from '../files/unwrap.js';

/** What a rating is counted as. */
type Counted = Extract<ComplaintKind, 'bad_review' | 'neutral_review' | 'praise'>;

const WORDS: Readonly<Record<string, Counted>> = {
  差评: 'bad_review',
  中评: 'neutral_review',
  好评: 'praise',
};
const STARS: readonly Counted[] = [
  'bad_review',
  'bad_review',
  'neutral_review',
  'praise',
  'praise',
];

/** Of `差评`, or of one to five stars: `2`, `2星`, `2.0`. Undefined for any other text. */
function countedAs(text: string): Counted | undefined {
  const stars = parseNumber(text.replace(/[星分]$/, ''));
  return WORDS[text] ?? (stars?.isInteger() ? STARS[stars.toNumber() - 1] : undefined);
}

const ALL_TRUE: ConvertedCell = { text: '是', header: '属实' };

function rowsOf({ cell }: ExportRow): readonly CanonicalRow[] {
  const rating = cell('rating');
  const written = present(rating?.text ?? '');
  const counted = written === undefined ? undefined : countedAs(written);
  const kind: ConvertedCell | undefined =
    written !== undefined && counted === undefined
      ? rating && { ...rating, text: written, fault: 'unclear-rating' }
      : rating && { ...rating, text: counted ?? '' };
  const order = cell('order_id');
  return [
    {
      date: dateIn(cell('date')),
      agent: agentOf(cell('agent'), order),
      kind,
      verified: cell('verified') ?? ALL_TRUE,
      order_id: order,
    },
  ];
}

/** Some pages have both dates in a cell: `初次评价：2026-10-13 20:13 追加评价：…`. The first one counts. */
function dateIn(cell: ExportCell | undefined): ConvertedCell | undefined {
  const date = /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: \d{1,2}:\d{2}(?::\d{2})?)?/;
  return cell && { ...cell, text: date.exec(cell.text)?.[0] ?? cell.text };
}

/** A review that names an order only is nobody's: which agent the order is credited to is found out later. */
function agentOf(agent: ExportCell | undefined, order: ExportCell | undefined): ConvertedCell {
  if (agent !== undefined && present(agent.text) !== undefined) return agent;
  const { text = '', header = '客服' } = agent ?? order ?? {};
  return { text: unwrap(text), header, fault: 'review-without-agent' };
}

/**
 * Reviews as collectors and shops' own tables have them: the platforms export none. A bad one (差评, 1 or 2 stars)
 * is a bad review, a middling one (中评, 3) a neutral one, a good one (好评, 4 or 5) praise. What buyers wrote is
 * not read.
 */
export const REVIEWS: Reader = {
  name: 'reviews',
  title: { zh: '评价，按列名认', en: 'reviews by the names of columns' },
  kind: 'complaints',
  layout: 'complaints',
  listsReviews: true,
  columns: [
    { id: 'date', zh: '评价时间', aliases: ['评论时间', '初评时间', '评价日期'], required: true },
    {
      id: 'rating',
      zh: '评分',
      aliases: ['评价等级', '评价类型', '评价结果', '评级', '星级'],
      required: true,
      units: ['1-5', '星', '分'],
    },
    { id: 'agent', zh: '客服', aliases: ['客服账号', '客服昵称', '旺旺昵称', '接待客服', '工号'] },
    { id: 'order_id', zh: '订单编号', aliases: ['订单号', '主订单编号'] },
    { id: 'verified', zh: '属实', aliases: ['是否属实'] },
  ],
  recognises: (header: Header) => {
    const { positions } = matchHeader(REVIEWS, header);
    const isReview = positions.has('date') || header.places.has('评价内容');
    return isReview && (positions.has('agent') || positions.has('order_id'));
  },
  conversion: { gives: ['date', 'agent', 'kind', 'verified', 'order_id'], rowsOf },
};
