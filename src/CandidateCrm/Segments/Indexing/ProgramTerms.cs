using CandidateCrm.Segments.Evaluation;
using NodaTime;

namespace CandidateCrm.Segments.Indexing;

/// <summary>What rules are made into steps with.</summary>
internal sealed class ProgramTerms<T>
{
    internal required SegmentSchema<T> Schema { get; init; }

    internal required Instant Now { get; init; }

    internal required MovingFields<T>? Moving { get; init; }

    internal required IReadOnlyDictionary<SegmentKey, SegmentPredicate<T>> Segments { get; init; }

    internal required Func<string, SegmentKey, bool>? Memberships { get; init; }

    internal KeptMemberships<T>? Kept { get; init; }

    internal MomentPlan Plan { get; } = new();
}
