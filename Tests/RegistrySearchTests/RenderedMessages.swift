import MessageFormat
import RegistryCatalog

/// Texts with arguments, and the values with which customers see them.
enum RenderedMessages {
  /// A text with values.
  struct Sample: CustomStringConvertible {
    let symbol: String
    let language: LanguageTag
    let text: String
    let values: [(name: String, value: MessageValue)]
    /// The values as the message shows them.
    let shown: [String]

    var description: String { "\(symbol) \(language)" }
  }

  /// The codes, each with its texts.
  static let codes: [(symbol: String, texts: [LanguageTag: String])] = patterns.map { pattern in
    (pattern.symbol, [.english: pattern.english, .arabic: pattern.arabic, .simplifiedChinese: pattern.chinese])
  }

  static let samples: [Sample] = patterns.flatMap { pattern in
    [LanguageTag.english: pattern.english, .arabic: pattern.arabic, .simplifiedChinese: pattern.chinese]
      .sorted { $0.key < $1.key }.map { language, text in
        Sample(
          symbol: pattern.symbol, language: language, text: text, values: pattern.values,
          shown: pattern.values.map { $0.value.shown })
      }
  }

  private typealias Pattern = (
    symbol: String, english: String, arabic: String, chinese: String, values: [(name: String, value: MessageValue)]
  )

