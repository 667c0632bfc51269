import { matchHeader } from '../files/header.js';
import type { CanonicalRow, ConvertedCell, ExportRow, Reader } from '../files/reader.js';

const ALL_TRUE: ConvertedCell = { text: '是', header: '属实' };
const A_COMPLAINT: ConvertedCell = { text: 'complaint', header: '类型' };

function rowsOf({ cell }: ExportRow): readonly CanonicalRow[] {
  return [
    {
      date: cell('date'),
      agent: cell('agent'),
      kind: A_COMPLAINT,
      verified: cell('verified') ?? ALL_TRUE,
      grave: cell('grave'),
      points: cell('points'),
      amount: cell('amount'),
      order_id: cell('order_id'),
      closed_on: cell('closed_on'),
    },
  ];
}

/** Tables of complaints as platforms and shops keep them, by the names that their columns have. */
export const COMPLAINTS_TABLE: Reader = {
  name: 'complaints_table',
  title: { zh: '投诉，按列名认', en: 'complaints by the names of columns' },
  kind: 'complaints',
  layout: 'complaints',
  columns: [
    {
      id: 'date',
      zh: '投诉时间',
      aliases: ['投诉日期', '投诉发起时间', '发起时间'],
      required: true,
    },
    {
      id: 'agent',
      zh: '被投诉客服',
      aliases: ['责任客服', '责任人', '客服账号', '客服昵称', '客服', '工号'],
      required: true,
    },
    { id: 'verified', zh: '属实', aliases: ['是否属实', '投诉是否成立', '是否成立'] },
    { id: 'grave', zh: '重大', aliases: ['是否重大', '重大投诉'] },
    { id: 'points', zh: '扣分', aliases: ['投诉扣分'], units: ['分'] },
    { id: 'amount', zh: '金额', aliases: ['赔付金额', '损失金额'], unit: '元' },
    { id: 'order_id', zh: '订单编号', aliases: ['订单号', '主订单编号'] },
    {
      id: 'closed_on',
      zh: '结案日期',
      aliases: ['结案时间', '完结时间', '办结时间', '处理完成时间', '投诉关闭时间'],
    },
    { id: 'complaint_id', zh: '投诉单号', aliases: ['投诉编号'] },
    { id: 'reason', zh: '投诉原因', aliases: ['投诉类型'] },
  ],
  recognises: (header) => {
    const { positions } = matchHeader(COMPLAINTS_TABLE, header);
    return (
      ['date', 'complaint_id', 'reason'].filter((id) => positions.has(id)).length > 1 ||
      (positions.has('date') && positions.has('agent'))
    );
  },
  conversion: {
    gives: [
      'date',
      'agent',
      'kind',
      'verified',
      'grave',
      'points',
      'amount',
      'order_id',
      'closed_on',
    ],
    rowsOf,
  },
};
