import RegistryCatalog
import RegistryTestSupport
@testable import TextFolding

/// What happens to a text on its way from a screen to the one who searches for it.
enum TextMutation: String, CaseIterable {
  case exact, folded, sentence, spacesLost, head, oneEdit, twoEdits

  /// The least share of texts that must be found first in all languages together and in each one, and among the first
  /// three in each one.
  ///
  /// Two of the English clips are the start of two texts, so that no search can do better than 96.7 % there.
  var target: (first: Double, language: Double, three: Double) {
    switch self {
    case .exact, .folded, .sentence, .spacesLost: (1, 1, 1)
    case .head: (0.97, 0.96, 1)
    case .oneEdit: (0.98, 0.98, 1)
    case .twoEdits: (0.96, 0.96, 0.98)
    }
  }

  /// How often the mutation is tried with each text.
  var rounds: Int { self == .oneEdit || self == .twoEdits ? 3 : 1 }

  /// Returns the changed text.
  func callAsFunction(_ text: String, in language: LanguageTag, using random: inout SeededGenerator) -> String {
    let letters = Array(text)
    switch self {
    case .exact: return text
    case .folded: return Self.folded(text, language)
    case .sentence: return Self.sentences(language).randomElement(using: &random)?.replacing("{}", with: text) ?? text
    case .spacesLost: return text.replacing(" ", with: "")
    case .head: return String(letters.prefix((letters.count * 2 + 2) / 3))
    case .oneEdit: return Self.edited(text, language, using: &random)
    case .twoEdits:
      let once = Self.edited(text, language, using: &random)
      return Self.edited(once, language, using: &random)
    }
  }

  /// Returns a text with one letter replaced, added, removed, or exchanged with its neighbor.
  private static func edited(_ text: String, _ language: LanguageTag, using random: inout SeededGenerator) -> String {
    var letters = Array(text)
    let alphabet = Array(
      language == .arabic
        ? "ابتثجحخدذرزسشصضطظعغفقكلمنهوي" : language == .english ? "abcdefghijklmnopqrstuvwxyz" : "的一是在不了有和人这中大为上个国我以要他")
    let place = Int.random(in: 0..<letters.count, using: &random)
    let letter = alphabet.randomElement(using: &random) ?? "x"
    switch Int.random(in: 0..<4, using: &random) {
    case 0: letters[place] = letter
    case 1: letters.insert(letter, at: place)
    case 2 where letters.count > 1: letters.remove(at: place)
    default: if place + 1 < letters.count { letters.swapAt(place, place + 1) } else { letters[place] = letter }
    }
    return String(letters)
  }

  /// Returns a text as others write it: in capitals and full width, without hamza and marks, or in traditional
  /// characters.
  private static func folded(_ text: String, _ language: LanguageTag) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.uppercased().unicodeScalars {
      switch scalar {
      case "أ", "إ", "آ": result.append("ا")
      case "ة": result.append("ه")
      case "ى": result.append("ی")
      case "ك": result.append("ک")
      case "!"..."~": result.append(Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar)
      default:
        if scalar.properties.generalCategory == .nonspacingMark { continue }
        result.append(language == .simplifiedChinese ? traditional[scalar] ?? scalar : scalar)
        // A tatweel stretches a word.
        if scalar == "ل" { result.append("\u{640}") }
      }
    }
    return String(result)
  }

  private static let traditional: [Unicode.Scalar: Unicode.Scalar] = {
    let scalars = Array(SimplifiedData.pairs.unicodeScalars)
    let pairs = stride(from: 0, to: scalars.count - 1, by: 2).map { (scalars[$0 + 1], scalars[$0]) }
    return Dictionary(pairs) { first, _ in first }
  }()

  private static func sentences(_ language: LanguageTag) -> [String] {
    switch language {
    case .arabic:
      [
        "السلام عليكم، عند محاولة الدفع ظهرت لي رسالة {}، ما الحل؟", "أحاول منذ الصباح وتظهر لي الرسالة التالية: {}",
        "{} هذا ما يظهر في التطبيق منذ أمس، أرجو المساعدة",
      ]
    case .english:
      [
        "Hello, when I try to pay my rent the app says: {}. What should I do?",
        "Since this morning I get the message {} on my phone", "{} - that is all I see, please help me",
      ]
    default: ["你好，我付款的时候页面提示{}，请问怎么处理？", "从昨天开始一直显示：{}", "{}，这是什么意思，麻烦帮我看一下"]
    }
  }
}
