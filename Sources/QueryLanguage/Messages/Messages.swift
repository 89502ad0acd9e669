import Documents

// What the program says is a value of the lowest module, since files that cannot be read are told there too.
public typealias Message = Documents.Message
public typealias Tongue = Documents.Tongue
