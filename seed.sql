-- Why: a new registry starts with the source page whole: 3 languages, 7 categories, 61 codes, each in English,
-- Arabic and Simplified Chinese, with the terms of its glossary, and with a history that accounts for every value.
-- English is the page's to the letter; the one correction: 1309 loses a stray Chinese character at its start.
-- What the page does not say stays NULL. The translations are in state translated: no one has reviewed them.
-- Terms keep one rendering throughout: docs/glossary.md shows those at the end of this file.
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

-- The glossary: how each term is rendered. In a list, ' | ' is between two words. Forbidden are words with another
-- meaning; synonyms have the same meaning, and find the term, but are not the words of these texts.

INSERT INTO term (source, note, revision) VALUES
  ('API key', 'APIKEY on the page', 1),
  ('API version', NULL, 1),
  ('approval', NULL, 1),
  ('automatic approval', NULL, 1),
  ('balance', NULL, 1),
  ('bank account', NULL, 1),
  ('business customer ID', '1301: duplicated within one request', 1),
  ('currency code', NULL, 1),
  ('customer', 'a person or a company, so 客户名称, not 客户姓名', 1),
  ('customer bank', 'the bank that holds the customer''s account', 1),
  ('customer ID', NULL, 1),
  ('duplicate', NULL, 1),
  ('error (account, system)', NULL, 1),
  ('error (key, code, format)', 'the value given is wrong', 1),
  ('exception', NULL, 1),
  ('failed', NULL, 1),
  ('ID', NULL, 1),
  ('inconsistent', 'file digests', 1),
  ('information', NULL, 1),
  ('invalid', NULL, 1),
  ('IP', '1205: the address is not allowed', 1),
  ('MD5', NULL, 1),
  ('merchant', NULL, 1),
  ('merchant key', NULL, 1),
  ('message gateway', 'sends SMS', 1),
  ('mismatch', NULL, 1),
  ('operation', NULL, 1),
  ('OTP', 'the one-time code; no second name for it', 1),
  ('OTP sending credentials', NULL, 1),
  ('OTP sending number', 'the phone that receives the code', 1),
  ('parameter', 'singular معلَمة, plural معلَمات', 1),
  ('payee', 'a person or a company, so not 收款人', 1),
  ('payee UID', 'Payeeuid on the page', 1),
  ('payment', 'a payout made for the merchant is a payment on behalf', 1),
  ('payment account', NULL, 1),
  ('payment method', NULL, 1),
  ('payment on behalf', 'a payout made for the merchant', 1),
  ('payment order', NULL, 1),
  ('product name', NULL, 1),
  ('reconciliation file', 'not التسوية, which is settlement (结算)', 1),
  ('request', NULL, 1),
  ('request header', NULL, 1),
  ('request rate limit', '“Trigger frequency limit” on the page', 1),
  ('signature', NULL, 1),
  ('STCPay account', 'the brand as the page writes it', 1),
  ('unsupported', NULL, 1),
  ('User Agent', 'the HTTP header, so its own spelling', 1),
  ('validation', NULL, 1),
  ('verification', NULL, 1);

-- English comes first: a term is rendered in the source language before any other.

