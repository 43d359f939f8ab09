/// Sentences of customers that no code of the seed is about.
enum UnansweredQueries {
  static let all = english + arabic + chinese

  private static let english = [
    "thank you", "How do I change my email address?", "My card was declined at the supermarket",
    "When does the branch in Jeddah open?", "I forgot my username", "The parcel has not arrived yet",
    "Can I get a refund for the broken headphones?", "Please cancel my subscription", "The app crashes on my tablet",
    "Where can I download last year's invoices?", "I was charged twice on 3 March", "Is there a discount for students?",
    "Your website looks great", "I paid 1500 SAR and the seller never replied", "Which countries do you ship to?",
    "My daughter lost her phone yesterday", "Who do I talk to about a job?",
  ]

  private static let arabic = [
    "شكرًا جزيلًا", "البطاقة مرفوضة", "متى يفتح فرع جدة؟", "أين أجد فواتير السنة الماضية؟", "لم تصل الشحنة حتى الآن",
    "أريد إلغاء الاشتراك", "كيف أغيّر بريدي الإلكتروني؟", "نسيت كلمة المرور", "التطبيق بطيء جدًا اليوم",
    "هل يوجد خصم للطلاب؟", "خصمتم المبلغ مرتين يوم الأحد", "أريد استرداد ثمن السماعة", "ما هي رسوم التوصيل؟",
    "ضاع جوالي أمس", "دفعت 1500 ريال ولم يرد البائع", "كم يستغرق التحويل إلى مصر؟", "أبحث عن وظيفة لديكم",
  ]

  private static let chinese = [
    "谢谢", "怎么修改邮箱？", "包裹还没到", "我想退货", "去年的发票在哪里下载？", "请问几点营业", "能不能开发票", "忘记登录密码了", "手机昨天丢了",
    "有没有学生优惠？", "多扣了一次钱", "怎么注销会员", "运费是多少", "我付了1500元但卖家没有发货", "你们支持寄到澳门吗", "软件打开就闪退",
  ]
}
