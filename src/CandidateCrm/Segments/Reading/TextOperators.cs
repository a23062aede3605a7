using System.Collections.Immutable;

namespace CandidateCrm.Segments.Reading;

/// <summary>The operators as words of the text form, and the words that a name must not be without back-ticks.</summary>
internal static class TextOperators
{
    internal static readonly string[] Periods =
    [
        "today", "yesterday", "tomorrow", "this week", "last week", "next week", "this month", "last month", "next month", "this year", "last year", "next year",
    ];

    /// <summary>Gets what may stand after a field.</summary>
    internal static readonly string[] AfterField =
    [
        "=", "!=", "<", "<=", ">", ">=", "in", "not in", "between", "not between", "contains", "not contains", "starts with", "not starts with", "ends with",
        "not ends with", "has value", "has no value", "any of", "not any of", "all of", "not all of", "in last", "not in last", "in next", "not in next",
        "more than", "anniversary in next",
    ];

    private static readonly ImmutableHashSet<string> Reserved = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        [
            "and", "or", "not", "everyone", "segment", "count", "some", "all", "no", "where", "true", "false", "in", "between", "contains", "starts", "ends",
            "has", "any", "more", "anniversary", "start", "end", .. Words<TimeAnchor>.All,
        ]);

    internal static bool NeedsQuotes(string name) => !Lexer.IsPlain(name) || Reserved.Contains(name);

    internal static string PeriodOf(CalendarPeriod period) => Periods[(int)period];
}