  private static let patterns: [Pattern] = [
    (
      "TRANSFER_REFUSED", "Transfer of {amount} to {name} was refused", "رُفض تحويل {amount} إلى {name}",
      "向 {name} 转账 {amount} 被拒绝", [("amount", "1,000.50 SAR"), ("name", "Ahmed to Ali")]
    ),
    (
      "USER_BLOCKED", "{name} is blocked", "تم حظر {name}", "{name} 已被冻结", [("name", "محمد is blocked 张伟")]
    ),
    (
      "DAILY_LIMIT", "The daily limit of {amount} is reached", "تم بلوغ الحد اليومي {amount}", "已达到每日限额 {amount}",
      [("amount", "٥٬٠٠٠ ﷼")]
    ),
    (
      "CARD_EXPIRES", "Card {card} expires on {date}.", "تنتهي صلاحية البطاقة {card} في {date}.",
      "银行卡 {card} 将于 {date} 到期。", [("card", "**** 4242"), ("date", "2026-11-24")]
    ),
    (
      "TOO_MANY_FILES", "{count, plural, one {# file was refused} other {# files were refused}}",
      "{count, plural, zero {لم يُرفض أي ملف} one {رُفض ملف واحد} two {رُفض ملفان} few {رُفضت # ملفات} "
        + "many {رُفض # ملفًا} other {رُفض # ملف}}",
      "{count, plural, other {拒收了 # 个附件}}", [("count", 7)]
    ),
    (
      "ATTEMPTS_LEFT", "You have {count} attempts left, then {name} is locked for {minutes} minutes",
      "تبقّى لك {count} محاولات، ثم يُقفل {name} لمدة {minutes} دقيقة", "还剩 {count} 次机会，之后 {name} 将锁定 {minutes} 分钟",
      [("count", "3"), ("name", "user_01@example.com"), ("minutes", "15")]
    ),
    (
      "RATE_CHANGED", "The exchange rate changed from {old} to {new}", "تغيّر سعر الصرف من {old} إلى {new}",
      "汇率由 {old} 变为 {new}", [("old", "3.7501"), ("new", "-3.75 to 4")]
    ),
    (
      "FEE_ADDED", "A fee of {amount} ({percent}) was added", "أُضيفت رسوم قدرها {amount} ({percent})",
      "已加收手续费 {amount}（{percent}）", [("amount", "12.50 SAR"), ("percent", "2.5%")]
    ),
    (
      "BRANCH_CLOSED", "Branch {branch} opens at {time}", "يفتح فرع {branch} الساعة {time}",
      "{branch}网点 {time} 开始营业",
      [("branch", "King Fahd Rd."), ("time", "08:30")]
    ),
    (
      "HOST_UNREACHABLE", "Host {host} cannot be reached: {reason}", "تعذّر الوصول إلى الخادم {host}: {reason}",
      "无法连接主机 {host}：{reason}", [("host", "10.0.0.1:8443"), ("reason", "timeout: 30 s (3/3)")]
    ),
    (
      "INVOICE_OVERDUE", "Invoice {number} is {days} days overdue", "تأخر سداد الفاتورة {number} مدة {days} يومًا",
      "发票 {number} 已逾期 {days} 天", [("number", "INV-2026/118"), ("days", "12")]
    ),
    (
      "ITEM_UNAVAILABLE", "'{'{item}'}' is sold out in {city}", "نفدت كمية «{item}» في {city}",
      "「{item}」在{city}已售罄",
      [("item", "Coffee \"دلة\" 咖啡壶"), ("city", "جدة")]
    ),
    (
      "REFUND_SENT",
      "{method, select, card {Refund of {amount} sent to your card} "
        + "other {Refund of {amount} sent to your wallet}}",
      "{method, select, card {أُعيد مبلغ {amount} إلى بطاقتك} other {أُعيد مبلغ {amount} إلى محفظتك}}",
      "{method, select, card {{amount} 已退回您的银行卡} other {{amount} 已退回您的钱包}}", [("amount", "SAR 99.00")]
    ),
    (
      "IBAN_MISTYPED", "IBAN {iban} has a wrong check digit", "رقم الآيبان {iban} يحتوي على خانة تحقق خاطئة",
      "IBAN {iban} 校验位有误", [("iban", "SA03 8000 0000 6080 1016 7519")]
    ),
    (
      "PRICE_RANGE", "Enter an amount between {low} and {high}", "أدخل مبلغًا بين {low} و{high}",
      "请输入 {low} 至 {high} 之间的金额",
      [("low", "10"), ("high", "5,000")]
    ),
    (
      "SESSION_MOVED", "Signed in on {device} in {city} at {time}",
      "تم تسجيل الدخول من {device} في {city} الساعة {time}",
      "已于 {time} 在{city}的 {device} 上登录", [("device", "iPhone 17"), ("city", "الرياض"), ("time", "23:59")]
    ),
    (
      "BATCH_PARTIAL", "{done}/{all} payouts of batch {batch} were sent",
      "أُرسلت {done}/{all} من دفعات الحزمة {batch}",
      "批次 {batch} 已发放 {done}/{all} 笔", [("done", "118"), ("all", "120"), ("batch", "B-7")]
    ),
    (
      "COUPON_USED", "Coupon {coupon} was already used by {name}", "سبق أن استخدم {name} القسيمة {coupon}",
      "优惠券 {coupon} 已被 {name} 使用", [("coupon", "EID%20"), ("name", "O'Brien")]
    ),
    (
      "WEBHOOK_FAILED", "Webhook {url} answered {status}", "أجاب الرابط {url} بالحالة {status}",
      "回调地址 {url} 返回 {status}",
      [("url", "https://shop.example/hook?id=1402&x=a+b"), ("status", "503")]
    ),
    (
      "WALLET_FROZEN", "Wallet {wallet} is frozen until {date}", "المحفظة {wallet} مجمّدة حتى {date}",
      "钱包 {wallet} 冻结至 {date}",
      [("wallet", "W#0042"), ("date", "٢٤/١١/٢٠٢٦")]
    ),
    (
      "LIMIT_CURRENCY", "Send at most {amount} {currency} a day", "أرسل {amount} {currency} في اليوم على الأكثر",
      "每天最多汇出 {amount} {currency}", [("amount", "500"), ("currency", "SAR")]
    ),
  ]
}

extension MessageValue {
  fileprivate var shown: String {
    switch self {
    case .text(let text): text
    case .number(let number): "\(number)"
    @unknown default: ""
    }
  }
}
