export const problems = {
  'credit-by-memo-only': {
    text: '本月没有聊天记录，订单只按备注归属',
    remedy: '如要按聊天归属，把本月的聊天记录放进月份文件夹',
  },
  'import-conflict': {
    text: '{agent} 的{metric}导入了两次，值不同：这里是 {value}，{file} 第 {line} 行是 {other}',
    remedy: '只留一个',
  },
  'import-differs': {
    text: '{agent} 的{metric}：导入值 {imported} 与计算值 {computed} 相差 {difference}，采用导入值',
    remedy: '核对两边的口径；如要用计算值，从导入文件里删去这一项',
  },
  'import-ignored': {
    text: '{metric}总是由订单算出：采用计算值 {computed}，不用导入值 {imported}（相差 {difference}）',
    remedy: '核对两边的口径，并从导入文件里删去这一项',
  },
  'import-wrong-level': {
    text: '{metric}不能导入给这一行的客服（“*”表示店铺）',
    remedy: '店铺的指标写在“*”一行，客服的指标写在各位客服的行；客服数由程序得出',
  },
  'memo-conflict': {
    text: '订单 {order} 的备注（或客服列）写明了不止一位客服：{agents}；不按备注归属',
    remedy: '改正备注，只写一位客服',
  },
  'mixed-ratings': {
    text: '“{item}”既有等级又有分数，无法合成一个评分',
    remedy: '同一项目统一用等级（优、良、中、差）或统一用分数',
  },
  'replies-cross-day': {
    text: '有 {replies} 次应答跨过营业日的起点，按无人应答计',
    remedy: '如果夜班过零点，在 kpi.yaml 的 metrics 里设 day_starts_at，例如 04:00',
  },
  'short-lookback': {
    text: '记录从 {first} 才开始，而归属和询单要看到 {due}',
    remedy: '把导出的起始日期提前到 {due}，再放进月份文件夹',
  },
} as const;

export const texts = {} as const;
