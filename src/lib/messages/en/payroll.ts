export const problems = {
  'metric-without-file': {
    text: '“{metric}” is not known: the file {file} is missing',
    remedy:
      'put the export into the month’s folder (when nothing happened, a file with a header only)',
  },
  'metric-without-row': {
    text: '“{metric}” of {agent} is not known: {file} has no such row or column, or no figure in it',
    remedy: 'add it to {file}, or give the metric in metrics*.csv',
  },
  'metric-without-cell': {
    text: '“{metric}” is not known: rows of {file} have no {column}',
    remedy: 'export the column {column} too, with a value in every row',
  },
  'metric-not-imported': {
    text: '“{metric}” of {agent} is not known; it comes by import only',
    remedy: 'add the column {id} ({metric}) to {file}',
  },
  'import-without-days': {
    text: '“{metric}” of {agent} was imported for the whole month and has no figures of single days',
    remedy:
      'take it out of the metrics file, so that it is counted from chats, orders and the like; or do not ask for days',
  },
  'attendance-without-days': {
    text: '“{metric}” has no figures of single days: {file} has whole months',
    remedy: 'supply attendance by event, each row with its date; or do not ask for days',
  },
  'ratings-without-file': {
    text: 'there is no rating “{title}”: the file {file} is missing',
    remedy: 'add the ratings file with a row {item} per agent',
  },
  'rating-missing': {
    text: '{agent} has no rating “{title}”',
    remedy: 'add a row {item} for {agent} to {file}',
  },
  'target-not-set': {
    text: 'there is no target {target} for {month}',
    remedy: 'write {target} under `targets` in kpi.yaml',
  },
  'roster-gap': {
    text: 'the {field} of {agent} is not known',
    remedy: 'add it to agents.csv',
  },
  'role-without-plan': {
    text: 'the role “{role}” of {agent} has no plan',
    remedy: 'name a plan for the role under `plans` in kpi.yaml',
  },
  'shipped-book-unfit': {
    text: 'nothing is wrong with {books} itself: the plan “{plan}” ({id}) lacks what it needs, or has what conflicts with it',
    remedy: 'add the books that it needs to the plan, or take it out of the plan',
  },
  'plan-without-agents': {
    text: 'nobody in the roster has the role “{role}”: the plan pays nobody',
    remedy: 'correct the role if it is misspelt; if nobody has it for now, nothing is to be done',
  },
  'unknown-role': {
    text: 'the role “{role}” in credit_roles has no plan and is none of the known roles',
    remedy: 'name a role that has a plan, or a known one such as presales',
  },
  'misspelt-role': {
    text: 'the role “{role}” in credit_roles has no plan and is none of the known roles',
    remedy: 'did you mean “{meant}”?',
  },
  'undefined-value': {
    text: '“{entry}” of {agent} divides by 0: {divisor}',
    remedy: 'say in the rule with `undefined:` what it is worth then',
  },
  'notice-without-figure': {
    text: '{notices} cannot be posted: {reason}',
    remedy: '{remedy}; or take the notices out of the plan',
  },
  'negative-line': {
    text: '“{line}” of {agent} is negative: {amount}',
    remedy: 'amounts are positive: check the data, or use max(0, …) in the formula',
  },

  'negative-pay': {
    text: 'the payable of {agent} is {amount}: gross {gross}, to be taken {lines}',
    remedy: 'check these lines, or set `limits` in kpi.yaml (cap on losses, minimum wage)',
  },
} as const;

export const texts = {} as const;
