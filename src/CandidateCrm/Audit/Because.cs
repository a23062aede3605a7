using System.Globalization;
using CandidateCrm.Charter;
using CandidateCrm.Timeline;

namespace CandidateCrm.Audit;

/// <summary>Says reasons in sentences that are the same whatever the culture, with ids and codes only.</summary>
internal static class Because
{
    /// <summary>Makes a reason.</summary>
    /// <param name="code">The code.</param>
    /// <param name="sentence">What stood in the way.</param>
    /// <param name="wouldChange">What would change it.</param>
    /// <param name="events">The facts that it is about.</param>
    internal static WhyNotReason Of(string code, FormattableString sentence, FormattableString wouldChange, params IEnumerable<TimelineEvent> events) => new()
    {
        Code = code,
        Sentence = sentence.ToString(CultureInfo.InvariantCulture),
        WouldChange = wouldChange.ToString(CultureInfo.InvariantCulture),
        Events = [.. events.Select(one => one.Id)],
    };

    /// <summary>Says how often.</summary>
    internal static string Times(int count) => count == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{count} times");

    /// <summary>Names a fact in a sentence: its id, what it was and when.</summary>
    internal static string Name(TimelineEvent told) => $"{EntryTypes.NameOf(told.Entry)} [{told.Id}] at {EntryWords.At(told.OccurredAt)}";

    /// <summary>Puts a pattern into words.</summary>
    internal static string Name(FactPattern pattern) => string.Join(" or ", pattern.AnyOf.Select(Name));

    /// <summary>Puts into words what keeps the promises of an expectation.</summary>
    internal static string Keepers(Expectation expectation) => KeptBy(expectation) is { } pattern ? Name(pattern) : "nothing but the end of what it is about";

    /// <summary>Returns what keeps the promises of an expectation; a prohibition is kept by what ends it.</summary>
    internal static FactPattern? KeptBy(Expectation expectation) => expectation is TimedExpectation timed ? timed.KeptBy : expectation.EndedBy;

    private static string Name(FactMatch match)
    {
        IEnumerable<string?> words =
        [
            match.Type,
            match.Kind.IsAssigned ? match.Kind.Value : null,
            match.Direction?.ToString(),
            match.Code.IsAssigned ? match.Code.Value : null,
            match.Disposition?.ToString(),
        ];
        return string.Join(' ', words.Where(word => word is not null));
    }
}
