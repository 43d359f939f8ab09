// Made by scripts/plurals from CLDR 48 (numbers.json of each locale, numberingSystems.json). Do not edit.

/// The number formats of CLDR 48.
enum NumberData {
  /// The decimal sign, the group sign, the minus sign, the pattern of a percentage, and five digits: the sizes of the
  /// first and the further groups in a number and in a percentage, and the least number of digits before the first
  /// group sign. A locale that is not listed is formatted as the one without its last subtag.
  static let latin: [(locales: String, text: String)] = [
    (
      """
      ar-DZ ar-LB ar-LY ar-MA ar-MR ar-TN ast az bs el en-BE en-ES en-ID en-IT en-NL en-PL en-RO en-SI es-AR \
      es-BO es-CL es-CO es-EC es-PY es-UY es-VE fur fy id in is jgo jv jw kgp kkj lij lld ln lo lu mgh ms-Arab-BN \
      ms-BN ms-ID mua nl nnh pms pt rw sc scn seh sg sh sr su sw-CD vi vmw wo yrl
      """,
      ",|.|-|-#%|33331"
    ),
    (
      """
      af agq dyo en-CZ en-EE en-HU en-LT en-LV en-PT en-SK en-UA en-ZA es-CR ewo ff kab kea kk ksf ky nmg nr os \
      prg pt-AO sah shi ss szl tg ts tzm uk uz ve yav
      """,
      ",|\u{A0}|-|-#%|33331"
    ),
    (
      """
      az-Arab dje-Arab dyo-Arab es-419 es-BR es-BZ es-CU es-DO es-GT es-HN es-JP es-MX es-NI es-PA es-PE es-PR \
      es-SV es-US ff-Arab kk-Arab ks-Deva ku-Arab ky-Arab ky-Latn ml-Arab pa-Arab ta-MY ta-SG tg-Arab und wo-Arab
      """,
      ".|,|-|-#%|33331"
    ),
    (
      "bg hu hy ie ka lv pl pt-CH pt-CV pt-FR pt-GQ pt-GW pt-LU pt-MO pt-MZ pt-PT pt-ST pt-TL sq",
      ",|\u{A0}|-|-#%|33332"
    ),
    ("ca da de dsb en-AT en-DE en-DK fr-LU fr-MA gl hsb kl lb mk mo nds qu-BO rn ro", ",|.|-|-#\u{A0}%|33331"),
    ("bas br bua cs cv de-AT dua en-FI en-NO en-SE fr-CA ht ru sk smn tk tt zgh", ",|\u{A0}|-|-#\u{A0}%|33331"),
    ("as bn brx ccp en-IN gu hi pa sa ta xnr", ".|,|-|-#%|32321"),
    ("ba dje khq mfe ses twq tyv xh", ".|\u{A0}|-|-#%|33331"),
    ("fi ksh lt nb nn no se sv", ",|\u{A0}|\u{2212}|-#\u{A0}%|33331"),
    ("kok kxv ml mr ne or te", ".|,|-|-#%|32331"),
    ("en-FR en-GE eo fr-CH rm vec", ",|\u{202F}|-|-#%|33331"),
    ("de-CH de-LI en-CH tn", ".|'|-|-#%|33331"),
    ("ar-SA ar-SO", ".|,|-|-#\u{66A}|33331"),
    ("be ru-UA", ",|\u{A0}|-|-#\u{A0}%|33332"),
    ("ce qu", ".|,|-|-#\u{A0}%|33331"),
    ("fo hr", ",|.|\u{2212}|-#\u{A0}%|33331"),
    ("ia it", ",|.|-|-#%|33332"),
    ("ks nqo", ".|\u{60C}|-|-#%|33331"),
    ("ku tr", ",|.|-|-%#|33331"),
    ("lmo wae", ",|'|-|-#%|33331"),
    ("ps uz-Arab", ",|.|\u{2212}|-#%|33331"),
    ("bgn", "\u{66B}|\u{60C}|-|-#\u{66A}|33331"),
    ("blo", ",|\u{A0}|-|%\u{A0}-#|33221"),
    ("dz", ".|,|-|-#\u{A0}%|32321"),
    ("ee", ".|,|-|-#%|33333"),
    ("es", ",|.|-|-#\u{A0}%|33332"),
    ("et", ",|\u{A0}|\u{2212}|-#%|33332"),
    ("eu", ",|.|\u{2212}|-%\u{A0}#|33331"),
    ("fa", ".|,|\u{2212}|-#%|33331"),
    ("ff-Adlm", ".|\u{2E41}|-|-#%|33331"),
    ("fr", ",|\u{202F}|-|-#\u{A0}%|33331"),
    ("gsw", ".|'|\u{2212}|-#\u{A0}%|33331"),
    ("it-CH", ".|'|-|-#%|33332"),
    ("oc", ",|\u{A0}|-|-#\u{202F}%|33331"),
    ("sl", ",|.|\u{2212}|-#\u{A0}%|33332"),
    ("tok", ",|\u{A0}|-|-#%|22331"),
  ]

