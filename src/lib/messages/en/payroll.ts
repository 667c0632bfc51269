export const problems = {
  'negative-pay': {
    text: 'the payable of {agent} is {amount}: {lines}',
    remedy: 'check these lines, or set `limits` in kpi.yaml (cap on losses, minimum wage)',
  },
} as const;

export const texts = {} as const;
