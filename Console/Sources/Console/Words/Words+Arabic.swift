import Registry

extension Words {
  /// The words in Arabic.
  static let arabic = Words(
    Language(
      tag: .arabic, englishName: "Arabic", ownName: "العربية", direction: .rightToLeft, fallback: .english,
      isRequired: true, position: 2),
    [
      .title: "رموز الحالة", .skip: "انتقل إلى المحتوى", .find: "بحث",
      .findLabel: "ابحث عن رمز، أو عن نص ظهر للعميل", .signedInAs: "المستخدم: {name}", .signOut: "تسجيل الخروج",
      .interfaceLanguage: "لغة هذه الصفحة", .show: "عرض", .more: "المزيد", .previous: "الصفحة السابقة",
      .next: "الصفحة التالية", .yes: "نعم", .no: "لا", .none: "لا يوجد",
      .navWork: "مهامي", .navCodes: "الرموز", .navTexts: "النصوص", .navReview: "المراجعة",
      .navHistory: "سجل التغييرات", .navGlossary: "المصطلحات", .navChecks: "الفحوص", .navDoctor: "سلامة البيانات",
      .navHelp: "المساعدة",
      .signIn: "تسجيل الدخول", .signInAs: "تسجيل الدخول باسم {name}", .signInNeeded: "لم تسجّل الدخول بعد.",
      .signInHow:
        "افتح الرابط الذي عُرض عند بدء تشغيل اللوحة. للحصول على رابط جديد، اضغط Enter في النافذة التي تعمل فيها اللوحة.",
      .spentLink: "استُخدم هذا الرابط من قبل، أو مضى على إنشائه أكثر من 10 دقائق.", .signedOut: "تم تسجيل الخروج.",
      .keptText: "ما كتبته محفوظ في هذه الصفحة.",
      .keptTextHow:
        "سجّل الدخول برابط جديد في علامة تبويب أخرى، ثم عُد إلى هذه الصفحة وتابع من هنا. لم يُحفظ شيء في السجل بعد.",
      .continueSaving: "متابعة بما كتبته",
      .errorTitle: "تعذّر تنفيذ الطلب", .notFound: "لا توجد صفحة أو رمز أو عملية بهذا العنوان.",
      .forbidden: "لا تستجيب هذه اللوحة للطلبات الموجهة إلى ذلك العنوان.",
      .foreignOrigin: "ورد الطلب من موقع آخر، لذلك لم يتغير شيء.",
      .badForm: "تعذّرت قراءة النموذج، لذلك لم يتغير شيء.", .tooLarge: "حجم النموذج كبير جدًا، لذلك لم يتغير شيء.",
      .failed: "تعذّر على اللوحة تنفيذ الطلب. لم يتغير شيء.", .whatNow: "ما يمكنك فعله",
      .requestNumber: "رقم هذا الطلب في سجل التشغيل: {number}",
      .registryMoved: "يجب تحديث السجل قبل استخدامه: نفّذ الأمر admin migrate ثم أعد تحميل هذه الصفحة.",
      .registryBusy: "يكتب مستخدم آخر في السجل الآن. أعد المحاولة.",
      .code: "الرمز", .symbol: "الاسم الثابت", .category: "الفئة", .state: "الحالة", .text: "النص",
      .language: "اللغة", .revision: "المراجعة رقم", .source: "النص الأصلي", .description: "الوصف",
      .httpStatus: "حالة HTTP", .retryable: "يمكن إعادة المحاولة", .replacedBy: "البديل",
      .active: "مستخدم", .deprecated: "غير موصى به", .retired: "متقاعد", .initial: "أولي", .translated: "مترجم",
      .reviewed: "مراجَع", .final: "نهائي", .missing: "مفقود", .stale: "يحتاج إلى مراجعة المعنى",
      .unfit: "لا يصلح للإصدار",
      .author: "الكاتب", .writtenAt: "تاريخ الكتابة", .added: "أضيف:", .removed: "حُذف:",
      .seedText: "ضمن المحتوى الأولي", .arguments: "الوسائط", .noArguments: "بلا وسائط",
      .workTitle: "مهامي", .workNothing: "لا شيء ينتظرك.",
      .workMissing:
        "{count, plural, zero {لا نصوص مفقودة} one {نص واحد مفقود} two {نصان مفقودان} few {# نصوص مفقودة} many {# نصًا مفقودًا} other {# نص مفقود}}",
      .workUnfit:
        "{count, plural, zero {لا نصوص غير صالحة للإصدار} one {نص واحد لا يصلح للإصدار} two {نصان لا يصلحان للإصدار} few {# نصوص لا تصلح للإصدار} many {# نصًا لا يصلح للإصدار} other {# نص لا يصلح للإصدار}}",
      .workStale:
        "{count, plural, zero {لا نصوص تحتاج إلى مراجعة المعنى} one {نص واحد يحتاج إلى مراجعة المعنى} two {نصان يحتاجان إلى مراجعة المعنى} few {# نصوص تحتاج إلى مراجعة المعنى} many {# نصًا يحتاج إلى مراجعة المعنى} other {# نص يحتاج إلى مراجعة المعنى}}",
      .workReview:
        "{count, plural, zero {لا نصوص بانتظار المراجعة} one {نص واحد بانتظار المراجعة} two {نصان بانتظار المراجعة} few {# نصوص بانتظار المراجعة} many {# نصًا بانتظار المراجعة} other {# نص بانتظار المراجعة}}",
      .workStart: "ابدأ", .lately: "آخر التغييرات", .latelyNothing: "لا تغييرات بعد.", .release: "آخر إصدار",
      .noRelease: "لا يوجد إصدار بعد.",
      .changesSince:
        "{count, plural, =0 {لا تغييرات بعده} zero {لا تغييرات بعده} one {عملية واحدة بعده} two {عمليتان بعده} few {# عمليات بعده} many {# عملية بعده} other {# عملية بعده}}",
      .codesTitle: "الرموز",
      .codeCount:
        "{count, plural, zero {لا رموز} one {رمز واحد} two {رمزان} few {# رموز} many {# رمزًا} other {# رمز}}",
      .allCategories: "كل الفئات", .allStates: "كل الحالات", .allLanguages: "كل اللغات", .filter: "تصفية",
      .textsTitle: "النصوص",
      .textCount: "{count, plural, zero {لا نصوص} one {نص واحد} two {نصان} few {# نصوص} many {# نصًا} other {# نص}}",
      .nothingMatches: "لا نتائج.", .onlyMissing: "النصوص المفقودة فقط",
      .onlyStale: "النصوص التي تحتاج إلى مراجعة المعنى فقط",
      .newerCode: "الرمز التالي: {code}", .olderCode: "الرمز السابق: {code}", .codeHistory: "سجل تغييرات هذا الرمز",
      .edit: "تعديل", .save: "حفظ", .saveNext: "حفظ والانتقال إلى التالي", .why: "السبب (للزملاء)",
      .whyHint: "يظهر في سجل التغييرات.", .insertArgument: "إدراج", .insertTerm: "المصطلحات",
      .sourceChanged: "تغيّر النص الأصلي بعد كتابة هذا النص:", .confirm: "ما زال صحيحًا: تأكيد",
      .confirmHint: "يؤكد هذا النص كما هو.",
      .dropsReview: "حفظ نص آخر يعيد الحالة إلى «مترجم»، ويجب أن يراجعه شخص آخر من جديد.",
      .unset: "حذف هذا النص", .preview: "كما يظهر للعميل",
      .impactQuestion: "ما الذي غيّرته في {language}؟", .impactTypo: "خطأ كتابي: لا تتأثر الترجمات.",
      .impactMinor: "تغيّر المعنى قليلًا: تحتاج الترجمات إلى مراجعة المعنى، ويمكن إصدارها مع ذلك.",
      .impactMajor: "تغيّر المعنى: لا يجوز إصدار الترجمات حتى يراجعها أحد.",
      .impactNeeded: "حدّد أثر تغيير النص الأصلي على الترجمات.",
      .saved: "تم الحفظ: {what}، العملية {number}.", .savedNothing: "لم يتغير شيء.",
      .alreadySo: "هو كذلك من قبل؛ لم يتغير شيء.", .undo: "تراجع",
      .undone: "تم التراجع عن العملية {number} (العملية {undo}).", .undoNothing: "لم يبقَ ما يمكن التراجع عنه.",
      .conflictTitle: "غيّر شخص آخر هذا النص",
      .conflictWho: "غيّر {name} نص الرمز {code} باللغة {language} أثناء تعديلك.",
      .conflictBase: "بدأت من", .conflictTheirs: "المحفوظ الآن", .conflictMine: "نصك",
      .conflictKeepTheirs: "الإبقاء على المحفوظ", .conflictUseMine: "حفظ نصي بدلًا منه",
      .conflictEditMine: "تعديل نصي ثم حفظه",
      .conflictSafe: "لن يضيع شيء: أيًا كان اختيارك، يبقى النصان في سجل التغييرات أو في هذه الصفحة.",
      .conflictOthersSaved: "حُفظت نصوصك في اللغات الأخرى.", .conflictReason: "السبب المذكور:",
      .missingText: "لم يكن هناك نص",
      .reviewTitle: "المراجعة",
      .reviewCount:
        "{count, plural, zero {لا نصوص للآخرين بانتظار المراجعة} one {نص واحد لغيرك بانتظار المراجعة} two {نصان لغيرك بانتظار المراجعة} few {# نصوص لغيرك بانتظار المراجعة} many {# نصًا لغيرك بانتظار المراجعة} other {# نص لغيرك بانتظار المراجعة}}",
      .reviewNothing: "لا نصوص للآخرين بانتظار المراجعة.",
      .reviewOwn:
        "{count, plural, =0 {} zero {} one {كتبت نصًا واحدًا آخر يجب أن يراجعه غيرك.} two {كتبت نصين آخرين يجب أن يراجعهما غيرك.} few {كتبت # نصوص أخرى يجب أن يراجعها غيرك.} many {كتبت # نصًا آخر يجب أن يراجعها غيرك.} other {كتبت # نص آخر يجب أن يراجعها غيرك.}}",
      .accept: "قبول كمراجَع", .acceptFinal: "قبول كنهائي", .acceptNone: "اختر نصًا واحدًا على الأقل.",
      .accepted:
        "{count, plural, zero {لم يُقبل أي نص} one {قُبل نص واحد} two {قُبل نصان} few {قُبلت # نصوص} many {قُبل # نصًا} other {قُبل # نص}}، العملية {number}.",
      .reviewChanged:
        "{count, plural, zero {لم يتغير أي نص أثناء قراءتك.} one {تغيّر نص واحد أثناء قراءتك. يُعرض من جديد، ولم يُقبل شيء.} two {تغيّر نصان أثناء قراءتك. يُعرضان من جديد، ولم يُقبل شيء.} few {تغيّرت # نصوص أثناء قراءتك. تُعرض من جديد، ولم يُقبل شيء.} many {تغيّر # نصًا أثناء قراءتك. تُعرض من جديد، ولم يُقبل شيء.} other {تغيّر # نص أثناء قراءتك. تُعرض من جديد، ولم يُقبل شيء.}}",
      .historyTitle: "سجل التغييرات", .operation: "العملية {number}", .by: "بواسطة", .note: "السبب",
      .changeCount:
        "{count, plural, zero {لا تغييرات} one {تغيير واحد} two {تغييران} few {# تغييرات} many {# تغييرًا} other {# تغيير}}",
      .undoneBy: "تم التراجع عنها بالعملية {number}", .undoes: "تراجع عن العملية {number}",
      .redoes: "إعادة تنفيذ العملية {number}", .operationTitle: "العملية {number}",
      .canGoBack: "التغييرات التي سيتم التراجع عنها:",
      .leftAlone: "تغيّرت هذه بعد ذلك، وستبقى كما هي:",
      .cannotUndo: "لا يمكن التراجع عن أي شيء في هذه العملية.", .undoThis: "التراجع عن هذه العملية",
      .undoReason: "ما سبب التراجع؟", .before: "قبل", .after: "بعد", .now: "الآن",
      .onlyFor: "عمليات {name} فقط", .allPeople: "كل المستخدمين",
      .doctorTitle: "سلامة البيانات", .doctorFine: "كل شيء سليم.",
      .doctorFindings:
        "{count, plural, zero {لا مشكلات} one {مشكلة واحدة} two {مشكلتان} few {# مشكلات} many {# مشكلة} other {# مشكلة}}",
      .doctorChecked:
        "قورن المحفوظ بسجل التغييرات: {operations, plural, zero {لا عمليات} one {عملية واحدة} two {عمليتان} few {# عمليات} many {# عملية} other {# عملية}}، و{changes, plural, zero {لا تغييرات} one {تغيير واحد} two {تغييران} few {# تغييرات} many {# تغييرًا} other {# تغيير}}.",
      .finding: "المشكلة",
      .helpTitle: "المساعدة", .keysTitle: "مفاتيح الاختصار",
    ])
}