  /// The same with the locale's own digits, after the name of the numbering system.
  static let native: [(locales: String, text: String)] = [
    ("az-Arab bgn ks lrc mzn pa-Arab ps ug uz-Arab", "arabext|\u{66B}|\u{66C}|-|-#\u{66A}|33331"),
    ("brx hi ne sa xnr", "deva|.|,|-|-#%|32321"),
    ("ar dv ha-Arab sdh", "arab|\u{66B}|\u{66C}|\u{61C}-|-#\u{66A}\u{61C}|33331"),
    ("kok kxv-Deva mr", "deva|.|,|-|-#%|32331"),
    ("doi mai", "deva|.|,|-|-#%|33331"),
    ("jv jw", "java|,|.|-|-#%|33331"),
    ("kxv-Orya or", "orya|.|,|-|-#%|32331"),
    ("ta-MY ta-SG", "tamldec|.|,|-|-#%|33331"),
    ("as", "beng|.|,|-|-#%|32321"),
    ("bm-Nkoo", "nkoo|.|,|-|-#%|33331"),
    ("bn", "beng|.|,|-|-#%|32331"),
    ("bo", "tibt|.|,|-|-#%|33331"),
    ("ccp", "cakm|.|,|-|-#%|32331"),
    ("ckb", "arab|\u{66B}|\u{66C}|\u{200F}-|-#\u{A0}\u{66A}|33331"),
    ("dz", "tibt|.|,|-|-#\u{A0}%|32321"),
    ("fa", "arabext|\u{66B}|\u{66C}|\u{2212}|-#\u{66A}|33331"),
    ("ff-Adlm", "adlm|.|\u{2E41}|-|-#%|33331"),
    ("gu", "gujr|.|,|-|-#%|32331"),
    ("km", "khmr|,|.|-|-#%|33331"),
    ("kn", "knda|.|,|-|-#%|33331"),
    ("kxv-Telu", "telu|.|,|-|-#%|32331"),
    ("lo", "laoo|,|.|-|-#%|33331"),
    ("ml", "mlym|.|,|-|-#%|32331"),
    ("mn-Mong", "mong|.|,|-|-#%|33331"),
    ("my", "mymr|.|,|-|-#%|33331"),
    ("nqo", "nkoo|.|\u{60C}|-|-#%|33331"),
    ("pa", "guru|.|,|-|-#%|32321"),
    ("sd", "arab|.|\u{66C}|\u{61C}-|-#\u{66A}\u{61C}|33331"),
    ("ta", "tamldec|.|,|-|-#%|32321"),
    ("te", "telu|.|,|-|-#%|33331"),
    ("th", "thai|.|,|-|-#%|33331"),
    ("ur", "arabext|\u{66B}|\u{66C}|-|-#%|33331"),
    ("vai", "vaii|.|,|-|-#%|33331"),
  ]

  /// The numbering systems of CLDR with ten digits in a row, and the digit zero of each.
  static let zeros = """
    adlm:1E950 ahom:11730 arab:660 arabext:6F0 bali:1B50 beng:9E6 bhks:11C50 brah:11066 cakm:11136 cham:AA50 \
    deva:966 diak:11950 fullwide:FF10 gara:10D40 gong:11DA0 gonm:11D50 gujr:AE6 gukh:16130 guru:A66 hmng:16B50 \
    hmnp:1E140 java:A9D0 kali:A900 kawi:11F50 khmr:17E0 knda:CE6 krai:16D70 lana:1A80 lanatham:1A90 laoo:ED0 \
    latn:30 lepc:1C40 limb:1946 mathbold:1D7CE mathdbl:1D7D8 mathmono:1D7F6 mathsanb:1D7EC mathsans:1D7E2 mlym:D66 \
    modi:11650 mong:1810 mroo:16A60 mtei:ABF0 mymr:1040 mymrepka:116DA mymrpao:116D0 mymrshan:1090 mymrtlng:A9F0 \
    nagm:1E4F0 newa:11450 nkoo:7C0 olck:1C50 onao:1E5F1 orya:B66 osma:104A0 outlined:1CCF0 rohg:10D30 saur:A8D0 \
    segment:1FBF0 shrd:111D0 sind:112F0 sinh:DE6 sora:110F0 sund:1BB0 sunu:11BF0 takr:116C0 talu:19D0 tamldec:BE6 \
    telu:C66 thai:E50 tibt:F20 tirh:114D0 tnsa:16AC0 tols:11DE0 vaii:A620 wara:118E0 wcho:1E2F0
    """
}
