/// The tongues in which the program speaks. Commands are understood in both at all times.
public enum Tongue: String, Sendable, CaseIterable {
    case english = "en", chinese = "zh"

    /// The tongue of what is being answered now.
    @TaskLocal public static var current = Tongue.english

    /// Does `work` with what it says in this tongue.
    public func speaking<Result, Failure: Error>(_ work: () throws(Failure) -> Result) throws(Failure) -> Result {
        // `withValue` rethrows any error; only `Failure` can come.
        let result: Swift.Result<Result, Failure> = Tongue.$current.withValue(self) {
            do throws(Failure) { return .success(try work()) } catch { return .failure(error) }
        }
        return try result.get()
    }
}

/// Something said to people, in every tongue of the program. Each is said once, in a file of this folder, so that none can be
/// missing in one tongue.
public struct Message: Hashable, Sendable {
    public let english: String
    public let chinese: String

    public init(_ english: String, _ chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    /// In the tongue of the moment.
    public var text: String {
        switch Tongue.current {
        case .english: english
        case .chinese: chinese
        }
    }
}
