import Hummingbird
import HummingbirdCore

extension URI {
  /// The parameters of the query as a form sends them: a plus sign is a space (URL Standard, §5.1), which Hummingbird
  /// leaves as it is.
  var formParameters: FlatDictionary<Substring, Substring> {
    guard query?.contains("+") == true else { return queryParameters }
    return URI(string.replacing("+", with: "%20")).queryParameters
  }
}
