// Made by scripts/plurals from CLDR 48 (plurals.xml, ordinals.xml, parentLocales.json). Do not edit.

/// The plural rules of CLDR 48, in short: `n % 100 = 3..10,13 or v != 0` is `n%100=3-10,13|v!0`.
///
/// A rule begins with its category, which is `z`, `1`, `2`, `f` or `m` for zero, one, two, few and many. Rules are
/// separated by `;`. What no rule includes is `other`.
enum PluralData {
  static let cardinal: [(locales: String, text: String)] = [
    (
      """
      af an asa az bal bem bez bg brx ce cgg chr ckb dv ee el eo eu fo fur gsw ha haw hu jgo jmc ka kaj kcg kk \
      kkj kl ks ksb ku ky lb lg mas mgo ml mn mr nah nb nd ne nn nnh no nr ny nyn om or os pap ps rm rof rwk saq \
      sd sdh seh sn so sq ss ssy st syr ta te teo tig tk tn tr ts ug uz ve vo vun wae xh xog
      """,
      "1n=1"
    ),
    (
      """
      bm bo dz hnj id ig ii in ja jbo jv jw kde kea km ko lkt lo ms my nqo osa root sah ses sg su th to tpi vi wo \
      yo yue zh
      """,
      ""
    ),
    ("ast de en et fi fy gl ia ie io ji lij nl sc sv sw ur yi", "1i=1&v=0"),
    (
      "ca it lld pt-AO pt-CH pt-CV pt-FR pt-GQ pt-GW pt-LU pt-MO pt-MZ pt-PT pt-ST pt-TL scn vec",
      "1i=1&v=0;me=0&i!0&i%1000000=0&v=0|e!0-5"
    ),
    ("am as bn doi fa gu hi kn kok kok-Latn pcm zu", "1i=0|n=1"),
    ("ak bho csw guw ln mg nso pa ti wa", "1n=0-1"),
    ("iu naq sat se sma smi smj smn sms", "1n=1;2n=2"),
    ("bs hr sh sr", "1v=0&i%10=1&i%100!11|f%10=1&f%100!11;fv=0&i%10=2-4&i%100!12-14|f%10=2-4&f%100!12-14"),
    ("blo cv ksh", "zn=0;1n=1"),
    ("ceb fil tl", "1v=0&i=1,2,3|v=0&i%10!4,6,9|v!0&f%10!4,6,9"),
    ("ff hy kab", "1i=0,1"),
    ("ar ars", "zn=0;1n=1;2n=2;fn%100=3-10;mn%100=11-99"),
    ("cs sk", "1i=1&v=0;fi=2-4&v=0;mv!0"),
    ("dsb hsb", "1v=0&i%100=1|f%100=1;2v=0&i%100=2|f%100=2;fv=0&i%100=3-4|f%100=3-4"),
    ("he iw", "1i=1&v=0|i=0&v!0;2i=2&v=0"),
    ("lv prg", "zn%10=0|n%100=11-19|v=2&f%100=11-19;1n%10=1&n%100!11|v=2&f%10=1&f%100!11|v!2&f%10=1"),
    ("mo ro", "1i=1&v=0;fv!0|n=0|n!1&n%100=1-19"),
    ("ru uk", "1v=0&i%10=1&i%100!11;fv=0&i%10=2-4&i%100!12-14;mv=0&i%10=0|v=0&i%10=5-9|v=0&i%100=11-14"),
    ("be", "1n%10=1&n%100!11;fn%10=2-4&n%100!12-14;mn%10=0|n%10=5-9|n%100=11-14"),
    ("br", "1n%10=1&n%100!11,71,91;2n%10=2&n%100!12,72,92;fn%10=3-4,9&n%100!10-19,70-79,90-99;mn!0&n%1000000=0"),
    ("cy", "zn=0;1n=1;2n=2;fn=3;mn=6"),
    ("da", "1n=1|t!0&i=0,1"),
    ("es", "1n=1;me=0&i!0&i%1000000=0&v=0|e!0-5"),
    ("fr", "1i=0,1;me=0&i!0&i%1000000=0&v=0|e!0-5"),
    ("ga", "1n=1;2n=2;fn=3-6;mn=7-10"),
    ("gd", "1n=1,11;2n=2,12;fn=3-10,13-19"),
    ("gv", "1v=0&i%10=1;2v=0&i%10=2;fv=0&i%100=0,20,40,60,80;mv!0"),
    ("is", "1t=0&i%10=1&i%100!11|t%10=1&t%100!11"),
    (
      "kw",
      """
      zn=0;1n=1;2n%100=2,22,42,62,82|n%1000=0&n%100000=1000-20000,40000,60000,80000|n!0&n%1000000=100000;\
      fn%100=3,23,43,63,83;mn!1&n%100=1,21,41,61,81
      """
    ),
    ("lag", "zn=0;1i=0,1&n!0"),
    ("lt", "1n%10=1&n%100!11-19;fn%10=2-9&n%100!11-19;mf!0"),
    ("mk", "1v=0&i%10=1&i%100!11|f%10=1&f%100!11"),
    ("mt", "1n=1;2n=2;fn=0|n%100=3-10;mn%100=11-19"),
    ("pl", "1i=1&v=0;fv=0&i%10=2-4&i%100!12-14;mv=0&i!1&i%10=0-1|v=0&i%10=5-9|v=0&i%100=12-14"),
    ("pt", "1i=0-1;me=0&i!0&i%1000000=0&v=0|e!0-5"),
    ("sgs", "1n%10=1&n%100!11;2n=2;fn!2&n%10=2-9&n%100!11-19;mf!0"),
    ("shi", "1i=0|n=1;fn=2-10"),
    ("si", "1n=0,1|i=0&f=1"),
    ("sl", "1v=0&i%100=1;2v=0&i%100=2;fv=0&i%100=3-4|v!0"),
    ("tzm", "1n=0-1|n=11-99"),
  ]

