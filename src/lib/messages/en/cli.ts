export const problems = {
  'cannot-write': {
    text: 'cannot write: {reason}',
    remedy:
      'choose another file or folder, or check permissions and disk space; an existing file is unchanged',
  },
  'file-exists': {
    text: 'the folder has {files} already',
    remedy: 'choose an empty folder, as in `kpi init new-shop`: `kpi init` never overwrites a file',
  },
  'no-starter': {
    text: 'the package has no sample shop',
    remedy: 'install kpi again',
  },
} as const;

const calcHelp = `
Examples:
  kpi calc --month 2026-10                       the salary table on the terminal
  kpi calc --month 2026-10 -o salary.csv         a file that Excel and WPS open rightly
  kpi calc --month 2026-10 -o salary.xlsx        a workbook: a sheet per plan, problems, settings
  kpi calc --month 2026-10 --agent A01 --long    each line of one agent, formula and numbers
  kpi calc --month 2026-10 --format json | jq    for another program

One row per agent, in roster order: id, name, role, plan, score, rank, then one column per pay
line, then gross, deductions, payable. A line that an agent does not have is blank. All amounts
are positive; payable = gross − deductions. Only the table and the workbook have a total row.

--agent and --plan choose who is shown, never what is computed: ranks and team figures always
see the whole team.`;

const metricsHelp = `
Examples:
  kpi metrics --month 2026-10                    metrics down, agents across
  kpi metrics --month 2026-10 -o m.csv --ids     one row per agent, stable ids as header
  kpi metrics --month 2026-10 --format json      with numerators, denominators and reasons

A metric without data is blank, not 0. A figure with * is provisional: later orders are not in
yet.`;

const explainHelp = `
Examples:
  kpi explain A01 --month 2026-10                every yuan of one agent
  kpi explain A01 --month 2026-10 commission     one pay line
  kpi explain A01 --month 2026-10 conversion     one metric
  kpi explain A01 --month 2026-10 sales --rows   every row behind one figure
  kpi explain A01 --month 2026-10 --format json

The agent is an id, a name or an account. The line is the id or title of a pay line, an item of
a scorecard, a whole scorecard or a metric. Each entry shows its formula, the numbers put into
it, the clause it comes from, each condition with value and threshold, and where each number
comes from.

--rows lists the rows behind each figure, with file and line: for an order also by which rule
and session it was credited, and which sessions were considered and lost; for a consult how it
was classified. With a line, the rows of every metric, rating, event and case that it uses;
without one only ratings, events, cases and attendance are listed, the rest is counted. A
terminal shows at most 50 rows per figure; a file, a pipe and --format json get all.`;

const noticesHelp = `
Examples:
  kpi notices --month 2026-10                    the month's notices on the terminal
  kpi notices --month 2026-10 -o notices.md      as a text to post
  kpi notices --month 2026-10 --format json      for other programs

Warnings, levels that are due for review, dismissal-level violations, what is to be published:
the gravest first, those for the team before those for agents in roster order, each with the
rulebook that it comes from. When there is nothing to post, stderr says so and the exit code
is 0.`;

const checkHelp = `
Examples:
  kpi check                                      config, roster and rulebooks
  kpi check --month 2026-10                      and the inputs of a month
  kpi check --month 2026-10 --format csv         every problem, as data

The findings are this command's data, so they go to stdout, errors too.`;

const inspectHelp = `
Examples:
  kpi inspect 2026-10/orders.csv             what it is, what each column is read as, what would be refused
  kpi inspect downloads/*.csv                several at once, in a shop folder or not
  kpi inspect 2026-10/*.csv --format json    as data

It looks at the files by themselves and writes nothing. In a shop folder, sources of kpi.yaml and the
roster count; in a month's folder the dates must be that month's. For a file that is not recognised it
gives lines to paste into kpi.yaml.`;

const exitCodes = `
Exit codes:
  0  done, possibly with warnings
  1  problems in config, rulebooks or inputs; nothing was written
  2  wrong use of the command line
  3  the month is closed, or another run holds the lock`;

