export const problems = {
  'yaml-too-large': {
    text: 'the file has more than {limit} characters',
    remedy: 'split it into smaller files',
  },
  'bad-yaml': {
    text: 'this is not valid YAML: {message}',
    remedy: 'correct it: indent with spaces, put a space after the colon of a key',
  },
  'duplicate-key': {
    text: 'the same key is written twice: {message}',
    remedy: 'keep one of them',
  },
  'yaml-alias': {
    text: 'YAML references (& or *) are not supported',
    remedy: 'write the content out',
  },
  'yaml-too-deep': {
    text: 'nested too deep',
    remedy: 'use fewer levels',
  },
  'unknown-key': {
    text: 'unknown key “{key}”',
    remedy: 'remove it, or correct it by the documentation',
  },
  'misspelt-key': {
    text: 'unknown key “{key}”',
    remedy: 'did you mean “{meant}”?',
  },
  'missing-key': {
    text: '“{key}” is missing',
    remedy: 'add it',
  },
  'bad-value': {
    text: 'the value of “{key}” is wrong: {message}',
    remedy: 'correct the value by the documentation',
  },

  'missing-config': {
    text: 'there is no kpi.yaml',
    remedy: 'run in a shop folder, name it with -C, or make one with `kpi init`',
  },
} as const;

export const texts = {} as const;
