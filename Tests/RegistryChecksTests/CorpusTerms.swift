import RegistryCatalog

/// The glossary with which the corpus is checked.
enum CorpusTerms {
  static let all: [Term] = [
    term("balance", ar: ("رصيد", ["أرصدة"]), zh: "余额", fr: "solde", ru: "баланс"),
    term("bank account", ar: ("الحساب البنكي", ["حسابان بنكيان"]), zh: "银行账户"),
    term("payee", ar: ("مستفيد", []), zh: "收款方", forbidden: ("المتلقي", "收款人")),
    term("merchant", ar: ("تاجر", ["تجار"]), zh: "商户", fr: "commerçant", ru: "продавец", otherRussian: ["продавца"]),
    term("message gateway", ar: ("بوابة الرسائل النصية", []), zh: "短信网关"),
    term("payment", ar: ("الدفع", []), zh: "支付", forbidden: ("السداد", "缴费")),
    term("payment on behalf", ar: ("الدفع نيابةً عن التاجر", []), zh: "代付"),
    term("account name", ar: ("اسم الحساب", []), zh: "账户名称", forbidden: ("الاسم", "账户")),
    term("customer", ar: ("عميل", []), zh: "客户"),
    term("customer ID", ar: ("معرّف العميل", []), zh: "客户 ID"),
    term("request", ar: ("طلب", []), zh: "请求"),
    term("refund", ar: ("استرداد", []), zh: "退款"),
    term("OTP", ar: ("رمز OTP", []), zh: "验证码", forbidden: ("كلمة المرور لمرة واحدة", "一次性密码"), synonym: "动态密码"),
    term("error (key, code)", ar: ("غير صحيح", []), zh: "错误"),
    term("error (account, system)", ar: ("خطأ", []), zh: "错误"),
  ]

  private static func term(
    _ source: String, ar: (String, [String]), zh: String, fr: String? = nil, ru: String? = nil,
    otherRussian: [String] = [], forbidden: (String, String)? = nil, synonym: String? = nil
  ) -> Term {
    var renderings: [LanguageTag: TermRendering] = [
      .arabic: TermRendering(ar.0, otherForms: ar.1, forbidden: [forbidden?.0].compactMap(\.self)),
      .simplifiedChinese: TermRendering(
        zh, synonyms: [synonym].compactMap(\.self), forbidden: [forbidden?.1].compactMap(\.self)),
    ]
    if let fr, let tag = LanguageTag("fr") { renderings[tag] = TermRendering(fr) }
    if let ru, let tag = LanguageTag("ru") { renderings[tag] = TermRendering(ru, otherForms: otherRussian) }
    return Term(source, renderings: renderings)
  }
}
