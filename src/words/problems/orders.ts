import type { ProblemEntry } from '../texts/entry.js';

/** Of orders and refunds. */
export const ordersProblems = {
  'duplicate-order': {
    level: 'warning',
    zh: '{rows} 行订单与前面的完全相同，只计一次（例如 {order}）',
    en: '{rows} {rows|order is|orders are} the same as earlier rows and {rows|counts|count} once (such as {order})',
    remedyZh: '如果是重复导出，不用管',
    remedyEn: 'ignore this if the exports overlap',
  },
  'conflicting-order': {
    level: 'error',
    zh: '订单 {order} 出现两次而内容不同：{column}这里是“{here}”，{other} 第 {line} 行是“{there}”',
    en: 'the order {order} stands twice with different content: {column} is "{here}" here, and "{there}" in {other}, line {line}',
    remedyZh: '只留正确（较新）的一行',
    remedyEn: 'keep the right (newer) row',
  },
  'conflicting-lines': {
    level: 'error',
    zh: '订单 {order} 的几行互相矛盾：{column}这里是“{here}”，{other} 第 {line} 行是“{there}”',
    en: 'rows of the order {order} contradict each other: {column} is "{here}" here, and "{there}" in {other}, line {line}',
    remedyZh:
      '一行是订单里的一件商品，不要删行；到平台核对这个订单的{column}，把写错的一处改过来，或把两处所在的文件一起重新导出',
    remedyEn:
      'each row is an item of the order, so delete none: look up {column} of this order on the platform and put the wrong one right, or export the files of both rows anew',
  },
  'order-in-two-exports': {
    level: 'error',
    zh: '订单 {order} 在两种导出里：这里，和 {other} 第 {line} 行；一种每个订单一行，另一种每件商品一行',
    en: 'the order {order} is in exports of two kinds, here and in {other}, line {line}: one has a row for each order, the other for each item',
    remedyZh: '同一批订单只放一种导出',
    remedyEn: 'keep one kind of export of the same orders',
  },
  'duplicate-refund': {
    level: 'warning',
    zh: '{rows} 行退款与前面的完全相同，只计一次（例如 {order}）',
    en: '{rows} {rows|row|rows} of refunds {rows|is|are} the same as rows above and {rows|counts|count} once (for example {order})',
    remedyZh: '如果是重复导出，不用管',
    remedyEn: 'Nothing to do if these are overlapping exports',
  },
  'exported-twice': {
    level: 'error',
    zh: '{order} 在两次导出里状态先后不同，{newer} 较新：{column}在这里是“{here}”，{other} 第 {line} 行是“{there}”',
    en: '{order} stands in two exports of different times, of which {newer} is the newer: {column} is "{here}" here, and "{there}" in {other}, line {line}',
    remedyZh:
      '把两个文件的时段重新导出成一个文件，放在一处；或者从较旧的 {older} 里删掉 {newer} 里也有的行',
    remedyEn:
      'export the days of both files anew into one; or delete from the older {older} the rows that {newer} has as well',
  },
  'conflicting-refund': {
    level: 'error',
    zh: '退款 {order} 出现两次而内容不同：{column}这里是“{here}”，{other} 第 {line} 行是“{there}”',
    en: 'Refund {order} occurs twice with different contents: {column} is "{here}" here, and "{there}" in {other}, line {line}',
    remedyZh: '同一笔退款只留正确（较新）的一行；同一订单退了几次的，导出时要带上退款编号',
    remedyEn:
      'Of one refund keep the right (newer) row; where an order was refunded several times, export the numbers of the refunds, too',
  },
  'refunds-differ': {
    level: 'warning',
    zh: '{orders} 个订单的退款，{used}与{other}不一致：共 {sum} 元，另一处 {otherSum} 元；以{used}为准',
    en: 'The refunds of {orders} {orders|order|orders} differ between {used} and {other}: {sum} yuan here, {otherSum} yuan there; {used} count',
    remedyZh: '核对这些订单；如果导出时间不同，把两份一起重新导出',
    remedyEn: 'Check these orders; if the exports are of different times, export both anew',
  },
  'negative-refund': {
    level: 'error',
    zh: '{column}是负数：{cell}，而这个文件里别的退款是正数',
    en: '{column} is negative: {cell}, while other refunds of this file are positive',
    remedyZh: '核对这笔退款：退了的去掉负号；撤销了的改成 0。退款全部写成负数的文件可以原样放',
    remedyEn:
      'Look this refund up: drop the sign if it was made, write 0 if it was withdrawn. A file that writes all of its refunds below 0 is read as it is',
  },
  'refunds-below-zero': {
    level: 'warning',
    zh: '这个文件的退款全部写成负数（{rows} 行，共 {sum} 元），按退款读入',
    en: 'This file writes all of its refunds below 0 ({rows} {rows|row|rows}, {sum} yuan): they are read as refunds',
    remedyZh: '负数就是退款的，不用管；不是的，改正这些行',
    remedyEn: 'Nothing to do if these are refunds; else correct these rows',
  },
  'refund-above-paid': {
    level: 'warning',
    zh: '订单 {order} 的退款共 {refund} 元，多于实付的 {paid} 元：只计 {counted} 元',
    en: 'The refunds of the order {order} are {refund} yuan, more than the {paid} yuan that were paid: {counted} count',
    remedyZh: '核对这个订单的实付和退款；多出来的是补偿、运费的，不用管',
    remedyEn:
      'Check what was paid and refunded of this order; ignore this if the rest is a compensation or freight',
  },
  'refund-unsaid': {
    level: 'warning',
    zh: '{orders} 个订单退款成功而导出没有写金额，按实付全额计',
    en: '{orders} {orders|order was|orders were} refunded and the export does not say how much: all that was paid is taken',
    remedyZh: '部分退款要准确，请再放入平台的售后（退款）导出',
    remedyEn: "For exact partial refunds add the platform's export of after-sales (refunds)",
  },
  'closed-without-refund': {
    level: 'warning',
    zh: '{orders} 个付过款的订单已关闭、取消或删除，退款没有写明，或写的是 0，销售额照计',
    en: '{orders} {orders|order was|orders were} closed, cancelled or deleted after payment, and their refund is not said or 0: {orders|it stays|they stay} in sales',
    remedyZh: '请再放入平台的售后（退款）导出',
    remedyEn: "Add the platform's export of after-sales (refunds)",
  },
  'refund-of-nothing': {
    level: 'warning',
    zh: '{orders} 个订单的退款状态是退款成功，退款金额却是 0 或没有写，按没有退款计',
    en: '{orders} {orders|order has|orders have} the status of a refund that succeeded and an amount of 0 or none: no refund counts',
    remedyZh: '核对后补上退款金额；没有退钱的（换货、补发），改退款状态',
    remedyEn:
      'check and fill in the amount; where no money was given back (an exchange), correct the status',
  },
  'order-without-noughts': {
    level: 'warning',
    zh: '有 {orders} 个订单编号与订单只差前面的 0，例如“{written}”当作 {order}',
    en: '{orders} {orders|order number differs|order numbers differ} from an order’s only in zeros before it: “{written}” is taken for {order}',
    remedyZh: '从平台重新导出，或把编号一列设成文本再填：表格软件会去掉前面的 0',
    remedyEn:
      'export again, or make the column text before filling it in: spreadsheets drop zeros before a number',
  },
  'order-not-here': {
    level: 'info',
    zh: '{rows} 行的订单不在本月的订单文件里，没有用上',
    en: "{rows} {rows|row is|rows are} of orders that the month's files do not have, and {rows|was|were} not used",
    remedyZh: '如果应当有，把那些订单也导出来',
    remedyEn: 'If they should count, export those orders as well',
  },
  'not-a-status': {
    level: 'error',
    zh: '“{column}”列有 {kinds} 种不认得的内容（{rows} 行）：这不像订单状态',
    en: '“{column}” has {kinds} contents that nobody knows (rows: {rows}): these are no statuses of orders',
    remedyZh: '多半列错了位：核对表头和内容，或重新导出',
    remedyEn:
      'columns were swapped, most likely: compare header and contents, or export the file again',
  },
  'unknown-status': {
    level: 'warning',
    zh: '不认得状态“{status}”（{rows} 行），不据此判断',
    en: 'Nobody knows the status "{status}" ({rows} {rows|row|rows}); it decides nothing',
    remedyZh: '核对这些行；付款与否只看付款时间，退款只认“退款成功”',
    remedyEn: 'Check these rows: payment is told by its time alone, and a refund only by 退款成功',
  },
  'no-creation-time': {
    level: 'warning',
    zh: '没有下单时间：{orders} 个订单的归属按付款时间判断，未付款的订单无从计数',
    en: 'The time of ordering is not there: {orders} {orders|order is|orders are} credited by {orders|its|their} time of payment, and unpaid ones cannot be counted',
    remedyZh: '如果平台能导出下单时间，请勾选后重新导出',
    remedyEn: 'If the platform offers the time of ordering, choose it and export again',
  },
  'no-payment-time': {
    level: 'warning',
    zh: '{orders} 个订单的状态是已付款、已发货或已完成，却没有付款时间（共 {sum} 元，例如 {order}），不计入销售额',
    en: 'The status of {orders} {orders|order|orders} is paid, shipped or completed and there is no time of payment ({sum} yuan, for example {order}): {orders|it is|they are} in no sales',
    remedyZh: '核对是否收了款（例如货到付款）：收了的，补上付款时间；导出时漏了的，重新导出',
    remedyEn:
      'Check whether these were paid (on delivery, perhaps): fill in the time of payment of those that were; export again what the export left out',
  },
  'no-payment-column': {
    level: 'warning',
    zh: '没有付款时间一列，状态也没有说明付了款：{orders} 个订单（共 {sum} 元）都按未付款，不计入销售额',
    en: 'there is no column of payment times, and no status says that anything was paid: {orders} {orders|order counts|orders count} as unpaid ({sum} yuan) and {orders|is|are} in no sales',
    remedyZh: '付过款的，连同付款时间重新导出，列名写“付款时间”；都没有付款的，不用管',
    remedyEn:
      'export again with the times of payment, under the header 付款时间; nothing to do if none was paid',
  },
  'fake-order-not-here': {
    level: 'warning',
    zh: '刷单名单里有 {ids} 个编号不在订单里（例如 {order}）',
    en: 'The list of fake orders names {ids} {ids|id|ids} that no order has (for example {order})',
    remedyZh: '核对编号：写错的编号，其订单仍算作销售',
    remedyEn: 'Check the ids: the order of a misspelt one still counts as a sale',
  },
  'no-order-file': {
    level: 'warning',
    zh: '只有订单的明细、退款或刷单名单，没有订单',
    en: 'There are items, refunds or a list of fake orders, and no orders',
    remedyZh: '再放入平台的订单导出',
    remedyEn: "Add the platform's export of orders",
  },
} as const satisfies Readonly<Record<string, ProblemEntry>>;
