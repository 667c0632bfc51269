import type { ProblemEntry } from '../texts/entry.js';

/** Of the files of a month and what is in them. */
export const monthProblems = {
  'unknown-account': {
    level: 'warning',
    zh: '账号“{account}”不属于任何客服，{rows} 行没有计入',
    en: 'the account “{account}” belongs to no agent; {rows} {rows|row was|rows were} left out',
    remedyZh: '如果是客服，把它写进 agents.csv 的账号栏；机器人和已离职的人可以不管',
    remedyEn:
      'if it is an agent’s, add it to the accounts in agents.csv; robots and former agents may stay as they are',
  },
  'misspelt-account': {
    level: 'warning',
    zh: '账号“{account}”不属于任何客服，{rows} 行没有计入',
    en: 'the account “{account}” belongs to no agent; {rows} {rows|row was|rows were} left out',
    remedyZh:
      '与“{meant}”（{agent}）很像：是同一个人的，把“{account}”写进 agents.csv 的账号栏；机器人和已离职的人可以不管',
    remedyEn:
      'it is much like “{meant}” ({agent}): if it is the same agent’s, add “{account}” to the accounts in agents.csv; robots and former agents may stay as they are',
  },
  'unknown-account-then': {
    level: 'warning',
    zh: '账号“{account}”有 {rows} 行没有计入：在那些天它不属于任何客服（花名册里：{holders}）',
    en: '{rows} {rows|row|rows} of the account “{account}” {rows|was|were} left out: on those days it belonged to no agent (in the roster: {holders})',
    remedyZh: '如果那些天也有客服用它，在 agents.csv 里改正日期；没有人用就可以不管',
    remedyEn:
      'if an agent had it on those days too, correct the days in agents.csv; if nobody had it, leave it so',
  },
  'rows-without-agent': {
    level: 'warning',
    zh: '{rows} 行没有写明客服，没有计入',
    en: '{rows} {rows|row names|rows name} no agent and {rows|was|were} left out',
    remedyZh: '如果应当有客服，请重新导出',
    remedyEn: 'export again if they should name one',
  },
  'missing-file': {
    level: 'error',
    zh: '找不到 {file}',
    en: 'there is no {file}',
    remedyZh: '把 {file} 放进店铺文件夹',
    remedyEn: 'put {file} into the shop folder',
  },
  'missing-month': {
    level: 'error',
    zh: '没有 {month} 的文件夹（现有：{months}）',
    en: 'there is no folder {month} (there are: {months})',
    remedyZh: '新建文件夹 {month}，把当月的导出文件放进去；或用 --month 换一个月份',
    remedyEn:
      'make the folder {month} and put the month’s exports into it, or choose another month with --month',
  },
  'misnamed-month': {
    level: 'error',
    zh: '没有 {month} 的文件夹，只有“{folder}”',
    en: 'there is no folder {month}, only “{folder}”',
    remedyZh: '把文件夹“{folder}”改名为 {month}',
    remedyEn: 'rename the folder “{folder}” to {month}',
  },
  'wrong-month': {
    level: 'error',
    zh: '文件里没有一行属于 {month}：记录从 {first} 到 {last}',
    en: 'no row of the file is of {month}: it runs from {first} to {last}',
    remedyZh: '换成 {month} 的导出文件，或把它移到对应月份的文件夹',
    remedyEn: 'put the export of {month} here, or move this file to the folder of its own month',
  },
  'mostly-outside-month': {
    level: 'warning',
    zh: '{rows} 行里只有 {inMonth} 行属于 {month}：记录从 {first} 到 {last}',
    en: 'only {inMonth} of {rows} {rows|row|rows} {inMonth|is|are} of {month}: the file runs from {first} to {last}',
    remedyZh: '看看是不是放了别的月份的导出；如果是，换成 {month} 的',
    remedyEn: 'see whether this is the export of another month; if so, put that of {month} here',
  },
  'outside-month': {
    level: 'warning',
    zh: '{rows} 行不在 {month} 之内，没有计入',
    en: '{rows} {rows|row is|rows are} outside {month} and {rows|was|were} left out',
    remedyZh: '如果日期写错了，请改正',
    remedyEn: 'correct the dates if they are wrong',
  },
  'sheet-left-out': {
    level: 'info',
    zh: '工作表“{sheet}”与“{instead}”说的是同一件事，读的是“{instead}”',
    en: 'the sheet “{sheet}” says the same as the sheet “{instead}”, which is read',
    remedyZh: '不用处理；若要以“{sheet}”为准，把它单独存成一个文件',
    remedyEn:
      'nothing to do, unless “{sheet}” is the one that counts: then put it into a file of its own',
  },
  'summary-rows': {
    level: 'info',
    zh: '有 {rows} 行合计、平均或制表落款，没有计入',
    en: 'rows of totals, averages or of who made the table are left out: {rows}',
    remedyZh: '不用处理：这些行不是记录',
    remedyEn: 'nothing to do: they record nothing',
  },
  'unclear-file': {
    level: 'error',
    zh: '看不出这是哪一种文件：表头同时符合 {kinds}',
    en: 'it is not clear what this file is: its header fits {kinds}',
    remedyZh: '让文件名以种类开头（例如 attendance 或 考勤），或在 kpi.yaml 的 sources 里写明',
    remedyEn:
      'let its name begin with the kind (such as attendance), or name it in sources of kpi.yaml',
  },
  'unknown-file': {
    level: 'warning',
    zh: '不认得这个文件，没有读',
    en: 'this file is not recognised and was not read',
    remedyZh:
      '如果应当读，让文件名以种类开头（例如 orders 或 订单），或在 kpi.yaml 的 sources 里写明；不是数据就移到别的文件夹',
    remedyEn:
      'if it should be, let its name begin with the kind (such as orders), or name it in sources of kpi.yaml; if it is no data, move it elsewhere',
  },
  'file-beside-month': {
    level: 'warning',
    zh: '店铺文件夹里的这个文件像是{what}，没有读：一个月的文件放在 {month} 这样的文件夹里',
    en: 'this file in the shop folder looks like {what} and was not read: files of a month stand in a folder such as {month}',
    remedyZh: '是这个月的，移进 {month}；是别的月份的，移进那个月的文件夹；不用就移走',
    remedyEn:
      'move it into {month}, or into the folder of its month; take it away if it is no longer used',
  },
  'folder-beside-month': {
    level: 'warning',
    zh: '这个文件夹里的 {files} 个文件没有读：{month} 的文件只在 {month} 里读',
    en: '{files} {files|file|files} in this folder {files|was|were} not read: those of {month} are read in {month} only',
    remedyZh: '要算的移进 {month}；不用的把文件夹移走，或改个不像月份的名字',
    remedyEn:
      'move what counts into {month}; take the folder away, or give it a name that is no month’s',
  },
  'source-without-file': {
    level: 'warning',
    zh: 'kpi.yaml 的 sources 写了“{files}”，{month} 文件夹里没有这样的文件',
    en: 'sources of kpi.yaml names “{files}”, but the folder {month} has no such file',
    remedyZh: '检查文件名；本月没有这种文件就不用管',
    remedyEn: 'check the name; ignore this if the month has no such file',
  },
  'empty-file': {
    level: 'warning',
    zh: '文件只有表头，没有数据，按零计',
    en: 'the file has a header and no rows: it counts as zero',
    remedyZh: '如果应当有数据，请重新导出',
    remedyEn: 'export it again if there should be rows',
  },
  'unreadable-rows': {
    level: 'error',
    zh: '有 {rows} 行读不出来',
    en: '{rows} {rows|row|rows} cannot be read',
    remedyZh: '从平台重新导出，或另存为 UTF-8 的 CSV',
    remedyEn: 'export the file again, or save it as CSV in UTF-8',
  },
  'more-problems': {
    level: 'error',
    zh: '文件里还有 {count} 处问题没有列出',
    en: 'the file has {count} more {count|problem that is|problems that are} not listed',
    remedyZh: '先改正已列出的，再检查一次',
    remedyEn: 'correct those that are listed, then check again',
  },
  'same-content': {
    level: 'error',
    zh: '与 {other} 内容完全相同',
    en: 'the file has the same content as {other}',
    remedyZh: '只留一个，否则会重复计算',
    remedyEn: 'keep one of them, or everything would count twice',
  },
  'shop-without-chats': {
    level: 'warning',
    zh: '订单里的店铺 {shops}，聊天记录里一条也没有：这些订单不会按聊天归属',
    en: 'no chat is of these shops of orders: {shops}; their orders are not credited by chat',
    remedyZh: '两边的店铺名要写得一样；确实没有聊天就不用管',
    remedyEn: 'write the shops alike in both files; nothing to do when there are no such chats',
  },
  'shop-without-orders': {
    level: 'warning',
    zh: '聊天记录里的店铺 {shops}，订单里一个也没有：这些聊天归属不到订单',
    en: 'no order is of these shops of chats: {shops}; their chats are credited with no order',
    remedyZh: '两边的店铺名要写得一样；确实没有订单就不用管',
    remedyEn: 'write the shops alike in both files; nothing to do when there are no such orders',
  },
  'shops-not-told-apart': {
    level: 'warning',
    zh: '{files} 没有店铺名，所以全月不分店铺：各店同名的买家算作一人',
    en: 'no shop stands in {files}, so shops are not told apart this month: buyers of one name in several shops are taken for one',
    remedyZh: '在这些文件里也写上店铺',
    remedyEn: 'write the shops into these files, too',
  },
  'not-read': {
    level: 'warning',
    zh: '这是{what}，不是订单：没有读',
    en: 'This is {what} and not orders: it was not read',
    remedyZh: '不用处理；销售请放入平台的订单导出',
    remedyEn: "Nothing to do; for sales add the platform's export of orders",
  },
  'export-period': {
    level: 'warning',
    zh: '这个文件统计的是 {first} 至 {last}，不是整个 {month}',
    en: 'this file is about {first} to {last}, which is not the whole of {month}',
    remedyZh: '按整月重新导出；若本来如此，不用管',
    remedyEn: 'export the whole month again; nothing to do if it is meant so',
  },
} as const satisfies Readonly<Record<string, ProblemEntry>>;
