export const problems = {
  'negative-pay': {
    text: '{agent} 的实发为 {amount}：{lines}',
    remedy: '检查这些项目，或在 kpi.yaml 设 limits（损失上限与最低工资）',
  },
} as const;

export const texts = {} as const;
