using CandidateCrm.Charter;
using CandidateCrm.Timeline;

namespace CandidateCrm.Audit;

/// <summary>The facts that came nearest to what a pattern means: those of a type that it names, then those about the same subject.</summary>
internal static class NearestFacts
{
    private const int Most = 5;

    /// <summary>Returns up to five facts in the order of the line; of those that came equally near the latest ones.</summary>
    internal static IReadOnlyList<TimelineEvent> Of(IEnumerable<SeenPass> facts, FactPattern pattern, string? subject)
    {
        var near =
            from pass in facts
            let told = pass.Cause!
            let nearness = Nearness(told, pattern, subject)
            where nearness > 0
            orderby nearness descending, told.Place descending
            select told;
        return [.. near.Take(Most).OrderBy(told => told.Place)];
    }

    /// <summary>Lists them in a sentence.</summary>
    internal static string Sentence(IReadOnlyList<TimelineEvent> nearest) =>
        nearest.Count == 0
            ? "Nothing like it was told."
            : $"Nearest came {string.Join(", ", nearest.Select(told => $"{Because.Name(told)} ({EntryWords.Of(told.Entry)})".Replace(" ()", string.Empty, StringComparison.Ordinal)))}.";

    private static int Nearness(TimelineEvent told, FactPattern pattern, string? subject)
    {
        var name = EntryTypes.NameOf(told.Entry);
        var isOfType = pattern.AnyOf.Any(match => string.Equals(match.Type, name, StringComparison.Ordinal));
        var isAbout = subject is null || string.Equals(CharterReaction.SubjectOf(told.Entry), subject, StringComparison.Ordinal);
        return (isOfType ? 2 : 0) + (isAbout && (isOfType || subject is not null) ? 1 : 0);
    }
}
