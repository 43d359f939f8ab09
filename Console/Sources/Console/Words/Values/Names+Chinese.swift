extension Names {
  /// The names in Simplified Chinese.
  static let simplifiedChinese = Names(
    fields: [
      "text": "文本", "state": "状态", "symbol": "符号", "category": "类别", "replaced_by": "替代状态码",
      "http_status": "HTTP 状态",
      "retryable": "可重试", "description": "说明", "position": "顺序", "english_name": "英文名称",
      "own_name": "本语言名称",
      "direction": "书写方向", "fallback": "备用语言", "required": "发布时必需", "ranges": "编号范围", "name": "名称",
      "source": "术语",
      "note": "备注", "other_forms": "其他形式", "synonyms": "同义词", "forbidden": "禁用词", "reason": "原因",
      "meaning_revision": "与原文的对应", "source_revision": "与原文的对应", "source_major_revision": "与原文的对应",
    ],
    commands: [
      "console edit": "修改文本", "console review": "审核文本", "console undo": "撤销", "init": "创建状态码库",
      "doctor --adopt": "采纳其他程序的更改", "check --silence": "忽略检查项", "check --unsilence": "不再忽略检查项",
      "undo": "撤销",
      "redo": "重做", "translation set": "保存文本", "translation unset": "删除文本", "translation edit": "修改文本",
      "translation import": "导入文本", "translation review": "审核文本", "code add": "添加状态码",
      "code edit": "修改状态码",
      "code retire": "停用状态码", "code deprecate": "不建议使用状态码", "category add": "添加类别",
      "category edit": "修改类别",
      "category remove": "删除类别", "language add": "添加语言", "language edit": "修改语言",
      "language remove": "删除语言",
      "term add": "添加术语", "term edit": "修改术语", "term remove": "删除术语",
    ],
    characters: [
      "20": "空格", "9": "制表符", "A": "换行符", "D": "换行符", "A0": "不换行空格", "AD": "软连字符",
      "3000": "全角空格", "61C": "阿拉伯文方向符",
      "200B": "零宽空格", "200C": "零宽不连字", "200D": "零宽连字", "200E": "从左到右标记", "200F": "从右到左标记",
      "202A": "从左到右嵌入",
      "202B": "从右到左嵌入", "202C": "方向结束符", "202D": "强制从左到右", "202E": "强制从右到左", "2060": "词连接符",
      "2066": "从左到右隔离",
      "2067": "从右到左隔离", "2068": "隔离开始", "2069": "隔离结束", "FEFF": "字节顺序标记", "FFFD": "丢失的字符",
      "": "看不见的字符",
    ],
    categories: [
      "zero": "零", "one": "单数", "two": "双数", "few": "少数", "many": "多数", "other": "其他",
    ],
    languages: [
      "ar": "阿拉伯语", "bn": "孟加拉语", "de": "德语", "en": "英语", "es": "西班牙语", "fa": "波斯语",
      "fil": "菲律宾语", "fr": "法语",
      "he": "希伯来语", "hi": "印地语", "id": "印度尼西亚语", "it": "意大利语", "ja": "日语", "ko": "韩语",
      "ml": "马拉雅拉姆语", "ms": "马来语",
      "ne": "尼泊尔语", "nl": "荷兰语", "pl": "波兰语", "ps": "普什图语", "pt": "葡萄牙语", "ru": "俄语",
      "sw": "斯瓦希里语", "ta": "泰米尔语",
      "th": "泰语", "tr": "土耳其语", "ur": "乌尔都语", "vi": "越南语", "zh-Hans": "简体中文", "zh-Hant": "繁体中文",
    ])
}
