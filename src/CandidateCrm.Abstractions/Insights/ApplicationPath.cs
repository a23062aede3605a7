using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>What one application went through, from its first step on. Every figure of the insights is a function of such paths.</summary>
public sealed record ApplicationPath
{
    /// <summary>Gets whose application it is.</summary>
    public required CandidateId Candidate
    {
        get;
        init => field = value.IsAssigned
            ? value
            : throw new ArgumentException("A path names its candidate.", nameof(value));
    }

    /// <summary>Gets which application it is. Reports count paths: an application given twice counts twice.</summary>
    public required JobApplicationId Application
    {
        get;
        init => field = value.IsAssigned
            ? value
            : throw new ArgumentException("A path names its application.", nameof(value));
    }

    /// <summary>Gets the opening; absent for an application without one.</summary>
    public RequisitionId? Requisition { get; init; }

    /// <summary>
    /// Gets the zone in which instants have dates, UTC by default. A time of which one end is known by its date alone is the
    /// difference of the dates, in whole days; the zone has no part in other times.
    /// </summary>
    public DateTimeZone Zone
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value), "A path has a zone.");
    } = DateTimeZone.Utc;

    /// <summary>
    /// Gets the steps in the order of events (instant, source order, id): instants never fall, and among equal ones the order
    /// given here counts. Empty where only the application itself is known: it is then counted, and in no time.
    /// </summary>
    /// <exception cref="ArgumentException">The array is the default one, or an instant is before the one of the step before.</exception>
    public required ImmutableArray<PathStep> Steps
    {
        get;
        init => field = InOrder(value);
    }

    /// <summary>Gets how it ended; open by default.</summary>
    public PathOutcome Outcome { get; init; }

    /// <summary>Gets when it was first rejected, even where that was taken back; without a value given, the instant of a rejection that stands.</summary>
    public Instant? FirstRejectedAt
    {
        get => field ?? (Outcome.Kind == OutcomeKind.Rejected ? Outcome.At : null);
        init;
    }

    /// <summary>Gets when the application was made: the instant of its first step; absent without steps.</summary>
    public Instant? StartedAt => Steps.IsEmpty ? null : Steps[0].At;

    /// <summary>
    /// Returns what was known at an instant, itself included: later steps fall away and a later end is open again. Null when the
    /// first step is later. An end that was taken back meanwhile is not in the path; read it from the timeline up to that instant.
    /// </summary>
    public ApplicationPath? AsOf(Instant instant)
    {
        if (StartedAt > instant)
        {
            return null;
        }

        var known = Steps.Length;
        while (known > 0 && Steps[known - 1].At > instant)
        {
            known--;
        }

        var ended = !(Outcome.At > instant);
        var rejected = !(FirstRejectedAt > instant);
        return known == Steps.Length && ended && rejected
            ? this
            : this with
            {
                Steps = Steps[..known],
                Outcome = ended ? Outcome : PathOutcome.Open,
                FirstRejectedAt = rejected ? FirstRejectedAt : null,
            };
    }

    private static ImmutableArray<PathStep> InOrder(ImmutableArray<PathStep> steps)
    {
        if (steps.IsDefault)
        {
            throw new ArgumentException("A path has steps; give an empty array where there are none.", nameof(steps));
        }

        for (var i = 1; i < steps.Length; i++)
        {
            if (steps[i].At < steps[i - 1].At)
            {
                throw new ArgumentException($"The steps of a path stand in the order of time; step {i} is before the one before it.", nameof(steps));
            }
        }

        return steps;
    }
}
