using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>The schemas of elements: one field without a name.</summary>
internal static class SetElements
{
    private static readonly ValueReader<string, string?> Texts = new(text => text);
    private static readonly ValueReader<decimal, decimal?> Numbers = new(number => number);

    internal static SegmentSchema? Of(SegmentField set, IsoDayOfWeek weekStart) => set.Type switch
    {
        FieldType.TextSet => SegmentSchema.For<string>().Element(FieldType.Text, Texts, set.IsCaseSensitive, weekStart),
        FieldType.CodeSet => SegmentSchema.For<string>().Element(FieldType.Code, Texts, isCaseSensitive: true, weekStart),
        FieldType.NumberSet => SegmentSchema.For<decimal>().Element(FieldType.Number, Numbers, isCaseSensitive: false, weekStart),
        _ => null,
    };
}
