export const problems = {
  'unknown-agent': {
    text: 'no agent has the id, account or name “{agent}”',
    remedy: 'add the agent or the account to agents.csv, or correct it here',
  },
  'unknown-agent-then': {
    text: 'the account “{agent}” belonged to no agent on those days (in the roster: {holders})',
    remedy: 'correct the days of the account in agents.csv, or write the agent’s id here',
  },
  'ambiguous-agent': {
    text: 'more than one agent answers to “{agent}”',
    remedy: 'write the id or the whole account instead',
  },
  'unknown-account': {
    text: 'the account “{account}” belongs to no agent; {rows} rows were left out',
    remedy:
      'if it is an agent’s, add it to the accounts in agents.csv; robots and former agents may stay as they are',
  },
  'unknown-account-then': {
    text: '{rows} rows of the account “{account}” were left out: on those days it belonged to no agent (in the roster: {holders})',
    remedy:
      'if an agent had it on those days too, correct the days in agents.csv; if nobody had it, leave it so',
  },
  'rows-without-agent': {
    text: '{rows} rows name no agent and were left out',
    remedy: 'export again if they should name one',
  },
  'missing-cell': {
    text: 'the cell in “{column}” is empty',
    remedy: 'fill it in, or delete the row',
  },
  'bad-date': {
    text: '“{cell}” in “{column}” is no valid date or time',
    remedy: 'write dates as 2026-10-01 and times as 2026-10-01 09:00:00',
  },
  'bad-number': {
    text: '“{cell}” in “{column}” is not a number',
    remedy: 'write digits such as 3 or 0.5, or leave the cell empty',
  },
  'negative-figure': {
    text: '“{cell}” in column “{column}” is below 0, which “{metric}” cannot be',
    remedy: 'write 0 or more; leave it empty if there is none',
  },
  'bad-amount': {
    text: '“{cell}” in “{column}” is not an amount',
    remedy: 'write digits such as 1280.50 (at most four decimals)',
  },
  'bad-word': {
    text: '“{cell}” is not a word of “{column}”',
    remedy: 'use one of: {words}',
  },
  'damaged-id': {
    text: 'the id “{cell}” was turned into scientific notation; its last digits are lost',
    remedy: 'export the file again, and do not save it from Excel',
  },
  'missing-column': {
    text: 'the column “{column}” ({id}) is missing',
    remedy: 'add it; if it has another header, name that in sources of kpi.yaml',
  },
  'no-header': {
    text: 'there is no header: no row has column names that are known',
    remedy: 'write the column names in the first row, for example: {columns}',
  },
  'missing-file': {
    text: 'there is no {file}',
    remedy: 'put {file} into the shop folder',
  },
  'missing-month': {
    text: 'there is no folder {month} (there are: {months})',
    remedy:
      'make the folder {month} and put the month’s exports into it, or choose another month with --month',
  },
  'misnamed-month': {
    text: 'there is no folder {month}, only “{folder}”',
    remedy: 'rename the folder “{folder}” to {month}',
  },
  'wrong-month': {
    text: 'no row of the file is of {month}: it runs from {first} to {last}',
    remedy: 'put the export of {month} here, or move this file to the folder of its own month',
  },
  'mostly-outside-month': {
    text: 'only {inMonth} of {rows} rows are of {month}: the file runs from {first} to {last}',
    remedy: 'see whether this is the export of another month; if so, put that of {month} here',
  },
  'outside-month': {
    text: '{rows} rows are outside {month} and were left out',
    remedy: 'correct the dates if they are wrong',
  },
  'bad-encoding': {
    text: 'the file is not text in UTF-8, GB18030 (GBK) or UTF-16',
    remedy: 'export it again, or save it as UTF-8 in an editor',
  },
  'unsupported-format': {
    text: '{format} files cannot be read yet',
    remedy: 'open it in Excel or WPS, save it as “CSV UTF-8” and put that here',
  },
  'damaged-workbook': {
    text: 'the workbook cannot be read: incomplete or damaged',
    remedy: 'copy or export it again, or open it in Excel or WPS and save it once more',
  },
  'encrypted-workbook': {
    text: 'the workbook is protected by a password',
    remedy: 'open it in Excel or WPS, take the password away (File, Protect) and save it',
  },
  'too-large-workbook': {
    text: 'the workbook unpacks to far more than tables do, and is not read',
    remedy: 'export it again as CSV',
  },
  'too-wide': {
    text: 'this is wider than any table: far too many columns, or next to nothing but empty cells. It is not read',
    remedy: 'delete the columns on the right that nobody needs, or export it again',
  },
  'xls-workbook': {
    text: 'this is a workbook of the old format xls, which cannot be read',
    remedy: 'open it in Excel or WPS and save it as xlsx or “CSV UTF-8”',
  },
  'xml-workbook': {
    text: 'this is an XML spreadsheet of Excel 2003, which cannot be read',
    remedy: 'open it in Excel or WPS and save it as xlsx or “CSV UTF-8”',
  },
  'bad-chat-json': {
    text: 'this JSON file is no chat log of one customer',
    remedy: 'export it again; if it is no chat log, delete it from the archive',
  },
  'conversation-without-buyer': {
    text: 'from here on, {rows} messages of agents stand in no conversation with a buyer and were left out',
    remedy: 'copy the whole conversation, or write “agent --> buyer time”',
  },
  'fewer-messages': {
    text: 'the file says that it has {count} messages, and has {found}',
    remedy: 'export the chat log of this customer again',
  },
  'mixed-conversations': {
    text: 'several buyers take turns here: it cannot be told to whom agents answer',
    remedy:
      'put a line “-----” between conversations, or each buyer into a file; if one of them is an agent, add the account to agents.csv',
  },
  'damaged-archive': {
    text: 'the archive cannot be read: incomplete, damaged, or packed in a rare way',
    remedy: 'download or copy it again, or unpack it and put the files here',
  },
  'empty-archive': {
    text: 'there is no file in the archive that can be read',
    remedy: 'it must hold csv, tsv, txt or xlsx files; else put the exported file itself here',
  },
  'encrypted-archive': {
    text: 'the archive has a password',
    remedy:
      'unpack it with the password that the platform gives, put the files here and delete the archive',
  },
  'nested-archive': {
    text: 'there is an archive inside the archive, which is not opened',
    remedy: 'unpack the outer one and put what is in it here',
  },
  'too-large-archive': {
    text: 'the archive unpacks to far more than exports do, and is not opened',
    remedy: 'unpack it yourself if you trust where it is from, and put the files here',
  },
  'unsafe-archive': {
    text: 'a name in the archive leads out of it; it is not opened',
    remedy:
      'download it again from the platform, or unpack it yourself if you trust it, and put the files here',
  },
  'sheet-left-out': {
    text: 'the sheet “{sheet}” says the same as the sheet “{instead}”, which is read',
    remedy:
      'nothing to do, unless “{sheet}” is the one that counts: then put it into a file of its own',
  },
  'damaged-parquet': {
    text: 'the Parquet file cannot be read: incomplete, damaged, or compressed in a rare way',
    remedy: 'copy or export it again (compressed with snappy, zstd or gzip), or use CSV',
  },
  'encrypted-parquet': {
    text: 'the Parquet file is encrypted',
    remedy: 'export it again without encryption, or use CSV',
  },
  'nested-column': {
    text: 'column {column} of the Parquet file is {type}, not one text or number per cell',
    remedy: 'export the column as text or numbers',
  },
  'inexact-column': {
    text: 'column {column} of the Parquet file is {type}: the last digits of ids or amounts may have changed',
    remedy:
      'export it again: ids as text or whole numbers (VARCHAR, BIGINT), amounts as DECIMAL (or DOUBLE)',
  },
  'summary-rows': {
    text: 'rows of totals or averages are left out: {rows}',
    remedy: 'nothing to do: they repeat what the other rows say',
  },
  'account-repeated': {
    text: 'the account “{account}” has a row already, in line {line}: such a report has one row per account',
    remedy: 'delete one of them, or export again; a report by day needs its column 日期',
  },
  'accounts-incomplete': {
    text: '{agent} has several accounts ({places}), and some of them have no “{column}”: it is not used',
    remedy: 'export again when the tool has finished counting, or give the figure in metrics.csv',
  },
  'figure-not-imported': {
    text: '“{column}” has no figure of {agents}: it was not imported, and “{metric}” of these agents is what kpi counts, which may not fit the other figures of the report',
    remedy: 'export again when the tool has finished counting, or give the figure in metrics.csv',
  },
  'accounts-not-combined': {
    text: '{agent} has several accounts ({places}), from which no “{column}” follows: it is not used',
    remedy: 'give the figure in metrics.csv if pay needs it',
  },
  'accounts-without-weight': {
    text: '{agent} has several accounts ({places}); “{column}” has to be weighted by “{weight}”, which the file does not have',
    remedy:
      'export with the column “{weight}”, or delete the column “{column}” if nothing needs it',
  },
  'report-attribution': {
    text: 'the report credits orders by {id} ({rule}), kpi.yaml says {attribution} ({configured})',
    remedy: 'export by the same rule, or set metrics.attribution in kpi.yaml to {id}',
  },
  'review-without-agent': {
    text: 'this review names no agent; an order number alone does not say whose it is',
    remedy: 'add a column 客服 that says whose each review is; delete reviews that are nobody’s',
  },
  'unclear-rating': {
    text: '“{cell}” in “{column}” is none of 好评, 中评 and 差评, nor 1 to 5',
    remedy: 'write one of them; turn ratings out of a hundred into 1 to 5 first',
  },
  'share-above-one': {
    text: '“{cell}” in “{column}” is more than 100 %: in this report a number without % is a fraction (0.95 is 95 %)',
    remedy:
      'write 95% or 0.95; if the whole column is in percent, change its header to “{column}(%)”',
  },
  'unclear-unit': {
    text: '“{cell}” in “{column}” has no unit and may be either; {rows} cells are not used',
    remedy: 'write {units} behind the header',
  },
  'unclear-clock': {
    text: 'column {column} has times of an old kind of Parquet, which may be Beijing time or UTC',
    remedy:
      'export it again: times as text (2026-10-01 09:00:00), or as a TIMESTAMP that says whether it is UTC',
  },
  'not-parquet': {
    text: 'this kind of file cannot be Parquet: only chats, orders and calls can',
    remedy: 'export it as CSV and put that here',
  },
  'unclear-file': {
    text: 'it is not clear what this file is: its header fits {kinds}',
    remedy:
      'let its name begin with the kind (such as attendance), or name it in sources of kpi.yaml',
  },
  'unknown-file': {
    text: 'this file is not recognised and was not read',
    remedy:
      'if it should be, let its name begin with the kind (such as orders), or name it in sources of kpi.yaml',
  },
  'source-without-file': {
    text: 'sources of kpi.yaml names “{files}”, but the folder {month} has no such file',
    remedy: 'check the name; ignore this if the month has no such file',
  },
  'repeated-column': {
    text: 'the header “{column}” occurs more than once; the last column counts',
    remedy: 'delete the others',
  },
  'empty-file': {
    text: 'the file has a header and no rows: it counts as zero',
    remedy: 'export it again if there should be rows',
  },
  'short-row': {
    text: 'the row has {found} cells, the header has {expected}',
    remedy: 'add the missing cells; an empty cell needs its delimiter too',
  },
  'long-row': {
    text: 'the row has {found} cells, the header has {expected}',
    remedy: 'put quotes around a cell that has the delimiter in it',
  },
  'open-quote': {
    text: 'a quotation mark opens here and is never closed: rows cannot be told apart',
    remedy: 'close or delete it',
  },
  'garbled-name': {
    text: 'the name of the file is not in UTF-8: it cannot be opened',
    remedy: 'rename it; if it was unpacked, unpack again with a tool that knows names in GBK',
  },
  'unreadable-rows': {
    text: '{rows} rows cannot be read',
    remedy: 'export the file again, or save it as CSV in UTF-8',
  },
  'more-problems': {
    text: 'the file has {count} more problems that are not listed',
    remedy: 'correct those that are listed, then check again',
  },
  'same-content': {
    text: 'the file has the same content as {other}',
    remedy: 'keep one of them, or everything would count twice',
  },
  'chats-contained': {
    text: 'all {rows} messages stand in {other}, too (same time, agent, buyer, sender, length)',
    remedy: 'remove this file, or everything in it would count twice',
  },
  'chats-repeated': {
    text: '{rows} messages stand in {other}, too (same time, agent, buyer, sender, length), and count twice',
    remedy: 'if the exports overlap in time, export again or remove the repeated rows',
  },
  'shop-without-chats': {
    text: 'no chat is of these shops of orders: {shops}; their orders are not credited by chat',
    remedy: 'write the shops alike in both files; nothing to do when there are no such chats',
  },
  'shop-without-orders': {
    text: 'no order is of these shops of chats: {shops}; their chats are credited with no order',
    remedy: 'write the shops alike in both files; nothing to do when there are no such orders',
  },
  'shops-not-told-apart': {
    text: 'no shop stands in {files}, so shops are not told apart this month: buyers of one name in several shops are taken for one',
    remedy: 'write the shops into these files, too',
  },
  'repeated-agent': {
    text: 'the id “{agent}” stands in line {line} already',
    remedy: 'write one row per agent, each with an id of its own',
  },
  'account-taken': {
    text: 'the account “{account}”{days} belongs to {other} already',
    remedy:
      'leave it to one agent on each day; for one that was handed over write the days: 小张[..2026-10-15]',
  },
  'bad-account-days': {
    text: 'the days of the account “{account}” cannot be read',
    remedy:
      'write 小张[..2026-10-15], 小张[2026-10-16..] or 小张[2026-01-01..2026-10-15]; both days are included',
  },
  'dates-reversed': {
    text: 'left_on {left} is before hired_on {hired}',
    remedy: 'correct the dates',
  },
  'no-agents': {
    text: 'the roster has no agents',
    remedy: 'write one row per agent',
  },
  'duplicate-order': {
    text: '{rows} orders are the same as earlier rows and count once (such as {order})',
    remedy: 'ignore this if the exports overlap',
  },
  'conflicting-order': {
    text: 'the order {order} stands twice with different content: also in {other}, line {line}',
    remedy: 'keep the right (newer) row',
  },
  'duplicate-refund': {
    text: '{rows} rows of refunds are the same as rows above and count once (for example {order})',
    remedy: 'Nothing to do if these are overlapping exports',
  },
  'conflicting-refund': {
    text: 'Refund {order} occurs twice with different contents: the other is in {other} line {line}',
    remedy: 'Keep only the right (newer) row',
  },
  'refunds-differ': {
    text: 'The refunds of {orders} orders differ between {used} and {other}: {sum} yuan here, {otherSum} yuan there; {used} count',
    remedy: 'Check these orders; if the exports are of different times, export both anew',
  },
  'refund-unsaid': {
    text: '{orders} orders were refunded and the export does not say how much: all that was paid is taken',
    remedy: "For exact partial refunds add the platform's export of after-sales (refunds)",
  },
  'closed-without-refund': {
    text: '{orders} orders were closed, cancelled or deleted after payment and nothing says whether they were refunded: they stay in sales',
    remedy: "Add the platform's export of after-sales (refunds)",
  },
  'order-not-here': {
    text: "{rows} rows are of orders that the month's files do not have, and were not used",
    remedy: 'If they should count, export those orders as well',
  },
  'unknown-status': {
    text: 'Nobody knows the status "{status}" ({rows} rows); it decides nothing',
    remedy: 'Check these rows: payment is told by its time alone, and a refund only by 退款成功',
  },
  'no-creation-time': {
    text: 'The time of ordering is not there: {orders} orders are credited by their time of payment, and unpaid ones cannot be counted',
    remedy: 'If the platform offers the time of ordering, choose it and export again',
  },
  'fake-order-not-here': {
    text: 'The list of fake orders names {ids} ids that no order has (for example {order})',
    remedy: 'Check the ids: the order of a misspelt one still counts as a sale',
  },
  'no-order-file': {
    text: 'There are items, refunds or a list of fake orders, and no orders',
    remedy: "Add the platform's export of orders",
  },
  'not-read': {
    text: 'This is {what} and not orders: it was not read',
    remedy: "Nothing to do; for sales add the platform's export of orders",
  },
  'masked-buyers': {
    text: '{rows} orders have no buyer or a masked one and are credited by memo only',
    remedy: 'export again with whole nicks if the platform can',
  },
  'unknown-event': {
    text: 'no rulebook in force has an event “{event}”',
    remedy: 'use the name of an event in a rulebook, or add it to one',
  },
  'misspelt-event': {
    text: 'no rulebook in force has an event “{event}”',
    remedy: 'did you mean “{meant}”?',
  },
  'unknown-item': {
    text: 'no rulebook in force has a rating item “{item}”',
    remedy: 'use the name of an item in a rulebook, or add it to one',
  },
  'misspelt-item': {
    text: 'no rulebook in force has a rating item “{item}”',
    remedy: 'did you mean “{meant}”?',
  },
  'mixed-attendance': {
    text: 'this attendance file has rows {form}; {other} is of the other form',
    remedy: 'use one form of attendance in a month',
  },
  'attendance-missing': {
    text: 'the monthly attendance has no row for {agent}',
    remedy: 'add a row for the agent (or the date of leaving in agents.csv)',
  },
  'attendance-left-out': {
    text: '{other} is the monthly summary of the same tool and says the same; {other} is read',
    remedy:
      'nothing to do, unless this file is the one that counts: then move the monthly summary out of the month folder',
  },
  'people-left-out': {
    text: '{people} people are not in the roster; their attendance is not read',
    remedy:
      'nothing to do for other departments; for an agent among them, add the number or account that the tool has to accounts in agents.csv',
  },
  'agent-without-day': {
    text: 'the daily attendance of this month has nothing about {agent}, which counts as 0',
    remedy: 'compare number, account and name in the attendance tool with agents.csv',
  },
  'export-period': {
    text: 'this file is about {first} to {last}, which is not the whole of {month}',
    remedy: 'export the whole month again; nothing to do if it is meant so',
  },
  'leave-counted': {
    text: 'columns counted as leave: {counted}; not counted: {left}',
    remedy: 'leave a column out of the export if it should not count',
  },
  'workday-assumed': {
    text: 'leave or absence is in hours and the file does not say how long a working day is: 8 hours are taken for a day',
    remedy: 'for another length, write workday_length under metrics in kpi.yaml, such as 7h',
  },
  'unknown-unit': {
    text: '“{cell}” has no unit, and neither has the header',
    remedy: 'export with the unit in the header, such as 事假(天) or 事假(小时)',
  },
  'attendance-repeated': {
    text: '{agent} has two rows of monthly attendance: also in {other}, line {line}',
    remedy: 'make them one row',
  },
  'unknown-metric': {
    text: 'there is no metric “{metric}”',
    remedy:
      'use an id or title of the documentation, or declare it under custom_metrics in kpi.yaml',
  },
  'misspelt-metric': {
    text: 'there is no metric “{metric}”',
    remedy: 'did you mean “{meant}”?',
  },
  'no-metric-column': {
    text: 'no column is a metric that is known',
    remedy:
      'name the columns by id or title of the documentation, or declare them under custom_metrics in kpi.yaml',
  },
} as const;

export const texts = {
  'refunds.by_refunds': 'the export of refunds',
  'refunds.by_items': 'the report of items',
  'refunds.by_order': 'the report of orders',
  'attendance-by-month': 'per month',
  'attendance-by-event': 'per event',
  'none-there': 'none',
} as const;