INSERT INTO term_rendering (term, language, text, other_forms, synonyms, forbidden) VALUES
  ('API key', 'en', 'API key', 'APIKEY | API keys', 'access key', NULL),
  ('API version', 'en', 'API version', 'API versions', 'interface version', NULL),
  ('approval', 'en', 'approval', 'approvals', NULL, NULL),
  ('automatic approval', 'en', 'automatic approval', 'automatic approvals', 'auto approval | auto-approval', NULL),
  ('balance', 'en', 'balance', 'balances', 'funds', NULL),
  ('bank account', 'en', 'bank account', 'bank accounts', NULL, NULL),
  ('business customer ID', 'en', 'business customer ID', 'business customer IDs', 'business customer number', NULL),
  ('currency code', 'en', 'currency code', 'currency codes', NULL, NULL),
  ('customer', 'en', 'customer', 'customers', 'client', NULL),
  ('customer bank', 'en', 'customer bank', 'customer banks', NULL, NULL),
  ('customer ID', 'en', 'customer ID', 'customer IDs', 'customer number', NULL),
  ('duplicate', 'en', 'duplicate', 'duplicated | duplicates', 'repeated', NULL),
  ('error (account, system)', 'en', 'error', 'errors', NULL, NULL),
  ('error (key, code, format)', 'en', 'error', 'incorrect', 'wrong', NULL),
  ('exception', 'en', 'exception', 'exceptions', 'fault', NULL),
  ('failed', 'en', 'failed', 'fail | fails | failure', 'unsuccessful', NULL),
  ('ID', 'en', 'ID', 'IDs', 'identifier', NULL),
  ('inconsistent', 'en', 'inconsistent', NULL, NULL, NULL),
  ('information', 'en', 'information', NULL, 'details', NULL),
  ('invalid', 'en', 'invalid', NULL, 'not valid', NULL),
  ('IP', 'en', 'IP', 'IP address | IP addresses', NULL, NULL),
  ('MD5', 'en', 'MD5', NULL, 'MD5 checksum | MD5 digest', NULL),
  ('merchant', 'en', 'merchant', 'merchants', 'seller', NULL),
  ('merchant key', 'en', 'merchant key', 'merchant keys', NULL, NULL),
  ('message gateway', 'en', 'message gateway', 'message gateways', 'SMS gateway', NULL),
  ('mismatch', 'en', 'mismatch', 'mismatched | not matched | does not match', NULL, NULL),
  ('operation', 'en', 'operation', 'operations', NULL, NULL),
  ('OTP', 'en', 'OTP', 'OTP code | OTP codes | OTPs', 'one-time password | one-time passcode | one-time code | verification code | SMS code | passcode', NULL),
  ('OTP sending credentials', 'en', 'OTP sending credentials', NULL, NULL, NULL),
  ('OTP sending number', 'en', 'OTP sending number', 'OTP sending numbers', 'phone number | mobile number', NULL),
  ('parameter', 'en', 'parameter', 'parameters', NULL, NULL),
  ('payee', 'en', 'payee', 'payees', 'beneficiary | recipient', NULL),
  ('payee UID', 'en', 'payee UID', 'Payeeuid | payee UIDs', NULL, NULL),
  ('payment', 'en', 'payment', 'payments', NULL, NULL),
  ('payment account', 'en', 'payment account', 'payment accounts', NULL, NULL),
  ('payment method', 'en', 'payment method', 'payment methods', 'means of payment', NULL),
  ('payment on behalf', 'en', 'payment on behalf', 'payments on behalf | payment amount on behalf', 'payout | disbursement', NULL),
  ('payment order', 'en', 'payment order', 'payment orders', NULL, NULL),
  ('product name', 'en', 'product name', 'product names', NULL, NULL),
  ('reconciliation file', 'en', 'reconciliation file', 'reconciliation files', NULL, NULL),
  ('request', 'en', 'request', 'requests', NULL, NULL),
  ('request header', 'en', 'request header', 'request headers', NULL, NULL),
  ('request rate limit', 'en', 'request rate limit', 'frequency limit', 'rate limit | rate limiting | too many requests', NULL),
  ('signature', 'en', 'signature', 'signatures', 'digital signature', NULL),
  ('STCPay account', 'en', 'STCPay account', 'STCPay accounts', 'STC Pay account | stc pay', NULL),
  ('unsupported', 'en', 'unsupported', 'not supported', NULL, NULL),
  ('User Agent', 'en', 'User Agent', 'User-Agent | User Agents', NULL, NULL),
  ('validation', 'en', 'validation', 'validate | validated', NULL, NULL),
  ('verification', 'en', 'verification', 'verify | verified', NULL, NULL);

