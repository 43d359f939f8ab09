-- Why: a new registry starts with the source page whole: 3 languages, 7 categories, 61 codes, each in English,
-- Arabic and Simplified Chinese, and with a history that accounts for every value.
-- English is the page's to the letter; the one correction: 1309 loses a stray Chinese character at its start.
-- What the page does not say stays NULL. The translations are in state translated: no one has reviewed them.
-- Terms keep one rendering throughout: docs/glossary.md.
-- Runs once, after the migrations, within the caller's transaction.

-- The program has already inserted operation 1, with the real actor; plain sqlite3 has not.
INSERT INTO operation (id, at, actor, command, note)
SELECT 1, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 'seed', 'init', 'seed'
WHERE NOT EXISTS (SELECT 1 FROM operation);

-- Languages: English is the source, so it comes first.
INSERT INTO language (tag, english_name, own_name, direction, fallback, required, position, revision) VALUES
  ('en',      'English',            'English',  'ltr', NULL, 1, 1, 1),
  ('ar',      'Arabic',             'العربية',  'rtl', 'en', 1, 2, 1),
  ('zh-Hans', 'Simplified Chinese', '简体中文', 'ltr', 'en', 1, 3, 1);

-- Categories, the numbers that each owns, and their names.
INSERT INTO category (key, position, revision) VALUES
  ('public',   1, 1),
  ('data',     2, 1),
  ('secure',   3, 1),
  ('customer', 4, 1),
  ('payment',  5, 1),
  ('file',     6, 1),
  ('otp',      7, 1);

INSERT INTO category_range (first, last, category) VALUES
  ( 200,  200, 'public'),
  (1000, 1099, 'public'),
  (1100, 1199, 'data'),
  (1200, 1299, 'secure'),
  (1300, 1399, 'customer'),
  (1400, 1499, 'payment'),
  (1500, 1599, 'file'),
  (1600, 1699, 'otp');

INSERT INTO category_name (category, language, name) VALUES
  ('public',   'en', 'Public'),   ('public',   'ar', 'عام'),      ('public',   'zh-Hans', '公共'),
  ('data',     'en', 'Data'),     ('data',     'ar', 'البيانات'), ('data',     'zh-Hans', '数据'),
  ('secure',   'en', 'Secure'),   ('secure',   'ar', 'الأمان'),   ('secure',   'zh-Hans', '安全'),
  ('customer', 'en', 'Customer'), ('customer', 'ar', 'العملاء'),  ('customer', 'zh-Hans', '客户'),
  ('payment',  'en', 'Payment'),  ('payment',  'ar', 'الدفع'),    ('payment',  'zh-Hans', '支付'),
  ('file',     'en', 'File'),     ('file',     'ar', 'الملفات'),  ('file',     'zh-Hans', '文件'),
  ('otp',      'en', 'OTP'),      ('otp',      'ar', 'رمز OTP'),  ('otp',      'zh-Hans', '验证码');

-- The 61 codes.
CREATE TEMP TABLE seed_code (code, symbol, category, en, ar, zh_hans);

