export const problems = {
  'unknown-agent': {
    text: 'no agent has the id, account or name “{agent}”',
    remedy: 'add the agent or the account to agents.csv, or correct it here',
  },
} as const;

export const texts = {} as const;