INSERT INTO term_rendering (term, language, text, other_forms, synonyms, forbidden) VALUES
  ('API key', 'ar', 'مفتاح API', 'مفاتيح API', 'مفتاح الواجهة البرمجية', NULL),
  ('API version', 'ar', 'إصدار API', 'إصدارات API', 'نسخة API', NULL),
  ('approval', 'ar', 'الموافقة', 'موافقة | الموافقات', 'الاعتماد', NULL),
  ('automatic approval', 'ar', 'الموافقة التلقائية', 'موافقة تلقائية', 'الموافقة الآلية | الاعتماد التلقائي', NULL),
  ('balance', 'ar', 'رصيد', 'الرصيد | أرصدة | الأرصدة', NULL, 'توازن | ميزان'),
  ('bank account', 'ar', 'الحساب البنكي', 'حساب بنكي | الحسابات البنكية | حسابات بنكية', 'الحساب المصرفي | حساب مصرفي', NULL),
  ('business customer ID', 'ar', 'معرّف عميل الأعمال', 'معرّفات عملاء الأعمال', 'رقم عميل الأعمال', NULL),
  ('currency code', 'ar', 'رمز العملة', 'رمز عملة | رموز العملات', 'كود العملة', NULL),
  ('customer', 'ar', 'عميل', 'العميل | عملاء | العملاء', 'زبون | زبائن', NULL),
  ('customer bank', 'ar', 'بنك العميل', 'بنوك العملاء', 'مصرف العميل', NULL),
  ('customer ID', 'ar', 'معرّف العميل', 'معرّف عميل | معرّفات العملاء', 'رقم العميل', NULL),
  ('duplicate', 'ar', 'مكرر', 'مكررة | المكرر | المكررة', 'متكرر | متكررة', NULL),
  ('error (account, system)', 'ar', 'خطأ', 'الخطأ | أخطاء | الأخطاء', 'غلط', NULL),
  ('error (key, code, format)', 'ar', 'غير صحيح', 'غير صحيحة', 'خاطئ | خاطئة', NULL),
  ('exception', 'ar', 'خلل', 'الخلل', 'عطل', 'استثناء'),
  ('failed', 'ar', 'فشل', 'فشلت | الفشل | فاشل | فاشلة | الفاشلة | يفشل | تفشل', 'تعذّر | أخفق', NULL),
  ('ID', 'ar', 'معرّف', 'المعرّف | معرّفات | المعرّفات', 'رقم تعريفي', NULL),
  ('inconsistent', 'ar', 'غير مطابق', 'غير مطابقة', 'غير متطابق | غير متطابقة', NULL),
  ('information', 'ar', 'معلومات', 'المعلومات', NULL, NULL),
  ('invalid', 'ar', 'غير صالح', 'غير صالحة', NULL, NULL),
  ('IP', 'ar', 'عنوان IP', 'عناوين IP', 'عنوان بروتوكول الإنترنت', NULL),
  ('MD5', 'ar', 'قيمة MD5', 'قيم MD5', 'بصمة MD5', NULL),
  ('merchant', 'ar', 'تاجر', 'التاجر | تجار | التجار', 'متجر | المتجر', NULL),
  ('merchant key', 'ar', 'مفتاح التاجر', 'مفتاح تاجر | مفاتيح التجار', NULL, NULL),
  ('message gateway', 'ar', 'بوابة الرسائل النصية', 'بوابة رسائل نصية | بوابات الرسائل النصية', 'بوابة الرسائل القصيرة | بوابة SMS', NULL),
  ('mismatch', 'ar', 'غير مطابق', 'غير مطابقة', 'غير متطابق | غير متطابقة', NULL),
  ('operation', 'ar', 'عملية', 'العملية | عمليات | العمليات', 'إجراء', NULL),
  ('OTP', 'ar', 'رمز OTP', 'رموز OTP', 'رمز التحقق | رمز لمرة واحدة | كلمة مرور لمرة واحدة | كلمة المرور لمرة واحدة | رمز التأكيد | رمز التفعيل', 'رمز الـ OTP'),
  ('OTP sending credentials', 'ar', 'بيانات الاعتماد الخاصة بإرسال رمز OTP', NULL, NULL, NULL),
  ('OTP sending number', 'ar', 'رقم الجوال المخصص لاستلام رمز OTP', NULL, 'رقم الجوال | رقم الهاتف | رقم الموبايل', NULL),
  ('parameter', 'ar', 'معلَمة', 'المعلَمة | معلَمات | المعلَمات', 'باراميتر | وسيط', NULL),
  ('payee', 'ar', 'مستفيد', 'المستفيد | مستفيدون | المستفيدون | مستفيدين | المستفيدين', 'المستلم | متلقي الدفعة', NULL),
  ('payee UID', 'ar', 'معرّف المستفيد (UID)', 'معرّفات المستفيدين (UID)', 'رقم المستفيد', NULL),
  ('payment', 'ar', 'الدفع', 'دفع | المدفوعات | مدفوعات', 'السداد', NULL),
  ('payment account', 'ar', 'حساب الدفع', 'حسابات الدفع', 'حساب السداد', NULL),
  ('payment method', 'ar', 'طريقة الدفع', 'طريقة دفع | طرق الدفع', 'وسيلة الدفع | وسائل الدفع', NULL),
  ('payment on behalf', 'ar', 'الدفع نيابةً عن التاجر', NULL, 'الدفع بالنيابة عن التاجر', NULL),
  ('payment order', 'ar', 'أمر الدفع', 'أوامر الدفع | أمر دفع', NULL, NULL),
  ('product name', 'ar', 'اسم المنتج', 'أسماء المنتجات | اسم منتج', NULL, NULL),
  ('reconciliation file', 'ar', 'ملف المطابقة', 'ملفات المطابقة | ملف مطابقة', 'ملف التسويات', 'التسوية | ملف التسوية'),
  ('request', 'ar', 'طلب', 'الطلب | طلبات | الطلبات | يطلب | تطلب | اطلب | طلبت', NULL, NULL),
  ('request header', 'ar', 'ترويسة الطلب', 'ترويسة طلب | ترويسات الطلب', 'رأس الطلب | ترويسة HTTP', NULL),
  ('request rate limit', 'ar', 'الحد الأقصى لمعدل الطلبات', NULL, 'تجاوز عدد الطلبات | حد معدل الطلبات', NULL),
  ('signature', 'ar', 'توقيع', 'التوقيع | توقيعات | التوقيعات', 'التوقيع الرقمي', NULL),
  ('STCPay account', 'ar', 'حساب STCPay', 'حسابات STCPay', 'حساب إس تي سي باي', NULL),
  ('unsupported', 'ar', 'غير مدعوم', 'غير مدعومة', NULL, NULL),
  ('User Agent', 'ar', 'وكيل المستخدم (User-Agent)', NULL, 'وكيل المستخدم | متصفح المستخدم', NULL),
  ('validation', 'ar', 'التحقق من صحة', 'التحقق من الصحة', 'التثبت من صحة', NULL),
  ('verification', 'ar', 'التحقق من', 'التحقق', NULL, NULL);

