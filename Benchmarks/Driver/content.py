"""The codes and texts of the benchmark: the same for the same seed, on every machine.

Texts are put together from terms of payments products (docs/glossary.md has their renderings) and a rule's number, so
that nearly every one is different, as in a real registry. In UTF-8 English takes 30 to 60 bytes, Arabic 40 to 80,
Chinese 20 to 45.
"""
import random

# The subjects of the messages, in English, Arabic and Chinese.
THINGS = [
    ("Payment order", "أمر الدفع", "支付订单"),
    ("Refund request", "طلب الاسترداد", "退款申请"),
    ("Bank account", "الحساب البنكي", "银行账户"),
    ("Merchant key", "مفتاح التاجر", "商户密钥"),
    ("Merchant balance", "رصيد التاجر", "商户余额"),
    ("Currency code", "رمز العملة", "货币代码"),
    ("Payment method", "طريقة الدفع", "支付方式"),
    ("Payee UID", "معرّف المستفيد", "收款方 UID"),
    ("Reconciliation file", "ملف المطابقة", "对账文件"),
    ("Settlement batch", "دفعة التسوية", "结算批次"),
    ("Exchange rate", "سعر الصرف", "汇率"),
    ("Transfer limit", "حد التحويل", "转账限额"),
    ("Invoice", "الفاتورة", "账单"),
    ("Card token", "رمز البطاقة", "卡令牌"),
    ("Customer name", "اسم العميل", "客户名称"),
    ("Debit mandate", "تفويض الخصم", "扣款授权"),
]
# The actions that failed.
ACTIONS = [
    ("verified", "التحقق من", "校验"),
    ("updated", "تحديث", "更新"),
    ("created", "إنشاء", "创建"),
    ("cancelled", "إلغاء", "取消"),
    ("found", "العثور على", "找到"),
    ("sent", "إرسال", "发送"),
    ("confirmed", "تأكيد", "确认"),
    ("read", "قراءة", "读取"),
    ("saved", "حفظ", "保存"),
    ("locked", "قفل", "锁定"),
]
# The reasons for the failure.
REASONS = [
    ("try later", "يُرجى المحاولة لاحقًا", "请稍后重试"),
    ("balance too low", "الرصيد غير كافٍ", "余额不足"),
    ("request expired", "انتهت صلاحية الطلب", "请求已过期"),
    ("no answer", "لم يستجب البنك", "银行未响应"),
    ("limit reached", "تم بلوغ الحد الأقصى", "已达到上限"),
    ("no permission", "لا توجد صلاحية", "没有权限"),
    ("bad signature", "التوقيع غير صحيح", "签名错误"),
    ("account frozen", "الحساب مجمّد", "账户已冻结"),
    ("duplicate", "الطلب مكرر", "请求重复"),
    ("not supported", "غير مدعوم", "暂不支持"),
]


class Picker:
    """Random numbers from a seed. Python guarantees only that `random()` returns the same sequence in every version."""

    def __init__(self, seed):
        self.generator = random.Random(seed)

    def below(self, limit):
        return int(self.generator.random() * limit)

    def one(self, choices):
        return choices[self.below(len(choices))]


def texts(picker):
    """Returns one message in English, Arabic and Chinese, and the parts of its symbol."""
    thing, action, rule = picker.one(THINGS), picker.one(ACTIONS), 1 + picker.below(9_999)
    # Half of the messages contain a reason.
    english, arabic, chinese = picker.one(REASONS) if picker.below(2) else ("", "", "")
    return (
        f"{thing[0]} not {action[0]}{english and ': ' + english} (rule {rule})",
        f"تعذّر {action[1]} {thing[1]}{arabic and ': ' + arabic} #{rule}",
        f"无法{action[2]}{thing[2]}{chinese and '：' + chinese} #{rule}",
        f"{thing[0]}_NOT_{action[0]}".upper().replace(" ", "_"),
    )


def numbers(picker, count):
    """Returns ascending numbers like those of a real registry: runs with gaps, and unused hundreds."""
    start = 10_000
    while count:
        number, end = start, start + 20 + picker.below(60)
        while count and number < end:
            yield number
            count -= 1
            number += 1 if picker.below(8) else 2
        start += 100 * (1 if picker.below(4) else 2 + picker.below(3))


def codes(count):
    """Returns rows of number, symbol, state, HTTP status, retryable and the texts; a missing value is an empty text."""
    picker = Picker(f"codes {count}")
    for number in numbers(Picker(f"numbers {count}"), count):
        english, arabic, chinese, stem = texts(picker)
        is_told = picker.below(3) == 0
        status, retryable = (f"{picker.one([400, 402, 404, 409, 503])}", f"{picker.below(2)}") if is_told else ("", "")
        state = "active" if picker.below(100) else "deprecated"
        yield (number, f"{stem}_{number}", state, status, retryable, english, arabic, chinese)


def changed_texts(count):
    """Returns another text for each code and language, in the order of the codes."""
    picker = Picker(f"changed {count}")
    for number in numbers(Picker(f"numbers {count}"), count):
        for language, text in zip(("en", "ar", "zh-Hans"), texts(picker)):
            yield (number, language, text)


def keys(known, count):
    """Returns the sequence of codes to look up."""
    picker = Picker(f"keys {len(known)}")
    return [picker.one(known) for _ in range(count)]