INSERT INTO temp.seed_code (code, symbol, category, en, ar, zh_hans) VALUES
  -- Public
  ( 200, 'SUCCESS',          'public', 'Success',          'تم التنفيذ بنجاح', '成功'),
  (1000, 'FAILED',           'public', 'Failed',           'فشل التنفيذ', '失败'),
  (1001, 'ADD_FAILED',       'public', 'Add failed',       'فشلت الإضافة', '添加失败'),
  (1002, 'QUERY_FAILED',     'public', 'Query failed',     'فشل الاستعلام', '查询失败'),
  (1003, 'UPDATE_FAILED',    'public', 'Update failed',    'فشل التحديث', '更新失败'),
  (1004, 'DELETE_FAILED',    'public', 'Delete failed',    'فشل الحذف', '删除失败'),
  (1005, 'OPERATION_FAILED', 'public', 'Operation failed', 'فشلت العملية', '操作失败'),
  -- Data
  (1100, 'DATA_ALREADY_EXISTS',         'data', 'Data exists',                 'البيانات موجودة مسبقًا', '数据已存在'),
  (1101, 'DATA_NOT_FOUND',              'data', 'Data does not exist',         'البيانات غير موجودة', '数据不存在'),
  (1102, 'MISSING_PARAMETER',           'data', 'Missing parameter',           'معلَمة مفقودة', '缺少参数'),
  (1103, 'PARAMETER_VALIDATION_FAILED', 'data', 'Parameter validation failed', 'فشل التحقق من صحة المعلَمات', '参数校验失败'),
  -- Secure
  (1200, 'MISSING_API_KEY',                  'secure', 'No APIKEY',                                                             'مفتاح API مفقود', '缺少 API 密钥'),
  (1201, 'INVALID_API_KEY',                  'secure', 'APIKEY error',                                                          'مفتاح API غير صحيح', 'API 密钥错误'),
  (1202, 'INVALID_MERCHANT_KEY',             'secure', 'Merchant key error',                                                    'مفتاح التاجر غير صحيح', '商户密钥错误'),
  (1203, 'PARAMETER_DECRYPTION_FAILED',      'secure', 'Parameter decryption failed (sensitive information decryption failed)', 'فشل فك تشفير المعلَمات (فشل فك تشفير المعلومات الحساسة)', '参数解密失败（敏感信息解密失败）'),
  (1204, 'REQUEST_EXPIRED',                  'secure', 'Request expiration',                                                    'انتهت صلاحية الطلب', '请求已过期'),
  (1205, 'IP_NOT_ALLOWED',                   'secure', 'IP illegal',                                                            'عنوان IP غير مسموح به', '该 IP 地址不允许访问'),
  (1206, 'SYSTEM_ENCRYPTION_ERROR',          'secure', 'System encryption error',                                               'خطأ تشفير في النظام', '系统加密错误'),
  (1207, 'ID_NOT_AVAILABLE',                 'secure', 'ID not available',                                                      'المعرّف غير متاح', 'ID 不可用'),
  (1208, 'MISSING_REQUEST_HEADER',           'secure', 'Missing request header',                                                'ترويسة الطلب مفقودة', '缺少请求头'),
  (1209, 'REQUEST_HEADER_VALIDATION_FAILED', 'secure', 'Request header validation failed',                                      'فشل التحقق من صحة ترويسة الطلب', '请求头校验失败'),
  (1210, 'INVALID_API_VERSION',              'secure', 'Invalid API version',                                                   'إصدار API غير صالح', 'API 版本无效'),
  (1211, 'USER_AGENT_VERIFICATION_FAILED',   'secure', 'User Agent verification failed',                                        'فشل التحقق من وكيل المستخدم (User-Agent)', 'User-Agent 校验失败'),
  (1212, 'RATE_LIMIT_REACHED',               'secure', 'Trigger frequency limit',                                               'تم بلوغ الحد الأقصى لمعدل الطلبات', '已达到请求频率上限'),
  (1213, 'SIGNATURE_VERIFICATION_FAILED',    'secure', 'Signature verification failed',                                         'فشل التحقق من التوقيع', '签名校验失败'),
  -- Customer
  (1300, 'CUSTOMER_STATUS_DISALLOWS_OPERATION',           'customer', 'The current status of the customer is not available for this operation',                   'لا تسمح حالة العميل الحالية بتنفيذ هذه العملية', '客户当前状态不允许执行此操作'),
  (1301, 'DUPLICATE_BUSINESS_CUSTOMER_ID_IN_REQUEST',     'customer', 'Request for duplicate business customer ID',                                               'معرّف عميل الأعمال مكرر في الطلب', '请求中的业务客户 ID 重复'),
  (1302, 'DUPLICATE_CUSTOMER_ID_UNDER_MERCHANT',          'customer', 'Duplicate customer ID under merchant',                                                     'معرّف العميل مكرر لدى التاجر', '商户下的客户 ID 重复'),
  (1303, 'PAYMENT_ACCOUNT_NOT_CONFIGURED',                'customer', 'Please configure the payment account',                                                     'يُرجى إعداد حساب الدفع', '请配置支付账户'),
  (1304, 'BANK_ACCOUNT_ERROR',                            'customer', 'Bank account error',                                                                       'خطأ في الحساب البنكي', '银行账户错误'),
  (1305, 'MISSING_CUSTOMER_NAME',                         'customer', 'Please fill in the customer name',                                                         'يُرجى إدخال اسم العميل', '请填写客户名称'),
  (1306, 'MISSING_CUSTOMER_BANK',                         'customer', 'Please fill in the customer bank',                                                         'يُرجى إدخال بنك العميل', '请填写客户开户银行'),
  (1307, 'STCPAY_ACCOUNT_ERROR',                          'customer', 'STCPay account error',                                                                     'خطأ في حساب STCPay', 'STCPay 账户错误'),
  (1308, 'AUTOMATIC_APPROVAL_NOT_ENABLED',                'customer', 'The customer has not enabled automatic approval',                                          'لم يفعّل العميل الموافقة التلقائية', '客户未开启自动审核'),
  (1309, 'STCPAY_APPROVAL_STATUS_DISALLOWS_OPERATION',    'customer', 'The current STCPay account approval status of the customer cannot perform this operation', 'لا تسمح حالة الموافقة الحالية على حساب STCPay الخاص بالعميل بتنفيذ هذه العملية', '客户当前的 STCPay 账户审核状态不允许执行此操作'),
  (1310, 'AUTOMATIC_APPROVAL_STATUS_DISALLOWS_OPERATION', 'customer', 'The current automatic approval status does not allow this operation',                      'لا تسمح حالة الموافقة التلقائية الحالية بتنفيذ هذه العملية', '当前自动审核状态不允许执行此操作'),
  (1311, 'CUSTOMER_INFORMATION_CHANGED',                  'customer', 'Customer information has been changed, please try again',                                  'تم تغيير معلومات العميل، يُرجى المحاولة مرة أخرى', '客户信息已变更，请重试'),
  -- Payment
  (1400, 'DUPLICATE_PAYEE_UID_IN_REQUEST',           'payment', 'Payeeuid duplicate in request',                                          'معرّف المستفيد (UID) مكرر في الطلب', '请求中的收款方 UID 重复'),
  (1401, 'DUPLICATE_PAYEE_UID_GLOBALLY',             'payment', 'Payeeuid duplicate in global',                                           'معرّف المستفيد (UID) مكرر على مستوى النظام', '收款方 UID 全局重复'),
  (1402, 'INSUFFICIENT_BALANCE',                     'payment', 'Insufficient balance',                                                   'الرصيد غير كافٍ', '余额不足'),
  (1403, 'UNSUPPORTED_PAYMENT_METHOD',               'payment', 'Unsupported payment method',                                             'طريقة الدفع غير مدعومة', '不支持该支付方式'),
  (1404, 'PAYMENT_ON_BEHALF_AMOUNT_NOT_POSITIVE',    'payment', 'The payment amount on behalf needs to be greater than 0',                'يجب أن يكون مبلغ الدفع نيابةً عن التاجر أكبر من 0', '代付金额必须大于 0'),
  (1405, 'MERCHANT_BALANCE_OPERATION_FAILED',        'payment', 'Merchant balance operation failed',                                      'فشلت العملية على رصيد التاجر', '商户余额操作失败'),
  (1406, 'PAYMENT_ORDER_STATUS_DISALLOWS_OPERATION', 'payment', 'The current status of the payment order does not allow this operation.', 'لا تسمح حالة أمر الدفع الحالية بتنفيذ هذه العملية.', '支付订单当前状态不允许执行此操作。'),
  (1407, 'UNSUPPORTED_CURRENCY_CODE',                'payment', 'Unsupported currency code',                                              'رمز العملة غير مدعوم', '不支持该货币代码'),
  -- File
  (1500, 'FILE_UPLOAD_FAILED',             'file', 'File upload failed',                                   'فشل رفع الملف', '文件上传失败'),
  (1501, 'FILE_MD5_MISMATCH',              'file', 'File MD5 is inconsistent',                             'قيمة MD5 للملف غير مطابقة', '文件 MD5 不一致'),
  (1502, 'RECONCILIATION_FILE_PROCESSING', 'file', 'The reconciliation file is currently being processed', 'تجري معالجة ملف المطابقة حاليًا', '对账文件正在处理中'),
  -- OTP
  (1600, 'OTP_SENDING_FAILED',               'otp', 'Send OTP failed',                            'فشل إرسال رمز OTP', '验证码发送失败'),
  (1601, 'MESSAGE_GATEWAY_ERROR',            'otp', 'Message gateway exception',                  'خلل في بوابة الرسائل النصية', '短信网关异常'),
  (1602, 'MESSAGE_GATEWAY_PUSH_FAILED',      'otp', 'Message gateway failed to push information', 'فشلت بوابة الرسائل النصية في إرسال المعلومات', '短信网关推送信息失败'),
  (1603, 'PRODUCT_NAME_NOT_CONFIGURED',      'otp', 'Product name not configured',                'لم يتم إعداد اسم المنتج', '未配置产品名称'),
  (1604, 'PRODUCT_NAME_NOT_FOUND',           'otp', 'The product name does not exist',            'اسم المنتج غير موجود', '产品名称不存在'),
  (1605, 'INVALID_OTP_TYPE',                 'otp', 'OTP type is invalid',                        'نوع رمز OTP غير صالح', '验证码类型无效'),
  (1606, 'OTP_VERIFICATION_FAILED',          'otp', 'OTP verification failed',                    'فشل التحقق من رمز OTP', '验证码校验失败'),
  (1607, 'OTP_INVALID_OR_EXPIRED',           'otp', 'OTP code is invalid or has expired',         'رمز OTP غير صالح أو منتهي الصلاحية', '验证码无效或已过期'),
  (1608, 'OTP_PHONE_NUMBER_MISMATCH',        'otp', 'OTP sending number mismatch',                'رقم الجوال المخصص لاستلام رمز OTP غير مطابق', '接收验证码的手机号不匹配'),
  (1609, 'INCORRECT_OTP',                    'otp', 'OTP code error',                             'رمز OTP غير صحيح', '验证码错误'),
  (1610, 'OTP_SENDING_CREDENTIALS_MISMATCH', 'otp', 'OTP sending credentials not matched',        'بيانات الاعتماد الخاصة بإرسال رمز OTP غير مطابقة', '验证码发送凭证不匹配'),
  (1611, 'OTP_SENDING_IN_PROGRESS',          'otp', 'OTP is currently being sent',                'يجري إرسال رمز OTP حاليًا', '验证码正在发送中'),
  (1612, 'INVALID_OTP_PHONE_NUMBER_FORMAT',  'otp', 'OTP sending number format error',            'صيغة رقم الجوال المخصص لاستلام رمز OTP غير صحيحة', '接收验证码的手机号格式错误');

