// Made by scripts/unicode from UnicodeData.txt,
// Unicode 15.0.0, © Unicode, Inc., under the Unicode License v3 (https://www.unicode.org/license.txt).
// Do not edit.

/// The letters of the Arabic presentation forms.
enum ArabicFormData {
  /// The first form, the number of forms that follow each other, and the code points of their letters.
  static let letters =
    """
    fb50:2:671 fb52:4:67b fb56:4:67e fb5a:4:680 fb5e:4:67a fb62:4:67f fb66:4:679 fb6a:4:6a4 fb6e:4:6a6 \
    fb72:4:684 fb76:4:683 fb7a:4:686 fb7e:4:687 fb82:2:68d fb84:2:68c fb86:2:68e fb88:2:688 fb8a:2:698 \
    fb8c:2:691 fb8e:4:6a9 fb92:4:6af fb96:4:6b3 fb9a:4:6b1 fb9e:2:6ba fba0:4:6bb fba4:2:6c0 fba6:4:6c1 \
    fbaa:4:6be fbae:2:6d2 fbb0:2:6d3 fbd3:4:6ad fbd7:2:6c7 fbd9:2:6c6 fbdb:2:6c8 fbdd:1:677 fbde:2:6cb \
    fbe0:2:6c5 fbe2:2:6c9 fbe4:4:6d0 fbe8:2:649 fbea:2:626,627 fbec:2:626,6d5 fbee:2:626,648 fbf0:2:626,6c7 \
    fbf2:2:626,6c6 fbf4:2:626,6c8 fbf6:3:626,6d0 fbf9:3:626,649 fbfc:4:6cc fe71:1:640,64b fe77:1:640,64e \
    fe79:1:640,64f fe7b:1:640,650 fe7d:1:640,651 fe7f:1:640,652 fe80:1:621 fe81:2:622 fe83:2:623 fe85:2:624 \
    fe87:2:625 fe89:4:626 fe8d:2:627 fe8f:4:628 fe93:2:629 fe95:4:62a fe99:4:62b fe9d:4:62c fea1:4:62d \
    fea5:4:62e fea9:2:62f feab:2:630 fead:2:631 feaf:2:632 feb1:4:633 feb5:4:634 feb9:4:635 febd:4:636 \
    fec1:4:637 fec5:4:638 fec9:4:639 fecd:4:63a fed1:4:641 fed5:4:642 fed9:4:643 fedd:4:644 fee1:4:645 \
    fee5:4:646 fee9:4:647 feed:2:648 feef:2:649 fef1:4:64a fef5:2:644,622 fef7:2:644,623 fef9:2:644,625 \
    fefb:2:644,627
    """
}
