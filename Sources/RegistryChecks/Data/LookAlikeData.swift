// Made by scripts/unicode from confusables.txt of UTS #39, © Unicode, Inc., under the Unicode License v3
// (https://www.unicode.org/license.txt), as in confusable-homoglyphs 3.3.1, under the MIT license.
// Do not edit.

/// The letters of other scripts that look like ASCII.
enum LookAlikeData {
  /// The 76 Cyrillic and Greek letters, each followed by the ASCII letter or digit that it looks like.
  static let pairs =
    """
    ͺiͿJΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXαaγyιiνvοoρpσoυuϒYϜFϨ2ϱpϲcϳjϹCϺMЅSІIЈJАAВBЕEЗ3КKМMНHОOРPСCТTУYХXЬbаa\
    б6гrеeоoрpсcуyхxѕsіiјjѡwѴVѵvҮYүyһhҽeӀIӏiӠ3ԁdԌGԛqԜWԝw
    """
}
