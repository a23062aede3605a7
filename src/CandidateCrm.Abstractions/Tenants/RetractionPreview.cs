using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tenants;

/// <summary>What taking facts back would do to one candidate, were it done now. Nothing was written.</summary>
public sealed record RetractionPreview
{
    /// <summary>Gets the candidate.</summary>
    public required CandidateId Candidate { get; init; }

    /// <summary>Gets the facts that would count as never told, in their order; those that were taken back before are not among them.</summary>
    public required ImmutableArray<EventId> Facts { get; init; }

    /// <summary>Gets what would no longer be true: promises that were opened, kept or broken, phases, bands, findings.</summary>
    public ImmutableArray<TimelineEvent> Retracted { get; init; } = [];

    /// <summary>Gets what would be true instead, without the notice of the correction itself.</summary>
    public ImmutableArray<TimelineEvent> Added { get; init; } = [];

    /// <summary>Gets effects that nobody would want any more and that were not handed over: they never will be.</summary>
    public ImmutableArray<Effect> Cancelled { get; init; } = [];

    /// <summary>Gets effects that nobody would have wanted but that were handed over: a person sees them, nothing is recalled.</summary>
    public ImmutableArray<Effect> Unfounded { get; init; } = [];

    /// <summary>Gets effects that would be wanted newly, or otherwise than before, such as the closing of a task that is unfounded.</summary>
    public ImmutableArray<Effect> Wanted { get; init; } = [];

    /// <summary>Gets the relationship as it is stored.</summary>
    public required Relationship Before { get; init; }

    /// <summary>Gets the relationship as it would be.</summary>
    public required Relationship After { get; init; }

    /// <summary>Returns whose and how many facts.</summary>
    public override string ToString() => $"RetractionPreview of {Candidate}: {Facts.Length} facts";
}
