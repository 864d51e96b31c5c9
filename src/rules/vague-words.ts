/** Of each of these words one that it holds, Chinese and English: a text without is done with. */
export const MAY_BE_VAGUE_ZH: readonly string[] = [
  ...['若干', '适当', '酌情', '情况', '稍微', '稍许', '稍加', '稍等', '一些', '尽快', '尽早', '过一', '一段'],
  ...[
    '片刻',
    '定期',
    '等等',
    '诸如',
    '之类',
    '相关',
    '有关',
    '对应',
    '好像',
    '也许',
    '或许',
    '貌似',
    '说不定',
  ],
  ...['估计', '大概', '某些', '某种', ...[...'次遍下分秒小天'].map(unit => `几${unit}`)],
  ...['应该', '应该就'].flatMap(should => [...'可行好没'].map(next => should + next)),
]
export const MAY_BE_VAGUE_EN: readonly string[] = [
  ...['needed', 'necessary', 'appropriate', 'required', 'few', 'several', 'couple', 'some', 'soon', 'asap'],
  ...['while', 'timely', 'time to time', 'regularly', 'periodically', 'etc', 'so on', 'forth', 'the like'],
  ...['stuff', 'relevant', 'related', 'corresponding', 'respective', 'maybe', 'perhaps', 'hopefully'],
  ...['i think', 'i guess', 'i believe', 'i suppose', 'not sure', 'should be', 'should work'],
]

/** What a vague word leaves open. */
export const VAGUE_KINDS = ['amount', 'time', 'list', 'reference', 'doubt', 'thing'] as const
export type VagueKind = (typeof VAGUE_KINDS)[number]

/**
 * Chinese words that leave something open, with as much of what stands around them as tells them
 * from an innocent use: 若干扰 is "if … disturbs", 等等再试 is "wait and try again", and 相关 after a
 * noun says what to. What doctors and engineers rightly leave open (可能是 of a cause, 大约 of a
 * measured number, 尽量短 of a wire) is not here.
 */
export const VAGUE_ZH: Readonly<Record<VagueKind, readonly string[]>> = {
  amount: [
    '若干(?!扰)',
    '(?<!确定)适当(?:地|的)?(?!人选)',
    '酌情',
    '视情况(?:而定)?',
    '根据(?:实际|具体)?情况(?![:：])',
    '稍微(?=[调增减拧转松抬加降提改])',
    '稍(?:许|加)(?=[调增减拧转松抬加降提改])',
    '(?<=做|进行|调整|修改|更改|去掉|删除|关闭|添加)一些',
    '(?<=(?:等待?|过|隔|重试|尝试|再试|多试|重启|重复|多按|按|拨打|插拔)了?)(?:好几|几)(?=次|遍|下|分钟|秒|小时|天)',
  ],
  time: [
    '尽快',
    '尽早',
    '过一会儿?',
    '过一段时间',
    '(?<=等待?|稍等|间隔|过了|隔)一段时间(?!至|直)',
    '稍等(?:片刻|一会儿?)?',
    '(?<=等待?)片刻',
    '不定期',
    '(?<!每[^，。；]{0,8})定期(?=检查|清洗|清洁|清理|更换|保养|维护|巡检|校准|备份|润滑|排水|排污|加油)',
  ],
  list: ['等等(?![再看待])', '诸如此类', '之类(?=的?[，。；、]|$)'],
  reference: [
    '(?<=参考|参照|查看|参阅|查阅|参见|按照|遵循|遵守|联系|咨询|通知|询问)相关(?:的)?',
    '(?<=进行|完成|执行|修改|检查|调整|设置)相关(?:的)?(?=操作|设置|配置|参数|处理|步骤|检查|选项)',
    '(?<=联系|咨询|通知|询问)(?:有关|对应)(?=人员|部门|同事)',
  ],
  doubt: [
    '好像',
    '也许',
    '或许',
    '貌似',
    '说不定',
    '估计(?=是|能|可以|会|没)',
    '大概(?=(?:是|能|可以|会)(?! ?[约]?[\\d一二三四五六七八九十百千半]))',
    '应该(?=就?(?:可以|行|好|没问题)了)',
  ],
  thing: [
    '一些(?=问题|故障|错误|异常|情况|原因)',
    '某些(?=问题|故障|错误|异常|情况|原因|时候|场景|设备|型号)',
    '某种(?=原因|问题|情况)',
  ],
}

/** The same of English. */
export const VAGUE_EN: Readonly<Record<VagueKind, readonly string[]>> = {
  amount: [
    '(?:as (?:needed|necessary|appropriate|required)|(?:if|when|where) (?:necessary|appropriate))(?= *[.,;]|$)',
    '(?<=(?:set|use|choose|select|add|take|apply|adjust|make|wait) (?:an? |the )?)appropriate(?= (?:value|interval|measures?|time|delay|amount|settings?|level|size|configuration|actions?|adjustments?|parameters?))',
    'a few(?= (?:times|minutes|seconds|hours|days|tries|attempts|settings))',
    '(?<!\\w)several(?= (?:times|minutes|seconds|hours|days|tries|attempts))',
    'a couple of(?= (?:times|minutes|seconds|hours|days))',
    'some(?= (?:settings|configurations?|changes|parameters|adjustments|steps|tests|checks|tweaks))',
    'to some (?:extent|degree)',
  ],
  time: [
    'as soon as possible',
    'asap',
    '(?:for )?a while(?! (?:true|loop))',
    'for some time',
    'in a timely manner',
    'from time to time',
    '(?:regularly|periodically)(?= (?:check|clean|replace|inspect|drain|back))',
    'sooner or later',
  ],
  list: [
    'and etc\\.?',
    'etc\\.?',
    'and so on',
    'and so forth',
    'and the like',
    'and stuff',
    'or something(?= *[.,;]|$)',
  ],
  reference: [
    '(?<=(?:see|to|consult|contact|check|follow|with|ask|inform) )(?:the )?(?:relevant|related|corresponding|appropriate|respective)(?= (?:documents?|documentation|manuals?|persons?|people|departments?|teams?|colleagues?|examples?|regulations?|sections?|pages?|parties|party))',
  ],
  doubt: [
    'maybe',
    'perhaps',
    'somehow',
    'hopefully',
    'i (?:think|guess|believe|suppose)',
    "(?:we|i)(?: are|'re| am|'m) not sure",
    'should be (?:fine|ok|okay)',
    'should work now',
  ],
  thing: [
    'some (?:kind|sort) of (?=issue|problem|error|fault)',
    'some(?= (?:issues?|problems?|errors?|faults?|reasons?|cases|situations)(?![\\w-]))',
    '(?<!if )something(?= (?:is|went|goes) wrong)',
  ],
}
