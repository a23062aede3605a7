using CandidateCrm.Candidates;
using CandidateCrm.Timeline;
using NodaTime;

namespace GreenhouseBridge.Mapping;

/// <summary>One thing that a payload tells. Whether it becomes a fact on a timeline depends on what else was told; see <see cref="TellingRule"/>.</summary>
internal sealed record Telling
{
    /// <summary>Gets what it is about: the candidate, or an application or interview whose candidate the payload does not name.</summary>
    public required Subject Subject { get; init; }

    /// <summary>Gets the natural key, such as <c>application:17:rejected</c>; with the instant it is the id of the fact.</summary>
    public required string Key { get; init; }

    public required Moment Moment { get; init; }

    /// <summary>Gets one of <see cref="LineOrder"/>.</summary>
    public required long Order { get; init; }

    public required IFact Fact { get; init; }

    public TellingRule Rule { get; init; }

    /// <summary>Gets what it shares with other tellings, for the rule.</summary>
    public string Topic { get; init; } = string.Empty;

    /// <summary>Gets how well it is known, for the best: 0 is told outright.</summary>
    public int Rank { get; init; }

    /// <summary>Gets how the key of another telling begins without which this one says nothing; empty for none.</summary>
    public string Needs { get; init; } = string.Empty;

    /// <summary>Gets a value indicating whether it says, of what changes, how things are before anything was told.</summary>
    public bool IsInitial { get; init; }

    /// <summary>Gets everything that it says, as text.</summary>
    internal string Content => TimelineJson.Write(
        ToFact(CandidateId.From("any"), EventId.From("any")).ToEvent(TenantId.Single, Moment.At, DateTimeZone.Utc));

    /// <summary>Makes the fact for a candidate.</summary>
    internal HostFact ToFact(CandidateId candidate, EventId id) => new()
    {
        Candidate = candidate,
        EventId = id,
        OccurredAt = Moment.At,
        Precision = Moment.Precision,
        SourceOrder = Order,
        Source = SourceCode.From("greenhouse"),
        Fact = Fact,
    };
}
