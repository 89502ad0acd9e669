import Documents
import Glibc

/// Where things lie.
enum Path {
    static var workingFolder: String {
        guard let folder = getcwd(nil, 0) else { return "." }
        defer { free(folder) }
        return String(cString: folder)
    }

    /// `Data/documents` or another folder beside the program's package: in the folder of the executable or the nearest above it
    /// that has one. Given relative to the working folder where it lies below that.
    static func besideProgram(_ folder: String) -> String? {
        guard let program = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(program) }
        var parts = String(cString: program).split(separator: "/")
        while !parts.isEmpty {
            parts.removeLast()
            let candidate = "/" + (parts + [folder[...]]).joined(separator: "/")
            if FileSystem.isFolder(candidate) { return shortened(candidate) }
        }
        return nil
    }

    /// A program in the folder of this one; nil where it is not there.
    static func besideExecutable(_ name: String) -> String? {
        guard let program = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(program) }
        let folder = String(cString: program).split(separator: "/").dropLast().joined(separator: "/")
        let candidate = "/" + folder + "/" + name
        return access(candidate, X_OK) == 0 ? candidate : nil
    }

    private static func shortened(_ path: String) -> String {
        let base = workingFolder + "/"
        return path.hasPrefix(base) ? String(path.dropFirst(base.count)) : path
    }

    static func name(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