export const texts = {
  total: 'Total',

  'table.id': 'Id',
  'table.agent': 'Agent',
  'table.name': 'Name',
  'table.role': 'Role',
  'table.plan': 'Plan',
  'table.score': 'Score',
  'table.rank': 'Rank',
  'table.gross': 'Gross',
  'table.deductions': 'Deductions',
  'table.payable': 'Payable',
  'table.line': 'Line',
  'table.title': 'Title',
  'table.kind': 'Kind',
  'table.category': 'Category',
  'table.amount': 'Amount',
  'table.formula': 'Formula with numbers',
  'table.source': 'Source',
  'table.metric': 'Metric',
  'table.unit': 'Unit',
  'table.shop': 'Shop',
  'table.level': 'Level',
  'table.code': 'Code',
  'table.file': 'File',
  'table.line_number': 'Line',
  'table.column': 'Column',
  'table.column_number': 'No.',
  'table.read_as': 'Read as',
  'table.meaning': 'Meaning',
  'table.cell': 'Cell',
  'table.text': 'Problem',
  'table.notice': 'Notice',
  'table.remedy': 'Remedy',
  'table.rulebook': 'Rulebook',
  'table.rulebook_title': 'Title',
  'table.rulebook_kind': 'Kind',
  'table.used_by': 'Used by',
  'table.origin': 'From',
  'sheet.salary': 'Salary',
  'sheet.problems': 'Problems',
  'sheet.settings': 'Settings',
  'table.setting': 'setting',
  'table.value': 'value',
  'table.month': 'Month',
  'table.sha256': 'SHA-256',
  'table.rows': 'rows',

  'inspect.recognised': '{title} ({kind}, reader {reader})',
  'inspect.not_recognised': 'cannot be read',
  'inspect.others': 'and {count} more of the same make',
  'inspect.told_by': 'told by its columns {headers}',
  'inspect.passed_over':
    'a file of this name is passed over in a month’s folder: the extension must be csv, tsv, txt, xlsx, xls, zip or parquet',
  'inspect.kind.agents': 'the roster',
  'inspect.kind.chats': 'chats',
  'inspect.kind.orders': 'orders',
  'inspect.kind.attendance': 'attendance',
  'inspect.kind.complaints': 'complaints, praise, bad reviews, errors',
  'inspect.kind.ratings': 'ratings',
  'inspect.kind.events': 'fines and rewards',
  'inspect.kind.calls': 'calls',
  'inspect.kind.metrics': 'metrics',
  'inspect.format.text': 'text',
  'inspect.format.parquet': 'Parquet',
  'inspect.format.xlsx': 'xlsx workbook',
  'inspect.format.xls': 'xls workbook',
  'inspect.format.html': 'HTML page',
  'inspect.format.xml': 'XML spreadsheet',
  'inspect.format.zip': 'ZIP archive',
  'inspect.format.binary': 'neither text nor a known format',
  'inspect.comma': 'separated by commas',
  'inspect.tab': 'separated by tabs',
  'inspect.semicolon': 'separated by semicolons',
  'inspect.bar': 'separated by vertical bars',
  'inspect.header_line': 'header on line {line}',
  'inspect.bytes': '{size} bytes',
  'inspect.row': '{rows} row',
  'inspect.rows': '{rows} rows',
  'inspect.dates': '{first} to {last}',
  'inspect.comma_between': ', ',
  'inspect.list_separator': ', ',
  'inspect.ignored': '(ignored)',
  'inspect.absent': 'columns it does not have (and need not): {columns}',
  'inspect.nearest': 'nearest to {title} ({kind}, reader {reader}): has {known}; lacks {missing}',
  'inspect.fits': 'fits {title} ({kind}, reader {reader}): has {known}',
  'inspect.mapping':
    'paste into kpi.yaml, and check or replace the headers on the right (not used yet: {free}; files may have a *):',

  'line.earning': 'earning',
  'line.deduction': 'deduction',
  'line.notice': 'notice',

  'category.base': 'base',
  'category.performance': 'performance',
  'category.commission': 'commission',
  'category.bonus': 'bonus',
  'category.allowance': 'allowance',
  'category.insurance_cash': 'insurance in cash',
  'category.reward': 'reward',
  'category.fine': 'fine',
  'category.loss': 'loss',

  'unit.yuan': '¥{n}',
  'unit.seconds': '{n} s',
  'unit.hours': '{n} h',
  'unit.days': '{n} d',
  'unit.months': '{n} months',
  'unit.persons': '{n} persons',
  'unit.person_days': '{n} person-days',
  'unit.points': '{n} points',
  'unit.chars_per_minute': '{n} characters/min',
  'unit_title.yuan': 'yuan',
  'unit_title.seconds': 's',
  'unit_title.hours': 'h',
  'unit_title.days': 'd',
  'unit_title.months': 'months',
  'unit_title.persons': 'persons',
  'unit_title.person_days': 'person-days',
  'unit_title.points': 'points',
  'unit_title.chars_per_minute': 'chars/min',

  'value.yes': 'yes',
  'value.no': 'no',
  'value.missing': 'missing',
  'value.undefined': 'undefined (denominator 0)',
  'value.absent': 'none',
  'value.quoted': '"{text}"',

  'operator.and': 'and',
  'operator.or': 'or',
  'operator.not': 'not',
  'formula.mechanism': '{kind} ({inputs})',
  'formula.mechanism_notes': '{formula}: {notes}',
  'formula.absent': 'condition does not hold: {formula} ({numbers})',
  'formula.unknown': 'condition cannot be decided: {formula} ({numbers})',
  'formula.separator': '; ',

  'kind.metric': 'metric',
  'kind.parameter': 'parameter',
  'kind.definition': 'definition',
  'kind.roster': 'roster',
  'kind.score': 'score',
  'kind.item': 'item',
  'kind.line': 'pay line',
  'kind.category': 'sum of a category',
  'kind.rating': 'rating',
  'kind.event': 'event',
  'kind.case': 'case',
  'kind.target': 'target',

  'explain.head': '{name} ({id})  {month}  role: {role}  plan: {plan}',
  'explain.titled': '{title} ({id})',
  'explain.pay': 'gross {gross} − deductions {deductions} = payable {payable}',
  'explain.score': '{title} ({id})  score {points} / {total}, rank {rank}',
  'explain.ranking': 'places: {places}',
  'explain.ranking_separator': ', ',
  'explain.place': '{place} {name} {value}',
  'explain.own_place': '{place} [{name}] {value}',
  'explain.points': '{points} / {full} points',
  'explain.line': '{title} ({id})  {kind} {amount}',
  'explain.source': 'source: {source}',
  'explain.formula': 'formula: {formula}',
  'explain.numbers': 'numbers: {numbers} = {value}',
  'explain.day': '{day}: {numbers}',
  'explain.day_failed': '{day}: {numbers}, off by {distance}',
  'explain.day_open': '{day}: {numbers}, {value}',
  'explain.day_separator': ', ',
  'explain.equals': 'formula: {formula} = {value}',
  'explain.part': '{formula} = {value}',
  'explain.name': '{title} = {value} ({kind})',
  'explain.held': 'condition holds: {condition}',
  'explain.failed': 'condition does not hold: {condition}',
  'explain.unknown': 'condition cannot be decided: {condition}',
  'explain.adjusted': 'adjusted by “{title}”: the conditions hold',
  'explain.not_adjusted': 'not adjusted by “{title}”: the conditions do not hold',
  'explain.mechanism': '{kind}: {text}',
  'explain.cause': '{name}: {text}; {remedy}',
  'explain.notices': 'Notices',
  'explain.metric': '{title} ({id})  {value}',
  'explain.definition': 'definition: {definition}',
  'explain.quotient': 'numerator {numerator} ÷ denominator {denominator}',
  'explain.imported': 'imported from metrics*.csv, in place of the computed figure',
  'explain.provisional': 'provisional: orders after the month are not in yet',

  'missing.undefined': 'the denominator is 0',
  'missing.no_file': 'the month has no {files}',
  'missing.no_cell': 'rows of {file} have no {column}',
  'missing.no_row': '{file} has no data of this agent',
  'missing.not_imported': 'comes by import in metrics*.csv only, and was not imported',
  'missing.no_parts': 'numerator and denominator were not imported',

  'metrics.shop': 'Shop',
  'metrics.rating': 'Rating: {item}',
  'list.separator': ', ',
  'metrics.lacking': '{title} ({names})',
  'metrics.gap': '{reason}; without it {n} not there: {metrics}',
  'metrics.provisional': '* provisional: orders after the month are not in yet',

  'level.error': 'error',
  'level.warning': 'warning',
  'level.info': 'info',
  'level.dismissal': 'dismissal',

  'problems.error': '{n} error',
  'problems.errors': '{n} errors',
  'problems.warning': '{n} warning',
  'problems.warnings': '{n} warnings',
  'problems.and': ', ',
  'problems.more': 'and {n} more like it; `kpi check --format csv` lists all',
  'problems.cell': '“{cell}”',
  'problems.none': 'no problems found',
  'problems.nothing_written': 'there are errors; nothing was written',
  'problems.strict': 'with --strict a warning counts as an error; nothing was written',

  'notice.line': '{level}: {name} ({id}) {text}',

  'notices.heading': '{shop}: notices for {month}',
  'notices.agent': '{name} ({id})',
  'notices.shop': 'the whole shop',
  'notices.team': 'the whole team',
  'notices.team_part': 'the whole team ({part})',
  'notices.said': '{text} · {rulebook}',
  'notices.none': 'nothing to post for {month}',

  'rules.heading': '{title} ({id})',
  'rules.shipped': 'shipped',
  'rules.own': 'own',
  'rules.source': 'source: {source}',
  'rules.scorecard': 'scorecard',
  'rules.pay': 'pay',
  'rules.plan': 'plan',
  'rules.notices': 'notices',
  'rules.notes': 'Notes',
  'rules.tested': '{n} examples, all hold',
  'rules.failed': '{n} examples, {failed} differences',
  'rules.no_examples': 'no examples',
  'rules.failure': '{file}:{line} {title}: {name} should be {expected}, is {actual}',
  'rules.untouched': 'no example touches: {what}',
  'rules.summary': 'rulebooks: {rulebooks}, examples: {examples}, differences: {failures}',

  'run.previous_month': 'no --month given, taking the previous month: {month}',
  'run.written': 'wrote {file}',
  'write.no_folder': 'the folder does not exist',
  'write.no_permission': 'no permission',
  'write.no_space': 'the disk is full',
  'write.not_a_file': 'not a regular file',

  'run.system':
    'cannot read or write {file}: {reason}. Nothing was written; use another place, or check permissions and disk space (TMPDIR says where temporary files go)',
  'run.stream':
    'cannot write to {stream}: {reason}. Look at the disk of the file that it goes to, or write elsewhere with -o',
  'run.memory':
    'this month needs more memory than was allowed. Nothing was written; allow more, such as --memory 2GB',
  'run.internal': 'the program failed; your data is not the reason: {message}',
  'run.no_rows': 'no agent matches',

  'init.done': 'made a sample shop in {folder}, {n} files',
  'init.next': `What to do next:
  1. see the result:     kpi calc -C {folder} --month {month}
  2. see every reason:   kpi explain A01 -C {folder} --month {month}
  3. put your shop and your agents into kpi.yaml and agents.csv
  4. every month put the exports into a folder named by the month, and run kpi check first`,

  'usage.unknown_option': 'there is no option {what}',
  'usage.unknown_command': 'there is no command {what}',
  'usage.missing_argument': 'the argument {what} is missing',
  'usage.missing_value': 'the option {what} needs a value',
  'usage.too_many': 'too many arguments',
  'usage.other': 'wrong use: {what}',
  'usage.separator': '; ',
  'usage.did_you_mean': 'did you mean {meant}?',
  'usage.see_help': 'see {command} --help',
  'usage.bad_language': '--lang is zh or en, not “{given}”',
  'progress.checking': 'Checking {file}',
  'progress.converting': 'Converting {file}',
  'progress.reading': 'Reading {file}',
  'progress.counting': 'Counting metrics',
  'progress.rows': 'about {rows} rows',
  'progress.left': '{left} left',
  'usage.bad_memory': '--memory is written like 512MB or 2GB, at least 256MB, not “{given}”',
  'usage.no_file': 'there is no file {file}',
  'usage.folder': '{file} is a folder; name a file. In it: {files}',
  'usage.not_a_file': '{file} is not a regular file: pipes and devices cannot be read',
  'usage.empty_folder': '{file} is a folder with nothing in it',
  'usage.bad_month': '--month is written like 2026-10, not “{given}”',
  'usage.bad_format': '--format is one of {formats}, not “{given}”',
  'usage.bad_extension': 'the extension of “{file}” names no format; known are {extensions}',
  'usage.two_formats': '--format {format} does not go with the extension of “{file}”',
  'usage.overwrites_input': '“{file}” is an input of the shop; results never overwrite it',
  'usage.unknown_agent': 'no agent has the id, name or account “{given}”',
  'usage.ambiguous_agent': 'more than one agent is called “{given}”: {agents}; give the id',
  'usage.inactive_agent': '{name} ({id}) was not employed in {month} and has no pay',
  'usage.unknown_plan': 'no agent is paid by the plan “{given}” in this month',
  'usage.unknown_line': 'no line, item or metric is called “{given}”',
  'usage.unknown_rule': 'there is no rulebook “{given}”',
  'usage.workbook_needs_file':
    'xlsx cannot go to stdout; name a file with -o, such as -o salary.xlsx',
  'usage.long_and_json': '--long is for table, csv, markdown and xlsx; json always has every line',

  'help.usage': 'Usage:',
  'help.arguments': 'Arguments:',
  'help.options': 'Options:',
  'help.global_options': 'Common options:',
  'help.commands': 'Commands:',
  'help.options_word': '[options]',
  'help.command_word': '<command>',
  'help.program':
    'Payroll and KPI of the customer-service agents of online shops: reads a month of exports, computes the salary table, and explains every yuan.',
  'help.program_after': `
Examples:
  kpi init my-shop && cd my-shop   make a sample shop that works
  kpi check --month 2026-10        is anything wrong
  kpi calc --month 2026-10         the salary table
  kpi explain A01 --month 2026-10  how each line came about

More on a command: kpi COMMAND --help`,
  'help.exit_codes': exitCodes,
  'help.calc': 'compute the salary table',
  'help.calc_after': calcHelp,
  'help.metrics': 'compute the metrics of the agents and the shop',
  'help.metrics_after': metricsHelp,
  'help.explain': 'how each line of one agent’s pay came about',
  'help.explain_after': explainHelp,
  'help.notices': 'warnings, promotions, dismissal-level violations: a notice to post',
  'help.notices_after': noticesHelp,
  'help.check': 'check config, rulebooks and a month’s inputs, and list every problem',
  'help.check_after': checkHelp,
  'help.inspect': 'what a file is: encoding, columns, rows, dates, what would be refused',
  'help.inspect_after': inspectHelp,
  'help.rules': 'rulebooks: list, explain in words, run their examples, schema for editors',
  'help.rules_after': `
Examples:
  kpi rules list                        which rulebooks there are, and for which roles
  kpi rules show aftersales_130         one of them in words
  kpi rules show classic --format yaml  its text, to copy into the shop's rules/ and change
  kpi rules test                        run the examples of all of them
  kpi rules schema                      the JSON Schema for editors

Works outside a shop folder too, with the shipped rulebooks.`,
  'help.rules_list': 'list the rulebooks in force',
  'help.rules_show': 'explain a rulebook in words',
  'help.rules_test': 'run the examples in rulebooks as tests',
  'help.rules_test_after': `
Examples:
  kpi rules test                        all rulebooks
  kpi rules test my_commission          one of them

Lists the examples that do not hold, and the bands, conditions and lines that no example
touches. The exit code is 1 when one does not hold.`,
  'help.rules_schema': 'print the JSON Schema of rulebook files, for editors',
  'help.rules_schema_after': `
Examples:
  kpi rules schema -o rules/rulebook.schema.json

Then the first line of a rulebook in rules/ says
  # yaml-language-server: $schema=./rulebook.schema.json
and an editor with a YAML language server completes keys and marks mistakes, offline.`,
  'help.init': 'make a small, complete shop folder that works',
  'help.init_after': `
Examples:
  kpi init            in this folder
  kpi init my-shop    in a new folder

It has the config, a roster and one month of sample exports, each file with comments. Existing
files are never overwritten.`,
  'help.help': 'show this help',
  'help.help_command': 'show the help of a command',
  'help.version': 'show the version',
  'help.lang': 'language of titles and messages: zh or en (default: lang in kpi.yaml, else zh)',
  'help.shop': 'shop folder (default: this folder)',
  'help.no_color': 'no colour (as with the environment variable NO_COLOR)',
  'help.month': 'month, like 2026-10 (default: the previous month)',
  'help.check_month': 'check the inputs of this month too',
  'help.format': 'format: {formats} (default: {terminal} on a terminal, else {pipe})',
  'help.format_fixed': 'format: {formats} (default: {fallback})',
  'help.output': 'write to a file, the format by its extension: {extensions}',
  'help.no_bom': 'no byte-order mark in a csv file',
  'help.ids': 'stable ids in header and cells',
  'help.rows': 'list the rows behind the figures, with file and line',
  'help.long': 'one row per agent and pay line, with the formula',
  'help.agent': 'show this agent only: id, name or account (repeatable)',
  'help.plan': 'show the agents of this plan only (repeatable)',
  'help.memory':
    'memory that counting may take; what is more goes to the temporary folder (default 1GB)',
  'help.strict': 'a warning counts as a problem',
  'help.argument_agent': 'agent: id, name or account',
  'help.argument_line': 'this only: pay line, item, scorecard or metric, by id or title',
  'help.argument_rule': 'id of a rulebook',
  'help.argument_rules': 'ids of rulebooks (default: all)',
  'help.argument_files': 'files to look at',
  'help.argument_folder': 'folder (default: this folder)',
} as const;
