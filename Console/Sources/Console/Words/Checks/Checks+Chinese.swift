extension CheckWords {
  /// What checks and examinations find, in Simplified Chinese.
  static let simplifiedChinese: [String: CheckWords] = [
    "missing-argument": CheckWords(
      "缺少变量",
      "形式 {form} 缺少原文中的变量 {argument}。请补上，否则客户看不到该值。",
      "文本缺少原文中的变量 {argument}。请补上，否则客户看不到该值。"),
    "unexpected-argument": CheckWords("多余的变量", "原文此处没有变量 {argument}，客户将收不到消息。请删除。"),
    "translated-argument": CheckWords("变量名被翻译", "变量名不翻译。客户看到的是变量的值，而不是变量名。"),
    "argument-kind": CheckWords("变量类型不同", "变量 {argument} 的用法与原文不同（数字、文本或选项）。请按原文书写。"),
    "quoted-argument": CheckWords("变量前有撇号", "变量前的撇号使变量失效，客户会看到变量名。请写两个撇号。"),
    "full-width-brace": CheckWords("全角大括号", "全角大括号不起作用，客户会看到变量名。请使用半角大括号。"),
    "missing-form": CheckWords(
      "缺少数量形式",
      "数字 {numbers} 没有对应的文本（变量 {argument} 的形式 {form}）。请补上，否则客户会看到其他数量的说法。"),
    "unreachable-form": CheckWords(
      "用不到的形式",
      "变量 {argument} 的形式 {form} 不会用到，因为其他形式已包含这些数字。请删除。"),
    "repeated-form": CheckWords("形式重复", "变量 {argument} 的形式 {form} 与另一形式文字相同。请核对该数量的说法。"),
    "unknown-word": CheckWords("未知选项", "原文的变量 {argument} 没有选项 {form}，其文本不会显示。选项名不翻译。"),
    "missing-word": CheckWords("缺少选项", "变量 {argument} 的选项 {form} 没有文本，客户会看到通用文本。请补上。"),
    "unchanged": CheckWords("未翻译", "文本与原文相同。请翻译。"),
    "leading-space": CheckWords("开头有空格", "文本开头有看不见的空格。请删除。"),
    "trailing-space": CheckWords("结尾有空格", "文本结尾有看不见的空格。请删除。"),
    "double-space": CheckWords("连续空格", "文本中有连续的空格。请保留一个。"),
    "doubled-word": CheckWords("词语重复", "同一个词写了两遍。如非有意，请删除一个。"),
    "end-mark": CheckWords(
      "结尾标点不同",
      "文本以 {mark} 结尾，原文以 {sourceMark} 结尾。请保持一致。",
      "文本以 {mark} 结尾，原文结尾没有标点。请删除。",
      "原文以 {sourceMark} 结尾，文本结尾没有标点。请补上。"),
    "too-long": CheckWords(
      "文本过长", "文本比原文长得多（{factor} 比 1）。请缩短。",
      "文本有 {length} 个字符，很少有人会读完。请缩短。"),
    "too-short": CheckWords("文本过短", "文本比原文短得多（{length} 个字符，原文 {sourceLength} 个）。是否有遗漏？"),
    "different-number": CheckWords(
      "数字不一致",
      "文本中的数字是 {number}，原文是 {sourceNumber}。请核对。",
      "原文中没有数字 {number}。请核对。",
      "文本缺少原文中的数字 {sourceNumber}。请补上。"),
    "unpaired-bracket": CheckWords("括号不成对", "括号缺少另一半。请补上或删除。"),
    "changed-url": CheckWords(
      "网址不一致", "文本缺少原文中的网址 {address}。请补上。",
      "原文中没有此网址。请使用原文中的网址。"),
    "changed-email": CheckWords(
      "邮箱地址不一致", "文本缺少原文中的邮箱地址 {address}。请补上。",
      "原文中没有此邮箱地址。请使用原文中的地址。"),
    "other-term": CheckWords("与术语表不符", "术语表规定 {term} 译为 {renderings}。请使用该译法。"),
    "forbidden-term": CheckWords(
      "术语表不允许的译法", "文本中有“{found}”；术语表规定 {term} 译为“{renderings}”。",
      "术语表规定 {term} 译为 {renderings}，不得这样翻译。"),
    "replacement-character": CheckWords("字符丢失", "复制文本时丢失了字符。请从正确的来源重新复制，或手动输入。"),
    "mojibake": CheckWords("乱码", "文本在复制或用其他程序打开时变成了乱码。请从正确的来源重新复制。"),
    "different-renderings": CheckWords("同一原文有两种译法", "状态码 {code} 原文相同而译文不同。请统一译法。"),
    "same-text": CheckWords("与其他状态码文本相同", "状态码 {code} 的文本与此相同，客户无法区分。是否有意如此？"),
    "bidi-control": CheckWords("看不见的方向符", "一个看不见的字符改变了前后文字的顺序。请删除它两侧的字并重新输入。"),
    "invisible-character": CheckWords(
      "看不见的字符",
      "文本中有看不见的字符，会导致查找不到该词。请删除它两侧的字并重新输入。"),
    "look-alike-letter": CheckWords("形近的其他文字字母", "该词中有外形相似的其他文字的字母。请重新输入该词。"),
    "decomposed-character": CheckWords("拆分的字母", "字母与其附加符号被存为两个字符。请重新输入该字母。"),
    "reordered-run": CheckWords("显示顺序改变", "客户看到的这一部分是 {displayed}。请调整其位置，或使用建议的文本。"),
    "latin-punctuation": CheckWords("阿拉伯语中的西文标点", "阿拉伯语有自己的逗号、分号和问号。请使用这些标点。"),
    "percent-sign": CheckWords("百分号与数字不匹配", "此百分号用于另一种数字。请改用对应的百分号。"),
    "tatweel": CheckWords("拉长符", "该词被拉长，会导致查找不到。请去掉拉长符。"),
    "presentation-form": CheckWords(
      "从 PDF 复制的字形",
      "这些字母是以字形复制的（常见于 PDF 文件），查找时找不到。请重新输入。"),
    "mixed-digits": CheckWords("混用两种数字", "文本中混用了两种数字。请统一使用一种。"),
    "persian-letter": CheckWords(
      "波斯语或乌尔都语字母",
      "这是波斯语或乌尔都语的字母，与阿拉伯语字母相似。请输入阿拉伯语字母。"),
    "traditional-character": CheckWords("繁体字", "此文本使用简体中文。请改为简体字。"),
    "simplified-character": CheckWords("简体字", "此文本使用繁体中文。请改为繁体字。"),
    "half-width-punctuation": CheckWords("半角标点", "中文应使用全角标点。请修改。"),
    "full-width-latin": CheckWords("全角字母或数字", "字母和数字应使用半角。请重新输入。"),
    "wrong-ellipsis": CheckWords("省略号不规范", "中文省略号应为六个点（……）。"),
    "missing-space": CheckWords("缺少空格", "中文与西文字符之间应有空格。请补上。"),
    "space-beside-chinese": CheckWords("多余的空格", "汉字之间和全角标点旁不加空格。请删除。"),
    "untranslated-words": CheckWords("有未翻译的词", "这些词与原文相同，尚未翻译。请翻译。"),
    "space-before-mark": CheckWords("标点前有空格", "标点前不加空格。请删除。"),
    "changed-markup": CheckWords(
      "格式标签不一致", "文本缺少原文中的标签 {tag}。请补上，否则显示的格式会不同。",
      "原文中没有此标签。请使用原文中的标签。"),
    "radical": CheckWords(
      "部首符号",
      "这是字典中的部首符号，只是与该汉字相似（常见于从 PDF 复制的文本）。请重新输入该汉字。"),
    "integrity": CheckWords("文件损坏", "状态码库的文件已损坏。请先通知控制台管理员，再作任何修改。"),
    "foreign-key": CheckWords("引用不存在的内容", "某项内容引用了不存在的内容。请通知控制台管理员。"),
    "unrecorded-change": CheckWords(
      "未记录的更改",
      "其他程序更改了此项。{field}：现存值为 {stored}，历史记录为 {recorded}。请通知控制台管理员。",
      "其他程序写入了此项。{field}：现存值为 {stored}，历史记录中没有值。请通知控制台管理员。",
      "其他程序删除了此项。{field}：现无内容，历史记录为 {recorded}。请通知控制台管理员。",
      "其他程序更改了此项，历史记录中没有记载。请通知控制台管理员。"),
    "history-gap": CheckWords(
      "历史记录缺失",
      "在操作 {operation} 之前，{field}有过未记录的更改。文本本身可能是正确的。"),
    "invalid-content": CheckWords("内容不合规则", "其他程序在此写入了不合规则的内容。请重新填写，或通知控制台管理员。"),
    "invalid-record": CheckWords("记录不合规则", "历史记录或发布记录中有不可能的时间或名称。请通知控制台管理员。"),
    "release-not-reproducible": CheckWords("发布与历史记录不符", "发布 {release} 与历史记录不符。请通知控制台管理员。"),
  ]
}
