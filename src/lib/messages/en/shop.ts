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
  'full-width-colon': {
    text: 'this colon is a full-width one, “\uff1a”; YAML knows only “:”',
    remedy: 'replace every “\uff1a” after a key in the file by “: ” (a colon and a space)',
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
    remedy:
      'write it as said; the documentation lists what each key takes, and `kpi rules schema` for rulebooks',
  },

  'cannot-read': {
    text: 'cannot be read: {reason}',
    remedy: '{remedy}; then run it again',
  },
  'missing-config': {
    text: 'there is no kpi.yaml',
    remedy: 'run in a shop folder, name it with -C, or make one with `kpi init`',
  },
  'misnamed-config': {
    text: 'there is no kpi.yaml, only {found}',
    remedy:
      'rename {found} to kpi.yaml; on Windows, first let the Explorer show file name extensions',
  },
  'misnamed-rulebook': {
    text: 'the name ends in .txt: it was not read as a rulebook',
    remedy: 'rename it to {name}; on Windows, first let the Explorer show file name extensions',
  },
  'empty-rulebook': {
    text: 'the rulebook is empty: it was not read',
    remedy: 'write something into it, or remove the file',
  },
  'repeated-role': {
    text: 'the role “{role}” stands twice in plans',
    remedy: 'keep one of them',
  },
  'repeated-custom-metric': {
    text: '“{metric}” in custom_metrics has the id or title of an entry above',
    remedy: 'give it another id and title, or keep one of them',
  },
  'no-value-yet': {
    text: '“{key}” has values from {first} on, none for {month}',
    remedy: 'add a value from {month} or an earlier month',
  },
  'bad-pattern': {
    text: '“{pattern}” is not a valid pattern (RE2): {message}',
    remedy: 'correct it by the syntax of RE2, which has no look-around such as (?=…)',
  },
} as const;

export const texts = {
  'yaml-indent':
    'wrong indentation: what is on one level starts in one column, the next level further right',
  'yaml-tab': 'indented with a tab; use spaces',
  'yaml-missing-sign':
    'a sign is missing: a quote or bracket is not closed, a key has no colon, or two items no comma between them',
  'yaml-out-of-place':
    'this is out of place; most likely this line or the one before lacks a colon, quote, bracket or indentation',
  'yaml-key-without-colon': 'a key stands on one line; most likely a colon is missing here',
  'yaml-two-colons':
    'two `key: value` on one line; put a value that has a colon and a space in quotes',
  'yaml-block-in-brackets': 'within braces or brackets nothing is written by indentation',
  'yaml-text-start': 'a text cannot begin with this sign; put it in quotes',
  'yaml-escape': 'an unknown “\\” within double quotes; use single quotes, or write “\\” twice',
  'yaml-long-key': 'the key is too long',
  'yaml-directive': '% at the beginning of a line has a meaning of its own; put a text in quotes',
  'yaml-second-document': 'there is a second document (---); only one is allowed',
  'yaml-tags': 'YAML tags and references (!, & and *) are not supported; put a text in quotes',
  'yaml-other': 'it is not written by the rules',

  'read.no_permission': 'no permission',
  'read.get_permission':
    'let the user who runs kpi read it (a file needs the right to read, a folder the right to enter too)',
  'read.folder': 'this is a folder, and a file is wanted here',
  'read.take_out': 'put the files that are in it here, and move or rename the folder',
  'read.gone': 'the file that it points to is not there',
  'read.put_back': 'check where the link points to, or put the file back',
  'read.broken': 'the disk or network drive reports an error',
  'read.copy_again': 'check the disk or network drive, and copy the file anew',

  'want-at-least': 'too few or too short: at least {n}',
  'want-at-most': 'too many or too long: at most {n}',
  'want-otherwise': 'it cannot be written like this',
  'want-text': 'a text is wanted',
  'want-list': 'a list is wanted',
  'want-map': 'keys with values are wanted',
  'want-one-of': 'one of {values} is wanted',
  'want-duration': 'a duration with its unit is wanted, such as 60s, 10m or 24h',
  'want-days': 'a number of days is wanted, such as 21',
  'want-positive-integer': 'a whole number from 1 is wanted',
  'want-time': 'a time of day is wanted, such as 04:00',
  'want-workday-length': 'the working time of a day is wanted, such as 8h or 450m',
  'want-hours': 'two times of day are wanted, such as 08:00-23:00',
  'want-number': 'a number is wanted, such as 500000 or 1.1%',
  'want-share': 'expected a share from 0 to 100%, for example 20%',
  'want-texts': 'a list of texts is wanted',
  'want-flags': 'any is wanted, or a list of flag colours such as [red]',
  'want-month-key': 'values by month are wanted, such as {2026-01: …}',
  'want-attribution': 'order, payment or order_first is wanted',
  'want-after-payment': 'buyer_first or off is wanted',
  'want-memo': 'prefer, only or off is wanted',
  'want-refund-basis': 'orders, items or amount is wanted',
  'want-encoding': 'utf-8, gb18030 or utf-16 is wanted',
  'want-id':
    'an id of small letters, digits, dots and underscores is wanted, beginning with a letter',
  'want-assume': 'none is wanted',
} as const;
