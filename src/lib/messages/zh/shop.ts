export const problems = {
  'missing-config': {
    text: '找不到 kpi.yaml',
    remedy: '在店铺文件夹里运行，用 -C 指明文件夹，或用 kpi init 新建一个',
  },
} as const;

export const texts = {} as const;
