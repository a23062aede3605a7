using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>An interview took place; the instant of the event is its end.</summary>
[WireName("interview.held")]
public sealed record InterviewHeld : IInterviewFact
{
    /// <inheritdoc/>
    public required JobApplicationId Application { get; init; }

    /// <inheritdoc/>
    public required InterviewId Interview { get; init; }

    /// <summary>Gets the round; as it was told before where it is left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public InterviewRound Round { get; init; }

    /// <summary>Gets who interviewed, in ordinal order, each once: at most 32; as it was told before where it is empty.</summary>
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

    /// <summary>Says the same of the same interview.</summary>
    public bool Equals(InterviewHeld? other) =>
        other is not null && Application == other.Application && Interview == other.Interview && Round == other.Round
        && Interviewers.AsSpan().SequenceEqual(other.Interviewers.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Application, Interview, Round, Interviewers.Length);

    /// <summary>Returns the ids.</summary>
    public override string ToString() => $"InterviewHeld {Application} {Interview}";
}
