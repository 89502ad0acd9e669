import Glibc

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

    /// Why the system refused something, by its error number.
    public static func system(_ code: Int32) -> Message {
        let english = String(cString: strerror(code))
        return Message(english, systemReasons[code] ?? "系统错误（\(english)）")
    }

    private static let systemReasons: [Int32: String] = [
        ENOENT: "没有这个文件或文件夹", EACCES: "没有权限", EPERM: "不允许这样做", ENOSPC: "磁盘空间已满", EDQUOT: "磁盘配额已满", EROFS: "文件系统只读",
        EISDIR: "是文件夹", ENOTDIR: "不是文件夹", EIO: "读写出错", EMFILE: "打开的文件太多", ENFILE: "打开的文件太多", ENAMETOOLONG: "文件名太长",
        ELOOP: "符号链接层数太多", EFBIG: "文件太大", ENOMEM: "内存不足", EPIPE: "管道已关闭", EINTR: "已中断",
    ]

    public static let standardInput = Message("standard input", "标准输入")

    /// In the tongue of the moment.
    public var text: String {
        switch Tongue.current {
        case .english: english
        case .chinese: chinese
        }
    }
}
