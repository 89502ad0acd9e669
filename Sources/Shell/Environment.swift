import Glibc

/// The variables of the process.
enum Environment {
    /// Nil where it is not set; may be empty.
    static subscript(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
