using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>An interview has another date. The zone, the round and the interviewers stay as they were where they are left out; the end does not.</summary>
[WireName("interview.rescheduled")]
public sealed record InterviewRescheduled : IInterviewFact
{
    /// <inheritdoc/>
    public required JobApplicationId Application { get; init; }

    /// <inheritdoc/>
    public required InterviewId Interview { get; init; }

    /// <summary>Gets when it is to begin; it may lie in the future: it is a field, not the event's instant.</summary>
    public required Instant StartsAt { get; init => field = Microseconds.Floor(value); }

    /// <summary>Gets when it is to end, if known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Instant? EndsAt { get; init => field = value is { } at ? Microseconds.Floor(at) : null; }

    /// <summary>Gets the zone in which it takes place for the candidate, by its IANA id such as <c>Europe/Berlin</c>; as it was where it is left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Zone { get; init; }

    /// <summary>Gets the round; as it was where it is left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public InterviewRound Round { get; init; }

    /// <summary>Gets who is to interview, in ordinal order, each once: at most 32; as they were where it is empty.</summary>
    [JsonIgnore]
    public ImmutableArray<PersonId> Interviewers { get; init => field = InterviewPanel.Of(value); } = [];

    [JsonInclude]
    [JsonPropertyName("interviewers")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal ImmutableArray<PersonId>? NamedInterviewers
    {
        get => Interviewers.IsEmpty ? null : Interviewers;
        init => Interviewers = value ?? [];
    }

    /// <summary>Says the same plan of the same interview.</summary>
    public bool Equals(InterviewRescheduled? other) =>
        other is not null && Application == other.Application && Interview == other.Interview && StartsAt == other.StartsAt && EndsAt == other.EndsAt
        && string.Equals(Zone, other.Zone, StringComparison.Ordinal) && Round == other.Round && Interviewers.AsSpan().SequenceEqual(other.Interviewers.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Application, Interview, StartsAt, EndsAt, Zone, Round, Interviewers.Length);

    /// <summary>Returns the ids and when it begins.</summary>
    public override string ToString() => $"InterviewRescheduled {Application} {Interview} at {StartsAt}";
}
