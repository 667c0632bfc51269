import { INPUT_KINDS, type InputKind } from '../../catalogue/inputs.js';

/** How file names of each kind begin. */
const NAME_BEGINNINGS: Readonly<Record<InputKind, readonly string[]>> = {
  chats: ['chats', '聊天'],
  orders: ['orders', '订单', 'exportorderlist', 'exportorderdetaillist', '退款', '刷单', '补单'],
  attendance: ['attendance', '考勤'],
  complaints: ['complaints', '投诉'],
  ratings: ['ratings', '评分'],
  events: ['events', '奖惩'],
  calls: ['calls', '通话'],
  metrics: ['metrics', '指标'],
  targets: ['targets', '目标'],
  deductions: ['deductions', '专项附加扣除'],
  opening: ['opening', '年初至今'],
  products: ['products', '商品表', '商品类目'],
};

/** What a file's name by itself says it is. */
export function kindByName(name: string): InputKind | undefined {
  const lower = name.normalize('NFKC').toLowerCase();
  return INPUT_KINDS.find((each) =>
    NAME_BEGINNINGS[each].some((beginning) => lower.startsWith(beginning)),
  );
}

/** The target that the name of a file of targets says, as in `targets-sales.csv` and `目标 接待人数.xlsx`. */
export function targetInName(file: string): string | undefined {
  const name = file
    .replace(/^.*\//, '')
    .replace(/\.[^.]*$/, '')
    .normalize('NFKC');
  const beginning = NAME_BEGINNINGS.targets.find((each) => name.toLowerCase().startsWith(each));
  const rest = name.slice(beginning?.length ?? name.length).replace(/^[-_. ]+/, '');
  return rest === '' ? undefined : rest;
}
