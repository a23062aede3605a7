using System.Text.Json.Serialization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>An application that was begun is abandoned: the host said so, or it was silent for longer than its pipeline allows. The time for a friendly word.</summary>
[WireName("applications.draft_abandoned")]
public sealed record DraftAbandoned : IDerivedEvent, ICandidateNotice
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets when it was last worked on.</summary>
    public required NodaTime.Instant SilentSince { get; init; }

    /// <summary>Gets how often this application was abandoned by now, from 1 on.</summary>
    public required int Ordinal { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public NoticeKind Notice => NoticeKind.Outreach;
}
