import Lexicon
import QueryLanguage
import Testing

@Suite struct QuantityTextTests {
    @Test(arguments: [
        (Samples.quantity(.equal, "4", "亿元"), "4亿元"),
        (Samples.quantity(.atLeast, "41200", "元"), "≥41200元"),
        (Samples.quantity(.atMost, "5.5", "%"), "≤5.5%"),
        (Samples.quantity(.moreThan, "300", "个"), ">300个"),
        (Samples.quantity(.lessThan, "0.30", "%"), "<0.30%"),
        (Samples.quantity(.approximately, "5", "%", aspect: .growth), "≈5%"),
        (Samples.quantity(.range, "4.5", "%", high: "5", aspect: .growth), "4.5–5%"),
        (Samples.quantity(.atLeast, "-3", "%", aspect: .growth), "≤-3%"),
        (Samples.quantity(.equal, "0.8", "个百分点", aspect: .change), "+0.8个百分点"),
        (Samples.quantity(.moreThan, "0", "%", aspect: .growth), ">0%"),
        (Samples.quantity(.equal, "-2", "度"), "-2度"),
        (Samples.quantity(.sync, nil, reference: "经济增长"), "与经济增长同步"),
        (Samples.quantity(.outpace, nil, reference: "经济增长"), "高于经济增长"),
        (Samples.quantity(.equal, nil), ""),
    ])
    func asPeopleWrite(_ quantity: Quantity, expected: String) {
        #expect(quantity.description == expected)
    }
}
