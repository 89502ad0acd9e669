/// How a snapshot lies in its file; `Documentation.docc/Snapshot.md` describes it in words.
///
/// All numbers are little-endian, as are those of every processor that Swift runs on. The header takes whole pages: 64 bytes
/// about the file, an entry of 64 bytes for each section, and the sums of the pages that hold the sums of all other pages.
enum SnapshotFormat {
    static let magic: [UInt8] = [0x47, 0x41, 0x4E, 0x47, 0x4D, 0x55, 0x1A, 0x0A]  // GANGMU, end of file, end of line
    /// Where each field of the header begins.
    static let versionAt = 8, sectionsAt = 12, sizeAt = 16, sumsAt = 24, summedPagesAt = 32, fingerprintAt = 40
    static let headerSizeAt = 48, headerSumAt = 56, entriesAt = 64
    static let entrySize = 64, nameSize = 32
    /// Within an entry.
    static let offsetAt = 32, lengthAt = 40, sumAt = 48, strideAt = 56
    /// Sections begin at multiples of this.
    static let alignment = 64

    static func aligned(_ offset: Int, to unit: Int) -> Int { (offset + unit - 1) / unit * unit }
}

/// Graphs in files.
public enum Snapshot {
    /// Raised with every change that an older program could not read.
    public static let version = 7

    /// Whether the file begins as a snapshot does.
    public static func isSnapshot(_ beginning: [UInt8]) -> Bool {
        beginning.count >= SnapshotFormat.magic.count
            && SnapshotFormat.magic.indices.allSatisfy { beginning[$0] == SnapshotFormat.magic[$0] }
    }
}