INSERT INTO term_rendering (term, language, text, other_forms, synonyms, forbidden) VALUES
  ('API key', 'zh-Hans', 'API 密钥', NULL, '接口密钥', 'API 秘钥'),
  ('API version', 'zh-Hans', 'API 版本', NULL, '接口版本', NULL),
  ('approval', 'zh-Hans', '审核', NULL, '审批 | 批准', NULL),
  ('automatic approval', 'zh-Hans', '自动审核', NULL, '自动审批 | 自动批准', NULL),
  ('balance', 'zh-Hans', '余额', NULL, '结余 | 账户余额', '平衡'),
  ('bank account', 'zh-Hans', '银行账户', NULL, '银行账号 | 银行户头', '银行帐户'),
  ('business customer ID', 'zh-Hans', '业务客户 ID', NULL, '业务客户编号 | 业务客户号', NULL),
  ('currency code', 'zh-Hans', '货币代码', NULL, '币种代码 | 币种', NULL),
  ('customer', 'zh-Hans', '客户', NULL, '顾客', '客户姓名'),
  ('customer bank', 'zh-Hans', '客户开户银行', NULL, '客户开户行 | 开户行 | 开户银行', NULL),
  ('customer ID', 'zh-Hans', '客户 ID', NULL, '客户编号 | 客户号', NULL),
  ('duplicate', 'zh-Hans', '重复', NULL, '重覆', NULL),
  ('error (account, system)', 'zh-Hans', '错误', NULL, '出错', NULL),
  ('error (key, code, format)', 'zh-Hans', '错误', NULL, '不正确 | 有误', NULL),
  ('exception', 'zh-Hans', '异常', NULL, '故障', '例外'),
  ('failed', 'zh-Hans', '失败', NULL, '未成功', NULL),
  ('ID', 'zh-Hans', 'ID', NULL, '标识 | 标识符 | 编号', NULL),
  ('inconsistent', 'zh-Hans', '不一致', NULL, NULL, NULL),
  ('information', 'zh-Hans', '信息', NULL, '资料', '资讯 | 讯息'),
  ('invalid', 'zh-Hans', '无效', NULL, '失效', NULL),
  ('IP', 'zh-Hans', 'IP 地址', NULL, '网络地址', NULL),
  ('MD5', 'zh-Hans', 'MD5', NULL, 'MD5 值 | MD5 校验值', NULL),
  ('merchant', 'zh-Hans', '商户', NULL, '商家', '商人'),
  ('merchant key', 'zh-Hans', '商户密钥', NULL, '商家密钥', '商户秘钥'),
  ('message gateway', 'zh-Hans', '短信网关', NULL, '短信通道', '消息网关'),
  ('mismatch', 'zh-Hans', '不匹配', NULL, '不符 | 不相符', NULL),
  ('operation', 'zh-Hans', '操作', NULL, NULL, NULL),
  ('OTP', 'zh-Hans', '验证码', NULL, '动态密码 | 动态口令 | 动态码 | 动态验证码 | 短信验证码 | 手机验证码 | 校验码 | 一次性密码 | 一次性验证码', 'OTP'),
  ('OTP sending credentials', 'zh-Hans', '验证码发送凭证', NULL, NULL, NULL),
  ('OTP sending number', 'zh-Hans', '接收验证码的手机号', NULL, '手机号 | 手机号码 | 电话号码', NULL),
  ('parameter', 'zh-Hans', '参数', NULL, '入参', NULL),
  ('payee', 'zh-Hans', '收款方', NULL, '收款商户', '收款人 | 受益人'),
  ('payee UID', 'zh-Hans', '收款方 UID', NULL, '收款方编号', '收款人 UID'),
  ('payment', 'zh-Hans', '支付', NULL, '付款', NULL),
  ('payment account', 'zh-Hans', '支付账户', NULL, '付款账户 | 支付账号', '支付帐户'),
  ('payment method', 'zh-Hans', '支付方式', NULL, '付款方式 | 支付渠道', NULL),
  ('payment on behalf', 'zh-Hans', '代付', NULL, '代发 | 代为付款', NULL),
  ('payment order', 'zh-Hans', '支付订单', NULL, '支付单 | 付款单', NULL),
  ('product name', 'zh-Hans', '产品名称', NULL, '产品名 | 商品名称', NULL),
  ('reconciliation file', 'zh-Hans', '对账文件', NULL, '对账单', '结算文件 | 对帐文件'),
  ('request', 'zh-Hans', '请求', NULL, '申请', NULL),
  ('request header', 'zh-Hans', '请求头', NULL, '请求标头 | 请求头部', NULL),
  ('request rate limit', 'zh-Hans', '请求频率上限', NULL, '频率限制 | 限流 | 请求过于频繁', NULL),
  ('signature', 'zh-Hans', '签名', NULL, '数字签名 | 验签', '签字'),
  ('STCPay account', 'zh-Hans', 'STCPay 账户', NULL, 'STC Pay 账户', 'STCPay 帐户'),
  ('unsupported', 'zh-Hans', '不支持', NULL, NULL, NULL),
  ('User Agent', 'zh-Hans', 'User-Agent', NULL, '用户代理 | UA', NULL),
  ('validation', 'zh-Hans', '校验', NULL, '验证', NULL),
  ('verification', 'zh-Hans', '校验', NULL, '验证 | 核验', NULL);

