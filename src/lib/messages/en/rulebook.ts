export const problems = {
  'formula-syntax': {
    text: 'the formula is wrong: “{found}” cannot stand here',
    remedy: 'correct it by the grammar of formulas',
  },
  'formula-unclosed': {
    text: 'the formula is wrong: the parenthesis that opens here is never closed',
    remedy: 'add the `)`',
  },
  'formula-unfinished': {
    text: 'the formula breaks off',
    remedy: 'finish it, or take away the sign at its end',
  },
  'formula-empty': {
    text: 'the formula is empty',
    remedy: 'write the formula',
  },
  'formula-too-long': {
    text: 'the formula is too long',
    remedy: 'split it with `define`',
  },
  'formula-too-deep': {
    text: 'the formula is nested too deep',
    remedy: 'split it with `define`',
  },
  'unknown-name': {
    text: 'nothing is called “{name}”',
    remedy: 'use a name of the metrics catalogue, or define it under `parameters` or `define`',
  },
  'misspelt-name': {
    text: 'nothing is called “{name}”',
    remedy: 'did you mean “{meant}”?',
  },
  'ambiguous-name': {
    text: '“{name}” can mean several things: {names}',
    remedy: 'say which one with its full name',
  },
  'unknown-function': {
    text: 'there is no function “{name}”',
    remedy: 'correct it by the list of functions',
  },
  'misspelt-function': {
    text: 'there is no function “{name}”',
    remedy: 'did you mean “{meant}”?',
  },
  'wrong-argument-count': {
    text: 'the function “{name}” takes {counts} arguments',
    remedy: 'correct the number of arguments',
  },
  'mixed-types': {
    text: '{left} and {right} do not go together with “{operator}”',
    remedy: 'check the units of both sides',
  },
  'wrong-type': {
    text: '{wanted} is needed here, this is {given}',
    remedy: 'correct this part',
  },
  'not-by-day': {
    text: '“{name}” has no figure of single days, only that of the month',
    remedy:
      'use a metric that has daily figures (see the page on metrics), or put it outside the function over days',
  },
  'defined-by-month': {
    text: '“{name}” is defined by figures that each day has, and would be that of the month in a condition over days',
    remedy:
      'write its formula into the condition itself; to compare with the month, put it outside the function over days',
  },
  'not-within-days': {
    text: '“{name}” cannot stand in a condition over days',
    remedy: 'put it around the function over days, as in team_sum(days_where(sales > 3000))',
  },
  'days-without-figure': {
    text: 'the condition of “{name}” has no figure of single days',
    remedy:
      'write a metric with daily figures in the condition itself, as in sales > 3000; definitions and lines are the month’s values here',
  },
  'days-worked-unknown': {
    text: 'which days were worked is not known: there are no chats, no calls and no attendance by event that says `present`',
    remedy:
      'supply one of these files, or rows of `present` in the attendance by event; or write a condition that holds only where something was counted, as in sales > 3000',
  },
  'wrong-result': {
    text: 'the result should be {wanted}, this gives {given}',
    remedy:
      'correct the formula; what is paid by days or hours says how much for each, as in 50 × service_days; a parameter can say its `unit`',
  },
  'circular-reference': {
    text: 'circular reference: {names}',
    remedy: 'remove one of the references',
  },
  'one-mechanism': {
    text: '“{id}” needs exactly one rule (formula, grade, bands, …)',
    remedy: 'write exactly one',
  },
  'one-amount': {
    text: 'exactly one of points, amount and share must be said',
    remedy: 'write exactly one',
  },
  'one-bound': {
    text: 'a row has one bound (to, below, from, over)',
    remedy: 'keep one',
  },
  'no-worth': {
    text: 'a share needs to know of what',
    remedy: 'write `full` (or `weight`)',
  },
  'missing-grade': {
    text: 'the points for the grade “{grade}” are missing',
    remedy: 'write all four grades',
  },
  'not-a-rating': {
    text: '“{name}” is no rating',
    remedy: 'use rating.ITEM',
  },
  'not-rows': {
    text: '“{name}” is not something that stands row by row',
    remedy: 'write case.KIND or event.EVENT',
  },
  'not-given': {
    text: '“{name}” has no rows with amounts',
    remedy: 'use event.X.amount, case.X.points, case.X.amount or rating.X',
  },
  'unordered-bands': {
    text: 'the bands are out of order: {bound} comes after {before} in row {row}',
    remedy: 'to and below go up, from and over go down',
  },
  'mixed-bounds': {
    text: 'the table mixes both directions of bounds',
    remedy: 'use to and below only, or from and over only',
  },
  'unreachable-band': {
    text: 'this row can never be reached',
    remedy: 'put the row without a bound last',
  },
  'open-table': {
    text: 'the last row has a bound, beyond it nothing is said',
    remedy: 'add a last row without a bound',
  },
  'tiers-unsaid': {
    text: 'a table with rates must say `marginal: true` (each slice) or `false` (the whole)',
    remedy: 'add marginal',
  },
  'weights-differ': {
    text: 'the parts add up to {sum}, not to {total}',
    remedy: 'correct the parts or the total',
  },
  'raise-without-text': {
    text: 'raise and text go together',
    remedy: 'add the other one',
  },
  'no-total': {
    text: 'the scorecard “{id}” has no total',
    remedy: 'write `total`',
  },
  'no-category': {
    text: 'the line “{id}” has no category',
    remedy: 'write `category`',
  },
  'bad-rounding': {
    text: 'cannot read the rounding “{text}”',
    remedy: 'for example 1 yuan half up, fen, 10 yuan down',
  },
  'notice-without-text': {
    text: 'the notice “{id}” has no text',
    remedy: 'write `text`',
  },
  'adjusts-nothing': {
    text: 'it does not say which lines it adjusts',
    remedy: 'write lines, categories or keep',
  },
  'unknown-line': {
    text: 'there is no line “{id}”',
    remedy: 'correct the name',
  },
  'line-twice': {
    text: 'the plan has two lines “{id}”: the other is at {other}',
    remedy: 'take one of the books out of the plan, or rename the line',
  },
  'duplicate-id': {
    text: '“{id}” is there twice: the other is at {other}',
    remedy: 'rename or remove one',
  },
  'unknown-rulebook': {
    text: 'there is no rulebook “{id}”',
    remedy: 'correct the name; `kpi rules list` lists them all',
  },
  'misspelt-rulebook': {
    text: 'there is no rulebook “{id}”',
    remedy: 'did you mean “{meant}”?',
  },
  'wrong-rulebook-kind': {
    text: '“{id}” is no {wanted}',
    remedy: 'name a {wanted} here',
  },
  'circular-extends': {
    text: '`extends` goes in a circle: {names}',
    remedy: 'remove one of them',
  },
  'extends-other-kind': {
    text: '“{base}” is of another kind and cannot be extended',
    remedy: 'extend another one',
  },
  'bad-parameter': {
    text: 'the value “{value}” of {key} is no number',
    remedy: 'write 12, 1.5 or 1.1%',
  },
  'parameter-not-a-table': {
    text: '{key} does not differ by group, but has {keys}',
    remedy: 'write one number, or dated ones',
  },
  'unknown-category': {
    text: '{key}: there is no category of lines called “{word}”',
    remedy: 'the categories are {known}',
  },
  'misspelt-category': {
    text: '{key}: there is no category of lines called “{word}”',
    remedy: 'did you mean “{meant}”?',
  },
  'bad-table-key': {
    text: '{key}: “{word}” is no {by}',
    remedy: 'correct this key',
  },
  'parameter-out-of-range': {
    text: 'the value {value} of {key} is out of range: {range}',
    remedy: 'correct the value',
  },
  'parameter-not-set': {
    text: 'the parameter “{title}” has no value',
    remedy: 'write {key} under `set` in kpi.yaml',
  },
  'misspelt-parameter': {
    text: 'there is no parameter {key}',
    remedy: 'did you mean “{meant}”?',
  },
  'unknown-parameter': {
    text: 'there is no parameter {key}',
    remedy: 'the parameters there are: {known}',
  },
  'rule-not-in-force': {
    text: 'no value is in force in {month}; the earliest is from {first}',
    remedy: 'add a value that holds from {month} or earlier',
  },
  'no-parts': {
    text: 'the team figure of {metric} needs numerator and denominator, which were not imported',
    remedy: 'add the metrics of numerator and denominator to metrics.csv',
  },
  'no-history': {
    text: 'earlier months are not known',
    remedy:
      'close the earlier months first; if there are none, write history: {assume: none} in kpi.yaml',
  },
  'no-amount': {
    text: 'this row of “{name}” has no amount',
    remedy: 'add it to the row',
  },
  'no-order': {
    text: 'this row of “{name}” has no order id, so that the order’s price is not known',
    remedy: 'add the order id to the row',
  },
  'unknown-order': {
    text: 'the order {order} of “{name}” is not in the month’s order files, so that its price is not known',
    remedy:
      'correct the order id; an order of an earlier month is added to the month’s order file (it does not count as a sale again)',
  },
  'outside-range': {
    text: '{value} of “{name}” is outside the range {from}–{to}',
    remedy: 'correct the row',
  },
  'rating-not-grade': {
    text: '“{item}” needs a grade, not {number}',
    remedy: 'write a grade in ratings.csv',
  },
  'rating-out-of-range': {
    text: 'the rating {number} of “{item}” is not between 0 and {most}',
    remedy: 'correct it in ratings.csv',
  },
  'not-in-example': {
    text: 'the example does not give “{name}”',
    remedy: 'add it under `given`',
  },
  'bad-example': {
    text: '“{name}” in the example means nothing',
    remedy: 'correct the name',
  },
  'rating-not-number': {
    text: '“{item}” was graded “{grade}”, a number is needed here',
    remedy: 'write a number for it in ratings.csv',
  },
  'number-too-large': {
    text: 'the result is beyond all reason large or small',
    remedy: 'check the numbers of formula and parameters',
  },
  'names-too-deep': {
    text: '“{name}” leans on names that lean on names, more than {limit} deep',
    remedy: 'use fewer layers of `define` and lines',
  },
  'marginal-without-rates': {
    text: 'every row of a table with `marginal` needs a rate',
    remedy: 'write `rate` in every row, or take marginal out',
  },
  'marginal-upward': {
    text: 'a table with `marginal: true` goes from small to large with to or below',
    remedy: 'use to or below',
  },
  'interpolate-without-bound': {
    text: 'every row of an interpolated table has a bound and gives points, amount or share',
    remedy: 'add the bound; take rate and marginal out',
  },
  'key-without-use': {
    text: '“{key}” has no meaning here',
    remedy: 'remove it',
  },
  'value-and-formula': {
    text: '“{id}” has both a value and a formula',
    remedy: 'keep one',
  },
  'nothing-to-remove': {
    text: '`remove` names “{id}”, which the extended rulebook does not have',
    remedy: 'correct the name, or take it out',
  },
  'extends-too-deep': {
    text: '`extends` goes on for more than {limit} rulebooks',
    remedy: 'use fewer layers',
  },
  'book-twice': {
    text: 'the plan “{plan}” lists “{id}” twice',
    remedy: 'remove one',
  },
  'set-without-book': {
    text: '`set` names {key}, which is of no book of this plan',
    remedy: 'write book.parameter with a book of this plan',
  },
  'mixed-weights': {
    text: 'either all weights are percentages or none',
    remedy: 'write them alike',
  },
  'bad-month': {
    text: '“{text}” is no month',
    remedy: 'write it like 2026-10',
  },
  'bad-given': {
    text: 'the value “{value}” of “{name}” cannot be read',
    remedy: 'correct the value',
  },
  'bad-text-figure': {
    text: '“{text}” in the text is not finished',
    remedy: 'write a formula between braces',
  },
} as const;

