export const problems = {
  'unknown-agent': {
    text: '没有哪位客服的工号、账号或姓名是“{agent}”',
    remedy: '在 agents.csv 里补上这位客服或这个账号，或改正此处',
  },
} as const;

export const texts = {} as const;
