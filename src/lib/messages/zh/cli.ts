export const problems = {} as const;

export const texts = {
  total: '合计',
} as const;