export const texts = {
  'worth.0': 'counts as 0',
  'worth.full': 'counts as full points',
  'worth.absent': 'the entry is left out',
  'rule.when_missing': 'without data: {worth}',
  'rule.when_undefined': 'when the denominator is 0: {worth}',
  'rule.rounding': 'rounded to {step} yuan, {how}',
  'rule.not_set': 'the source does not say; the shop sets it',
  'rounding.half_up': 'half up',
  'rounding.half_even': 'half to even',
  'rounding.up': 'up',
  'rounding.down': 'down',
  'per.beyond': '{counted} beyond {most}',
  'per.rung': 'time {time}: {gives}',
  'per.last_rung': 'time {time} and every time after: {gives}',
  'per.raises': '{level} “{text}”',
  'given.sum': '{of}: what the rows give, added up',
  'given.default': '{otherwise} where none is written',
  'rule.items': 'Items',
  'rule.additions': 'Additions',
  'rule.deductions': 'Deductions',
  'rule.lines': 'Pay lines',
  'rule.adjustments': 'Adjustments',
  'rule.notices': 'Notices',
  'rule.definitions': 'Definitions',
  'rule.parameters': 'Parameters',
  'rule.events': 'Events',
  'rule.ratings': 'Rating items',
  'rule.roles': 'Roles',
  'rule.scores': 'Scorecards',
  'rule.pay': 'Pay books',
  'rule.set': 'Parameters set',
  'rule.kind.earning': 'earning',
  'rule.kind.deduction': 'deduction',
  'rule.kind.notice': 'notice',

  'note.held': '{left} {relation} {right}, holds',
  'note.failed': '{left} {relation} {right}, does not hold, off by {distance}',
  'note.shop': '{count} agents of the shop',
  'note.team': 'team of {count}',
  'note.pooled': 'team {numerator} ÷ {denominator} ({count} agents)',
  'note.no_month': 'there is no such month',
  'note.month': '{month}',
  'note.streak': '{count} months running',
  'list.entry': '{name} ({figure})',
  'note.days': 'holds on {count} of {of} days',
  'note.mean_over': 'mean of {count} months',
  'note.rows_counted': '{count} of {all} rows count',
  'field.amount': '{title}: amount',
  'field.points': '{title}: points',
  'field.grave': '{title}: grave',
  'field.order_amount': '{title}: order amount',
  'note.grade': 'graded {grade}',
  'note.row_points': '{when}, {graded}: {points}',
  'grade.number': 'rated {number}',
  'note.mean_of_weeks': 'the mean of {count} weeks',
  'note.mean_of_rows': 'the mean of {count} gradings',
  'grade.week': 'week {week}',
  'grade.row': 'no. {row}',
  'grade.each_week': 'mean of the weeks',
  'grade.each_row': 'mean of the gradings',
  'note.rating_number': 'rated {number}',
  'note.band': '{value} {sign} {bound}: this row',
  'note.last_band': '{value}: the last row',
  'note.next_grade': '{grade} would give {gives}',
  'note.next_band': '{distance} short of {sign} {bound}, which gives {gives}',
  'note.slice': 'the slice of {slice} at {rate}',
  'note.between': 'between {left} and {right}',
  'note.target_met': '{value} meets the target {target}',
  'note.target_missed': '{value}, target {target}, {distance} away',
  'note.limited': '{ratio} limited to {result}',
  'note.renormalised':
    'parts without figures left out, the other weights of {left} spread to {all}',
  'note.per': '{count} times {each}',
  'note.rung': 'time {time}: {amount}',
  'note.next_rung': 'the next, time {time}: {amount}',
  'note.given': '{count} rows, {sum} in all',
  'note.place': 'place {place} of {count}',
  'note.tied': 'tied, {tied} in all, who share the rungs they occupy',
  'note.next_place': '{distance} behind place {place}, which is worth {gives}',
  'note.gate_failed': 'a gate is not passed: 0',
  'note.not_first': 'level with the first, but later in the roster (of {count})',
  'note.not_ranked': 'not in the ranking (of {count})',
  'note.behind_first': 'place {place} of {count}; {distance} behind the first',
  'note.first': 'first, {count} in all',
  'note.pool': '{own} of {total}',
  'note.quotient': '{numerator} ÷ {denominator}',
  'note.imported': 'from an imported metrics file',
  'note.imported_from': 'imported from {file}, line {line}',
  'note.provisional': 'provisional: the orders end before the window does',
  'note.absent_counts_zero': 'absent, counts as 0',
  'note.condition_failed': 'a condition does not hold: absent',
  'note.missing_settled': 'no data: {worth} by the rule',
  'note.undefined_settled': 'denominator 0: {worth} by the rule',
  'note.rounded': '{from} rounded to {to}',
  'range.between': 'from {min} to {max}',
  'range.least': 'at least {min}',
  'range.most': 'at most {max}',
  'notice.carried_forward':
    '{over} yuan of {title} are over the limit and carried forward ({limits})',
  'notice.over_losses': 'losses take at most {share} of the gross: {over} over',
  'notice.over_wage': 'nobody is paid less than {wage}: {over} over',
  'note.limited_to': 'only {left} is left to take, of {full}',
  'note.adjusted': 'adjusted by “{title}”, was {from}',

  'rank.by_higher': 'ranked by {by}, the highest first',
  'rank.by_lower': 'ranked by {by}, the lowest first',
  'rank.rung': 'place {place}: {gives}',
  'rank.rest': 'nothing after that',
  'rank.gates': 'gates (0 for who fails one, who keeps the place): {conditions}',
  'rank.ties_share': 'equals share what their places are worth together',
  'rank.ties_same': 'equals all get what their place is worth',
  'rank.ties_roster': 'equals stand in the order of the roster',
  'top.by_one': 'first by {names}: {gives}',
  'top.by_sum': 'smallest sum of places by {names}: {gives}',
  'top.nearest': '{of} (nearest to {point})',
  'top.lower': '{of} (lower is better)',
  'top.among': 'who takes part: {among}',
  'top.ties_share': 'equals share it',
  'top.ties_same': 'equals all get it',
  'top.ties_roster': 'of equals the first in the roster gets it',
  'outcome.grade': 'graded {grade}',
  'outcome.number': 'rated by a number',
  'outcome.met': 'target met',
  'outcome.missed': 'target missed',
  'outcome.none': 'not once',
  'outcome.some': 'some',
  'outcome.given': 'given',
  'outcome.times': 'time {time}',
  'outcome.placed': 'a place with a prize',
  'outcome.beyond': 'a place without a prize',
  'outcome.gate': 'gate not passed',
  'outcome.shared': 'has a share',
  'outcome.outside': 'takes no part',
  'outcome.won': 'first',
  'outcome.lost': 'not first',
  'outcome.when_held': 'conditions hold',
  'outcome.when_failed': 'a condition does not hold',
  'outcome.adjusted': '“{title}” applies',
  'outcome.not_adjusted': '“{title}” does not apply',
  'note.tied_same': 'tied, {tied} in all',
  'note.sum_over': 'sum of {count} months',
  'note.climbed': '{count} times before',
  'notice.absent': '{title}: {reason}; absent this month',
  'want-date-key': 'a date is written like 2026-10',
  'want-entry-id': 'an id is a-z, 0-9 and _, a letter first',
  'want-fewer': 'too many here, 300 at most',
  'want-name': 'a name is letters, digits and _, no digit first, and not and, or, not',
} as const;
