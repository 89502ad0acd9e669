import Glibc

/// The variables of the process.
public enum Environment {
    /// Nil where it is not set; may be empty.
    public static subscript(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
