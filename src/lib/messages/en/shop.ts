export const problems = {
  'missing-config': {
    text: 'there is no kpi.yaml',
    remedy: 'run in a shop folder, name it with -C, or make one with `kpi init`',
  },
} as const;

export const texts = {} as const;