-- The history of operation 1, read off the rows above: one change for each field that has a value, in the order
-- languages, categories, codes, translations, terms. Unary + keeps a value's own type through UNION ALL.
INSERT INTO change (operation, sequence, entity, code, category, language, term, field, before, after)
WITH field_value (
  entity_order, row_order, language_order, field_order, entity, code, category, language, term, field, value
) AS (
  SELECT 1, position, 0, 1, 'language', NULL, NULL, tag, NULL, 'english_name', +english_name FROM language
  UNION ALL SELECT 1, position, 0, 2, 'language', NULL, NULL, tag, NULL, 'own_name',  +own_name  FROM language
  UNION ALL SELECT 1, position, 0, 3, 'language', NULL, NULL, tag, NULL, 'direction', +direction FROM language
  UNION ALL SELECT 1, position, 0, 4, 'language', NULL, NULL, tag, NULL, 'fallback',  +fallback  FROM language
  UNION ALL SELECT 1, position, 0, 5, 'language', NULL, NULL, tag, NULL, 'required',  +required  FROM language
  UNION ALL SELECT 1, position, 0, 6, 'language', NULL, NULL, tag, NULL, 'position',  +position  FROM language

  UNION ALL SELECT 2, position, 0, 1, 'category', NULL, key, NULL, NULL, 'position', +position FROM category
  UNION ALL SELECT 2, position, 0, 2, 'category', NULL, key, NULL, NULL, 'ranges', (
    SELECT group_concat(first || '-' || last, ' ')
      OVER (ORDER BY first ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
    FROM category_range WHERE category_range.category = category.key LIMIT 1
  ) FROM category
  UNION ALL SELECT 2, category.position, language.position, 3, 'category', NULL, key, tag, NULL, 'name', +name
    FROM category_name JOIN category ON key = category JOIN language ON tag = language

  UNION ALL SELECT 3, code, 0, 1, 'status_code', code, NULL, NULL, NULL, 'symbol',      +symbol      FROM status_code
  UNION ALL SELECT 3, code, 0, 2, 'status_code', code, NULL, NULL, NULL, 'category',    +category    FROM status_code
  UNION ALL SELECT 3, code, 0, 3, 'status_code', code, NULL, NULL, NULL, 'state',       +state       FROM status_code
  UNION ALL SELECT 3, code, 0, 4, 'status_code', code, NULL, NULL, NULL, 'replaced_by', +replaced_by FROM status_code
  UNION ALL SELECT 3, code, 0, 5, 'status_code', code, NULL, NULL, NULL, 'http_status', +http_status FROM status_code
  UNION ALL SELECT 3, code, 0, 6, 'status_code', code, NULL, NULL, NULL, 'retryable',   +retryable   FROM status_code
  UNION ALL SELECT 3, code, 0, 7, 'status_code', code, NULL, NULL, NULL, 'description', +description FROM status_code

  UNION ALL SELECT 4, code, position, 1, 'translation', code, NULL, tag, NULL, 'text', +text
    FROM translation JOIN language ON tag = language
  UNION ALL SELECT 4, code, position, 2, 'translation', code, NULL, tag, NULL, 'state', +state
    FROM translation JOIN language ON tag = language
  UNION ALL SELECT 4, code, position, 3, 'translation', code, NULL, tag, NULL, 'meaning_revision', +meaning_revision
    FROM translation JOIN language ON tag = language
  UNION ALL SELECT 4, code, position, 4, 'translation', code, NULL, tag, NULL, 'source_revision', +source_revision
    FROM translation JOIN language ON tag = language

  UNION ALL SELECT 5, source, 0, 1, 'term', NULL, NULL, NULL, source, 'source', +source FROM term
  UNION ALL SELECT 5, source, 0, 2, 'term', NULL, NULL, NULL, source, 'note',   +note   FROM term
  UNION ALL SELECT 5, term, position, 1, 'term_rendering', NULL, NULL, tag, term, 'text', +text
    FROM term_rendering JOIN language ON tag = language
  UNION ALL SELECT 5, term, position, 2, 'term_rendering', NULL, NULL, tag, term, 'other_forms', +other_forms
    FROM term_rendering JOIN language ON tag = language
  UNION ALL SELECT 5, term, position, 3, 'term_rendering', NULL, NULL, tag, term, 'synonyms', +synonyms
    FROM term_rendering JOIN language ON tag = language
  UNION ALL SELECT 5, term, position, 4, 'term_rendering', NULL, NULL, tag, term, 'forbidden', +forbidden
    FROM term_rendering JOIN language ON tag = language
)
SELECT 1, row_number() OVER (ORDER BY entity_order, row_order, language_order, field_order),
       entity, code, category, language, term, field, NULL, value
FROM field_value
WHERE value IS NOT NULL
ORDER BY entity_order, row_order, language_order, field_order;
