export const problems = {
  'unknown-agent': {
    text: '没有哪位客服的工号、账号或姓名是“{agent}”',
    remedy: '在 agents.csv 里补上这位客服或这个账号，或改正此处',
  },
  'unknown-agent-then': {
    text: '账号“{agent}”在那些天不属于任何客服（花名册里：{holders}）',
    remedy: '在 agents.csv 里改正这个账号的日期，或把此处改写成工号',
  },
  'ambiguous-agent': {
    text: '“{agent}”不止一位客服符合',
    remedy: '改写成工号或完整的账号',
  },
  'unknown-account': {
    text: '账号“{account}”不属于任何客服，{rows} 行没有计入',
    remedy: '如果是客服，把它写进 agents.csv 的账号栏；机器人和已离职的人可以不管',
  },
  'unknown-account-then': {
    text: '账号“{account}”有 {rows} 行没有计入：在那些天它不属于任何客服（花名册里：{holders}）',
    remedy: '如果那些天也有客服用它，在 agents.csv 里改正日期；没有人用就可以不管',
  },
  'rows-without-agent': {
    text: '{rows} 行没有写明客服，没有计入',
    remedy: '如果应当有客服，请重新导出',
  },
  'missing-cell': {
    text: '“{column}”列是空的',
    remedy: '补上内容，或删去这一行',
  },
  'bad-date': {
    text: '“{column}”列的“{cell}”不是有效的日期或时间',
    remedy: '日期写成 2026-10-01，时间写成 2026-10-01 09:00:00',
  },
  'bad-number': {
    text: '“{column}”列的“{cell}”不是数',
    remedy: '写成数字，例如 3 或 0.5；没有就留空',
  },
  'negative-figure': {
    text: '“{column}”列的“{cell}”小于 0，而“{metric}”不能是负数',
    remedy: '改成 0 或更大的数；没有就留空',
  },
  'bad-amount': {
    text: '“{column}”列的“{cell}”不是金额',
    remedy: '写成数字，例如 1280.50（至多四位小数）',
  },
  'bad-word': {
    text: '“{column}”列不能写“{cell}”',
    remedy: '只能写：{words}',
  },
  'damaged-id': {
    text: '编号“{cell}”被表格软件改成了科学记数法，后几位已经丢失',
    remedy: '从平台重新导出，不要用 Excel 打开后再保存',
  },
  'missing-column': {
    text: '缺少“{column}”列（{id}）',
    remedy: '补上这一列；如果表头用了别的名字，在 kpi.yaml 的 sources 里写明',
  },
  'no-header': {
    text: '找不到表头：没有一行写着认得的列名',
    remedy: '第一行写上列名，例如：{columns}',
  },
  'missing-file': {
    text: '找不到 {file}',
    remedy: '把 {file} 放进店铺文件夹',
  },
  'missing-month': {
    text: '没有 {month} 的文件夹（现有：{months}）',
    remedy: '新建文件夹 {month}，把当月的导出文件放进去；或用 --month 换一个月份',
  },
  'misnamed-month': {
    text: '没有 {month} 的文件夹，只有“{folder}”',
    remedy: '把文件夹“{folder}”改名为 {month}',
  },
  'wrong-month': {
    text: '文件里没有一行属于 {month}：记录从 {first} 到 {last}',
    remedy: '换成 {month} 的导出文件，或把它移到对应月份的文件夹',
  },
  'mostly-outside-month': {
    text: '{rows} 行里只有 {inMonth} 行属于 {month}：记录从 {first} 到 {last}',
    remedy: '看看是不是放了别的月份的导出；如果是，换成 {month} 的',
  },
  'outside-month': {
    text: '{rows} 行不在 {month} 之内，没有计入',
    remedy: '如果日期写错了，请改正',
  },
  'bad-encoding': {
    text: '文件不是 UTF-8、GB18030（GBK）或 UTF-16 编码的文本',
    remedy: '重新导出，或在编辑器里另存为 UTF-8',
  },
  'unsupported-format': {
    text: '暂不能读 {format} 文件',
    remedy: '用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”再放回来',
  },
  'damaged-workbook': {
    text: '工作簿读不出来：不完整或已损坏',
    remedy: '重新复制或重新导出，或用 Excel、WPS 打开后另存一次',
  },
  'encrypted-workbook': {
    text: '工作簿有密码保护',
    remedy: '用 Excel 或 WPS 打开，取消密码（文件 → 保护）后保存',
  },
  'too-large-workbook': {
    text: '工作簿解压后大得不像表格，没有读',
    remedy: '重新导出为 CSV',
  },
  'too-wide': {
    text: '宽得不像表格：列太多，或者几乎全是空格子。没有读',
    remedy: '删掉右边用不着的列，或者重新导出',
  },
  'xls-workbook': {
    text: '这是旧格式 xls 的工作簿，读不了',
    remedy: '用 Excel 或 WPS 打开，另存为 xlsx 或“CSV UTF-8（逗号分隔）”',
  },
  'xml-workbook': {
    text: '这是 Excel 2003 的 XML 表格，读不了',
    remedy: '用 Excel 或 WPS 打开，另存为 xlsx 或“CSV UTF-8（逗号分隔）”',
  },
  'bad-chat-json': {
    text: '这个 JSON 文件不是一位客户的聊天记录',
    remedy: '重新导出；如果不是聊天记录，从压缩包里删去',
  },
  'conversation-without-buyer': {
    text: '从这里起 {rows} 条客服消息前后都没有买家说话，看不出是对谁说的，没有计入',
    remedy: '把对话复制完整；或写成“客服 --> 买家 时间”',
  },
  'fewer-messages': {
    text: '文件说有 {count} 条消息，里面是 {found} 条',
    remedy: '重新导出这位客户的聊天记录',
  },
  'mixed-conversations': {
    text: '几位买家的话交错在一起，看不出客服的回复是对谁说的',
    remedy:
      '每段对话之间加一行“-----”，或一位买家存一个文件；如果其中有客服的账号，把它写进 agents.csv',
  },
  'damaged-archive': {
    text: '压缩包读不出来：不完整、已损坏，或压缩方式少见',
    remedy: '重新下载或重新复制；也可以先解压，再把里面的文件放进来',
  },
  'empty-archive': {
    text: '压缩包里没有能读的文件',
    remedy: '压缩包里要有 csv、tsv、txt 或 xlsx 文件；否则换成导出的文件本身',
  },
  'encrypted-archive': {
    text: '压缩包有密码',
    remedy: '用平台给的密码解压，把里面的文件放进来，删去压缩包',
  },
  'nested-archive': {
    text: '压缩包里还有压缩包，没有打开',
    remedy: '先解压外面的一层，把里面的文件放进来',
  },
  'too-large-archive': {
    text: '压缩包解压后大得不像导出的文件，没有打开',
    remedy: '确认来源可靠后自己解压，把里面的文件放进来',
  },
  'unsafe-archive': {
    text: '压缩包里的文件名会写到压缩包之外，没有打开',
    remedy: '重新从平台下载；确认来源可靠后也可以自己解压，把文件放进来',
  },
  'sheet-left-out': {
    text: '工作表“{sheet}”与“{instead}”说的是同一件事，读的是“{instead}”',
    remedy: '不用处理；若要以“{sheet}”为准，把它单独存成一个文件',
  },
  'damaged-parquet': {
    text: 'Parquet 文件读不出来：不完整、已损坏，或压缩方式少见',
    remedy: '重新复制或重新导出（压缩用 snappy、zstd 或 gzip），或改用 CSV',
  },
  'encrypted-parquet': {
    text: 'Parquet 文件加了密',
    remedy: '不加密再导出一次，或改用 CSV',
  },
  'nested-column': {
    text: '“{column}”列在 Parquet 文件里是 {type}，不是一格一个文字或数字',
    remedy: '导出时把这一列展开成文字或数字',
  },
  'inexact-column': {
    text: '“{column}”列在 Parquet 文件里是 {type}，编号或金额的末位可能已经变了',
    remedy: '重新导出：编号用文本或整数（VARCHAR、BIGINT），金额用 DECIMAL（或 DOUBLE）',
  },
  'summary-rows': {
    text: '有 {rows} 行合计或平均，没有计入',
    remedy: '不用处理：这些行只是重复其他行',
  },
  'account-repeated': {
    text: '账号“{account}”在第 {line} 行已经有一行：这种报表每个账号只有一行',
    remedy: '删去多余的一行，或重新导出；按天导出的报表要带“日期”列',
  },
  'accounts-incomplete': {
    text: '{agent} 有几个账号（{places}），其中有的没有“{column}”：这一项不采用',
    remedy: '等工具统计完再导出；或在 metrics.csv 里写明这一项',
  },
  'figure-not-imported': {
    text: '“{column}”列没有 {agents} 的数，没有导入；{metric}对这些客服改用本程序算的数，与报表里的其他数可能对不上',
    remedy: '等工具统计完再导出；或在 metrics.csv 里写明这一项',
  },
  'accounts-not-combined': {
    text: '{agent} 有几个账号（{places}），“{column}”无法由各账号合成：这一项不采用',
    remedy: '如果工资要用这一项，在 metrics.csv 里写明',
  },
  'accounts-without-weight': {
    text: '{agent} 有几个账号（{places}），“{column}”要按“{weight}”加权，文件里没有这个数',
    remedy: '导出时加上“{weight}”列；不用这一项就删去“{column}”列',
  },
  'report-attribution': {
    text: '报表按“{rule}”归属订单，kpi.yaml 是“{configured}”（{attribution}）',
    remedy: '按同一规则重新导出，或把 kpi.yaml 的 metrics.attribution 改为 {id}',
  },
  'review-without-agent': {
    text: '这条评价没有写明客服，只有订单号还不知道算谁的',
    remedy: '加一列“客服”，写明每条评价是谁的；不该算到人头上的评价删去',
  },
  'unclear-rating': {
    text: '“{column}”列的“{cell}”不是好评、中评、差评，也不是 1 到 5',
    remedy: '改成其中一种；按百分制的评分先换成 1 到 5',
  },
  'share-above-one': {
    text: '“{column}”列的“{cell}”超过 100%：这种报表里没有百分号的数是小数（0.95 即 95%）',
    remedy: '写成 95% 或 0.95；整列都是百分数时，把表头改成“{column}(%)”',
  },
  'unclear-unit': {
    text: '“{column}”列的“{cell}”没有单位，看不出是哪一种；{rows} 格没有采用',
    remedy: '在表头后面写上 {units}',
  },
  'unclear-clock': {
    text: '“{column}”列是 Parquet 的旧式时间，看不出是北京时间还是 UTC',
    remedy: '重新导出：时间用文本（2026-10-01 09:00:00），或用写明是否 UTC 的 TIMESTAMP',
  },
  'not-parquet': {
    text: '这一种文件不能是 Parquet：只有聊天、订单和通话可以',
    remedy: '导出成 CSV 再放回来',
  },
  'unclear-file': {
    text: '看不出这是哪一种文件：表头同时符合 {kinds}',
    remedy: '让文件名以种类开头（例如 attendance 或 考勤），或在 kpi.yaml 的 sources 里写明',
  },
  'unknown-file': {
    text: '不认得这个文件，没有读',
    remedy:
      '如果应当读，让文件名以种类开头（例如 orders 或 订单），或在 kpi.yaml 的 sources 里写明',
  },
  'source-without-file': {
    text: 'kpi.yaml 的 sources 写了“{files}”，{month} 文件夹里没有这样的文件',
    remedy: '检查文件名；本月没有这种文件就不用管',
  },
  'repeated-column': {
    text: '表头“{column}”出现不止一次，采用最后一列',
    remedy: '删去多余的列',
  },
  'empty-file': {
    text: '文件只有表头，没有数据，按零计',
    remedy: '如果应当有数据，请重新导出',
  },
  'short-row': {
    text: '这一行只有 {found} 格，表头有 {expected} 列',
    remedy: '补上缺的格；空格也要有分隔符',
  },
  'long-row': {
    text: '这一行有 {found} 格，表头只有 {expected} 列',
    remedy: '内容里如有分隔符，用英文双引号把这一格括起来',
  },
  'open-quote': {
    text: '从这里开始有一个双引号没有配对，后面的内容无法分行',
    remedy: '补上或删去这个双引号',
  },
  'garbled-name': {
    text: '文件名不是 UTF-8 编码，这样的文件打不开',
    remedy: '给文件改名；是解压出来的，就换一个认得中文文件名的解压工具，或写明编码是 GBK',
  },
  'unreadable-rows': {
    text: '有 {rows} 行读不出来',
    remedy: '从平台重新导出，或另存为 UTF-8 的 CSV',
  },
  'more-problems': {
    text: '文件里还有 {count} 处问题没有列出',
    remedy: '先改正已列出的，再检查一次',
  },
  'same-content': {
    text: '与 {other} 内容完全相同',
    remedy: '只留一个，否则会重复计算',
  },
  'chats-contained': {
    text: '全部 {rows} 行聊天在 {other} 里都有（时间、客服、买家、发送方、字数相同）',
    remedy: '删去这一份，否则会重复计算',
  },
  'chats-repeated': {
    text: '有 {rows} 行聊天在 {other} 里也有（时间、客服、买家、发送方、字数相同），都计了两次',
    remedy: '如果两份导出的时间重叠，重新导出，或删去重复的行',
  },
  'shop-without-chats': {
    text: '订单里的店铺 {shops}，聊天记录里一条也没有：这些订单不会按聊天归属',
    remedy: '两边的店铺名要写得一样；确实没有聊天就不用管',
  },
  'shop-without-orders': {
    text: '聊天记录里的店铺 {shops}，订单里一个也没有：这些聊天归属不到订单',
    remedy: '两边的店铺名要写得一样；确实没有订单就不用管',
  },
  'shops-not-told-apart': {
    text: '{files} 没有店铺名，所以全月不分店铺：各店同名的买家算作一人',
    remedy: '在这些文件里也写上店铺',
  },
  'repeated-agent': {
    text: '工号“{agent}”在第 {line} 行已经有了',
    remedy: '每位客服只写一行，工号不能重复',
  },
  'account-taken': {
    text: '账号“{account}”{days}已经属于 {other}',
    remedy: '一个账号同一天只能属于一位客服：删去一处；中途换人的写明日期，如 小张[..2026-10-15]',
  },
  'bad-account-days': {
    text: '账号“{account}”的日期看不懂',
    remedy:
      '写成 小张[..2026-10-15]、小张[2026-10-16..] 或 小张[2026-01-01..2026-10-15]，两头都算在内',
  },
  'dates-reversed': {
    text: '离职日期 {left} 早于入职日期 {hired}',
    remedy: '改正日期',
  },
  'no-agents': {
    text: '花名册里没有客服',
    remedy: '每位客服写一行',
  },
  'duplicate-order': {
    text: '{rows} 行订单与前面的完全相同，只计一次（例如 {order}）',
    remedy: '如果是重复导出，不用管',
  },
  'conflicting-order': {
    text: '订单 {order} 出现两次而内容不同：另一处在 {other} 第 {line} 行',
    remedy: '只留正确（较新）的一行',
  },
  'duplicate-refund': {
    text: '{rows} 行退款与前面的完全相同，只计一次（例如 {order}）',
    remedy: '如果是重复导出，不用管',
  },
  'conflicting-refund': {
    text: '退款 {order} 出现两次而内容不同：另一处在 {other} 第 {line} 行',
    remedy: '只留正确（较新）的一行',
  },
  'refunds-differ': {
    text: '{orders} 个订单的退款，{used}与{other}不一致：共 {sum} 元，另一处 {otherSum} 元；以{used}为准',
    remedy: '核对这些订单；如果导出时间不同，把两份一起重新导出',
  },
  'refund-unsaid': {
    text: '{orders} 个订单退款成功而导出没有写金额，按实付全额计',
    remedy: '部分退款要准确，请再放入平台的售后（退款）导出',
  },
  'closed-without-refund': {
    text: '{orders} 个付过款的订单已关闭、取消或删除，没有一处写明退款，销售额照计',
    remedy: '请再放入平台的售后（退款）导出',
  },
  'order-not-here': {
    text: '{rows} 行的订单不在本月的订单文件里，没有用上',
    remedy: '如果应当有，把那些订单也导出来',
  },
  'unknown-status': {
    text: '不认得状态“{status}”（{rows} 行），不据此判断',
    remedy: '核对这些行；付款与否只看付款时间，退款只认“退款成功”',
  },
  'no-creation-time': {
    text: '没有下单时间：{orders} 个订单的归属按付款时间判断，未付款的订单无从计数',
    remedy: '如果平台能导出下单时间，请勾选后重新导出',
  },
  'fake-order-not-here': {
    text: '刷单名单里有 {ids} 个编号不在订单里（例如 {order}）',
    remedy: '核对编号：写错的编号，其订单仍算作销售',
  },
  'no-order-file': {
    text: '只有订单的明细、退款或刷单名单，没有订单',
    remedy: '再放入平台的订单导出',
  },
  'not-read': {
    text: '这是{what}，不是订单：没有读',
    remedy: '不用处理；销售请放入平台的订单导出',
  },
  'masked-buyers': {
    text: '{rows} 个订单没有买家昵称或昵称带星号，只能按备注归属',
    remedy: '如果平台能导出完整昵称，请重新导出',
  },
  'unknown-event': {
    text: '没有哪份制度里有“{event}”这一事项',
    remedy: '写成制度里的事项名称，或把它写进制度',
  },
  'misspelt-event': {
    text: '没有哪份制度里有“{event}”这一事项',
    remedy: '是否想写“{meant}”？',
  },
  'unknown-item': {
    text: '没有哪份制度里有评分项目“{item}”',
    remedy: '写成制度里的项目名称，或把它写进制度',
  },
  'misspelt-item': {
    text: '没有哪份制度里有评分项目“{item}”',
    remedy: '是否想写“{meant}”？',
  },
  'mixed-attendance': {
    text: '这个考勤文件按{form}记，{other} 按另一种方式记',
    remedy: '同一个月只用一种考勤表',
  },
  'attendance-missing': {
    text: '月度考勤里没有 {agent} 的一行',
    remedy: '给这位客服补上一行（离职的在 agents.csv 写明离职日期）',
  },
  'attendance-left-out': {
    text: '{other} 与这个文件出自同一工具，是它的月度汇总；读的是 {other}',
    remedy: '不用处理；若要以这个文件为准，把月度汇总移出这个月的文件夹',
  },
  'people-left-out': {
    text: '有 {people} 人不在花名册里，他们的考勤没有读',
    remedy:
      '若是其他部门的人，不用管；若有客服在内，把工具里的工号或账号写进 agents.csv 的账号一栏',
  },
  'agent-without-day': {
    text: '这个月的每日考勤里没有 {agent} 的任何记录，都按 0 计',
    remedy: '核对此人在考勤工具里的工号、账号、姓名与 agents.csv 是否一致',
  },
  'export-period': {
    text: '这个文件统计的是 {first} 至 {last}，不是整个 {month}',
    remedy: '按整月重新导出；若本来如此，不用管',
  },
  'leave-counted': {
    text: '算作请假的列：{counted}；不算的：{left}',
    remedy: '若有不该算的，先在导出时去掉那一列',
  },
  'workday-assumed': {
    text: '请假或旷工以小时计，文件里没有每天的工时，按一天 8 小时折算成天数',
    remedy: '若一天不是 8 小时，在 kpi.yaml 的 metrics 里写 workday_length，例如 7h',
  },
  'unknown-unit': {
    text: '“{cell}”没有写明单位，列名里也没有',
    remedy: '列名写上单位再导出，例如 事假(天) 或 事假(小时)',
  },
  'attendance-repeated': {
    text: '{agent} 的月度考勤有两行：另一行在 {other} 第 {line} 行',
    remedy: '合成一行',
  },
  'unknown-metric': {
    text: '没有“{metric}”这个指标',
    remedy: '写成文档里的指标 id 或名称；自己的指标先在 kpi.yaml 的 custom_metrics 里声明',
  },
  'misspelt-metric': {
    text: '没有“{metric}”这个指标',
    remedy: '是否想写“{meant}”？',
  },
  'no-metric-column': {
    text: '没有一列是认得的指标',
    remedy: '列名写成文档里的指标 id 或名称；自己的指标先在 kpi.yaml 的 custom_metrics 里声明',
  },
} as const;

export const texts = {
  'refunds.by_refunds': '退款导出',
  'refunds.by_items': '宝贝（子订单）报表',
  'refunds.by_order': '订单报表',
  'attendance-by-month': '月',
  'attendance-by-event': '事件',
  'none-there': '没有',
} as const;
