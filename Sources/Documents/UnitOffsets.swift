/// Byte offsets of units in two bytes each: how far a unit lies behind the first of its 64.
struct UnitOffsets: Sendable {
    /// Of every 64th unit.
    var bases: [UInt32]
    var distances: [UInt16] = []
    /// Of units that lie further off, as behind very many spaces; their distance is `UInt16.max`.
    var far: [Int: UInt32] = [:]

    subscript(unit: Int) -> Int {
        let distance = distances[unit]
        if distance == .max, let offset = far[unit] { return Int(offset) }
        return Int(bases[unit >> 6]) + Int(distance)
    }
}
