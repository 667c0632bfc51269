export const problems = {} as const;

export const texts = {
  total: 'Total',
} as const;