INSERT INTO status_code (code, symbol, category, revision)
SELECT code, symbol, category, 1 FROM temp.seed_code ORDER BY code;

INSERT INTO translation (code, language, text, state, meaning_revision, source_revision, revision)
SELECT code, 'en', en, 'translated', 1, 1, 1 FROM temp.seed_code
UNION ALL
SELECT code, 'ar', ar, 'translated', 1, 1, 1 FROM temp.seed_code
UNION ALL
SELECT code, 'zh-Hans', zh_hans, 'translated', 1, 1, 1 FROM temp.seed_code;

DROP TABLE temp.seed_code;

-- The history of operation 1, read off the rows above: one change for each field that has a value, in the order
-- languages, categories, codes, translations. Unary + keeps a value's own type through UNION ALL.
INSERT INTO change (operation, sequence, entity, code, category, language, field, before, after)
WITH field_value (entity_order, row_order, language_order, field_order, entity, code, category, language, field, value) AS (
  SELECT 1, position, 0, 1, 'language', NULL, NULL, tag, 'english_name', +english_name FROM language
  UNION ALL SELECT 1, position, 0, 2, 'language', NULL, NULL, tag, 'own_name',  +own_name  FROM language
  UNION ALL SELECT 1, position, 0, 3, 'language', NULL, NULL, tag, 'direction', +direction FROM language
  UNION ALL SELECT 1, position, 0, 4, 'language', NULL, NULL, tag, 'fallback',  +fallback  FROM language
  UNION ALL SELECT 1, position, 0, 5, 'language', NULL, NULL, tag, 'required',  +required  FROM language
  UNION ALL SELECT 1, position, 0, 6, 'language', NULL, NULL, tag, 'position',  +position  FROM language

  UNION ALL SELECT 2, position, 0, 1, 'category', NULL, key, NULL, 'position', +position FROM category
  UNION ALL SELECT 2, position, 0, 2, 'category', NULL, key, NULL, 'ranges', (
    SELECT group_concat(first || '-' || last, ' ')
      OVER (ORDER BY first ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
    FROM category_range WHERE category_range.category = category.key LIMIT 1
  ) FROM category
  UNION ALL SELECT 2, category.position, language.position, 3, 'category', NULL, key, tag, 'name', +name
    FROM category_name JOIN category ON key = category JOIN language ON tag = language

  UNION ALL SELECT 3, code, 0, 1, 'status_code', code, NULL, NULL, 'symbol',      +symbol      FROM status_code
  UNION ALL SELECT 3, code, 0, 2, 'status_code', code, NULL, NULL, 'category',    +category    FROM status_code
  UNION ALL SELECT 3, code, 0, 3, 'status_code', code, NULL, NULL, 'state',       +state       FROM status_code
  UNION ALL SELECT 3, code, 0, 4, 'status_code', code, NULL, NULL, 'replaced_by', +replaced_by FROM status_code
  UNION ALL SELECT 3, code, 0, 5, 'status_code', code, NULL, NULL, 'http_status', +http_status FROM status_code
  UNION ALL SELECT 3, code, 0, 6, 'status_code', code, NULL, NULL, 'retryable',   +retryable   FROM status_code
  UNION ALL SELECT 3, code, 0, 7, 'status_code', code, NULL, NULL, 'description', +description FROM status_code

  UNION ALL SELECT 4, code, position, 1, 'translation', code, NULL, tag, 'text', +text
    FROM translation JOIN language ON tag = language
  UNION ALL SELECT 4, code, position, 2, 'translation', code, NULL, tag, 'state', +state
    FROM translation JOIN language ON tag = language
  UNION ALL SELECT 4, code, position, 3, 'translation', code, NULL, tag, 'meaning_revision', +meaning_revision
    FROM translation JOIN language ON tag = language
  UNION ALL SELECT 4, code, position, 4, 'translation', code, NULL, tag, 'source_revision', +source_revision
    FROM translation JOIN language ON tag = language
)
SELECT 1, row_number() OVER (ORDER BY entity_order, row_order, language_order, field_order),
       entity, code, category, language, field, NULL, value
FROM field_value
WHERE value IS NOT NULL
ORDER BY entity_order, row_order, language_order, field_order;
