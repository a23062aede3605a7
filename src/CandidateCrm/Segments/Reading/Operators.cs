using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CandidateCrm.Segments.Reading;

/// <summary>The operators with their words in JSON, and which types take them.</summary>
internal static class Operators
{
    private static readonly ImmutableArray<FieldType> Comparable = [FieldType.Text, FieldType.Code, FieldType.Number, FieldType.Date, FieldType.Instant];
    private static readonly ImmutableArray<FieldType> Equatable = [.. Comparable, FieldType.Boolean];
    private static readonly ImmutableArray<FieldType> Texts = [FieldType.Text, FieldType.Code];
    private static readonly ImmutableArray<FieldType> Sets = [FieldType.TextSet, FieldType.CodeSet, FieldType.NumberSet];
    private static readonly ImmutableArray<FieldType> Times = [FieldType.Date, FieldType.Instant];

    internal static FrozenDictionary<string, Operator> ByWord { get; } = new Operator[]
    {
        Compare("=", CompareOperator.Equal, Equatable),
        Compare("!=", CompareOperator.NotEqual, Equatable),
        Compare("<", CompareOperator.Less, Comparable),
        Compare("<=", CompareOperator.LessOrEqual, Comparable),
        Compare(">", CompareOperator.Greater, Comparable),
        Compare(">=", CompareOperator.GreaterOrEqual, Comparable),
        Compare("between", CompareOperator.Between, Comparable),
        Compare("notBetween", CompareOperator.NotBetween, Comparable),
        Text("contains", TextOperator.Contains, [.. Texts, .. Sets]),
        Text("doesNotContain", TextOperator.DoesNotContain, [.. Texts, .. Sets]),
        Text("beginsWith", TextOperator.BeginsWith, Texts),
        Text("doesNotBeginWith", TextOperator.DoesNotBeginWith, Texts),
        Text("endsWith", TextOperator.EndsWith, Texts),
        Text("doesNotEndWith", TextOperator.DoesNotEndWith, Texts),
        new("null", Family.Presence, 1, [.. Enum.GetValues<FieldType>()]),
        new("notNull", Family.Presence, 0, [.. Enum.GetValues<FieldType>()]),
        new("in", Family.List, 0, Comparable),
        new("notIn", Family.List, 1, Comparable),
        new("containsAny", Family.Sets, (int)SetOperator.ContainsAny, Sets),
        new("containsAll", Family.Sets, (int)SetOperator.ContainsAll, Sets),
        new("containsNone", Family.Sets, (int)SetOperator.ContainsNone, Sets),
        new("notContainsAll", Family.Sets, (int)SetOperator.NotContainsAll, Sets),
        Length("inLast", TimeOperator.InLast, Times),
        Length("notInLast", TimeOperator.NotInLast, Times),
        Length("inNext", TimeOperator.InNext, Times),
        Length("notInNext", TimeOperator.NotInNext, Times),
        Length("moreThanAgo", TimeOperator.MoreThanAgo, Times),
        new("inPeriod", Family.Period, (int)TimeOperator.InPeriod, Times),
        new("notInPeriod", Family.Period, (int)TimeOperator.NotInPeriod, Times),
        Length("anniversaryInNext", TimeOperator.AnniversaryInNext, [FieldType.Date]),
    }.ToFrozenDictionary(each => each.Word, StringComparer.Ordinal);

    internal static ImmutableArray<string> Words { get; } = [.. ByWord.Keys.Order(StringComparer.Ordinal)];

    internal static string WordOf(CompareOperator @operator) => WordOf(Family.Comparison, (int)@operator);

    internal static string WordOf(TextOperator @operator) => WordOf(Family.Search, (int)@operator);

    internal static string WordOf(SetOperator @operator) => WordOf(Family.Sets, (int)@operator);

    internal static string WordOf(TimeOperator @operator) =>
        WordOf(@operator is TimeOperator.InPeriod or TimeOperator.NotInPeriod ? Family.Period : Family.Length, (int)@operator);

    private static string WordOf(Family family, int value) => ByWord.Values.First(each => each.Family == family && each.Value == value).Word;

    private static Operator Compare(string word, CompareOperator value, ImmutableArray<FieldType> types) => new(word, Family.Comparison, (int)value, types);

    private static Operator Text(string word, TextOperator value, ImmutableArray<FieldType> types) => new(word, Family.Search, (int)value, types);

    private static Operator Length(string word, TimeOperator value, ImmutableArray<FieldType> types) => new(word, Family.Length, (int)value, types);
}