  /// The languages that are not listed have `other` only.
  static let ordinal: [(locales: String, text: String)] = [
    ("bal fil fr ga hy lo mo ms ro tl vi", "1n=1"),
    ("it lld sc vec", "mn=11,8,80,800"),
    ("kok kok-Latn mr", "1n=1;2n=2,3;fn=4"),
    ("as bn", "1n=1,5,7,8,9,10;2n=2,3;fn=4;mn=6"),
    ("gu hi", "1n=1;2n=2,3;fn=4;mn=6"),
    ("lij scn", "mn=11,8,80-89,800-899"),
    (
      "az",
      """
      1i%10=1,2,5,7,8|i%100=20,50,70,80;fi%10=3,4|i%1000=100,200,300,400,500,600,700,800,900;\
      mi=0|i%10=6|i%100=40,60,90
      """
    ),
    ("be", "fn%10=2,3&n%100!12,13"),
    ("blo", "zi=0;1i=1;fi=2,3,4,5,6"),
    ("ca", "1n=1,3;2n=2;fn=4"),
    ("cy", "zn=0,7,8,9;1n=1;2n=2;fn=3,4;mn=5,6"),
    ("en", "1n%10=1&n%100!11;2n%10=2&n%100!12;fn%10=3&n%100!13"),
    ("gd", "1n=1,11;2n=2,12;fn=3,13"),
    ("hu", "1n=1,5"),
    ("ka", "1i=1;mi=0|i%100=2-20,40,60,80"),
    ("kk", "mn%10=6|n%10=9|n%10=0&n!0"),
    ("kw", "1n=1-4|n%100=1-4,21-24,41-44,61-64,81-84;mn=5|n%100=5"),
    ("mk", "1i%10=1&i%100!11;2i%10=2&i%100!12;mi%10=7,8&i%100!17,18"),
    ("ne", "1n=1-4"),
    ("or", "1n=1,5,7-9;2n=2,3;fn=4;mn=6"),
    ("sq", "1n=1;mn%10=4&n%100!14"),
    ("sv", "1n%10=1,2&n%100!11,12"),
    ("tk", "fn%10=6,9|n=10"),
    ("uk", "fn%10=3&n%100!13"),
  ]
}
