extension ErrorWords {
  /// What errors say, in Simplified Chinese.
  static let simplifiedChinese: [String: [String]] = [
    "code-not-found": ["没有此编号或符号的状态码。"],
    "category-not-found": ["没有此类别。"],
    "language-not-found": ["状态码库没有此语言。"],
    "invalid-language-tag": ["状态码库没有此语言。"],
    "translation-not-found": ["该状态码已没有此语言的文本。请重新加载本页。"],
    "term-not-found": ["术语表中没有此术语。"],
    "silence-not-found": ["此文本没有忽略该检查项。"],
    "operation-not-found": ["历史记录中没有此编号的操作。"],
    "actor-not-found": ["没有此姓名的修改人。"],
    "nothing-to-reverse": ["没有可撤销的内容。"],
    "changed-since": ["您打开页面后，他人作了更改。未作任何更改。请重新加载本页，再次修改。"],
    "replaces-accepted-text": ["此文本由他人撰写且已审核。请打开该状态码的页面修改。"],
    "input-output": ["磁盘出错。未作任何更改。请通知控制台管理员。"],
    "empty-text": ["文本为空或不显示任何内容。请输入可见的文本。"],
    "invalid-text": [
      "文本应为一行可见字符，此文本中有 {characters}。请删除它两侧的字并重新输入。",
      "文本超过 {limit} 个字符。请缩短。",
      "文本或原因为空、过长，或含有看不见的字符。请重新输入。",
    ],
    "invalid-pattern": [
      "第 {position} 个字符处的大括号有误：{excerpt}。变量应写作 {example}。",
      "文本中的大括号有误。变量应写作 {example}。",
    ],
    "arguments-differ": [
      "文本缺少 {missing}，多出原文没有的 {extra}。请只使用原文中的变量。",
      "文本缺少原文中的 {missing}。请补上。",
      "原文中没有 {extra}。请删除。",
      "变量的用法与原文不同。请按原文书写。",
    ],
    "source-arguments-differ": ["新原文的变量与之前不同，译文不再适用。请选择“含义改变”，或保留原有变量。"],
    "check-failed": ["检查发现文本有错误。"],
    "reviews-own-text": ["此文本由您撰写，需由他人审核。"],
    "rule-broken": ["状态码库的规则不允许此操作。未作任何更改。"],
    "already-exists": ["此编号、符号或名称已被使用。未作任何更改。"],
    "invalid-value": ["有不允许的值。未作任何更改。"],
    "other": ["无法完成（{code}）。未作任何更改。请通知控制台管理员。"],
  ]
}
