using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>Says what is malformed of facts about interviews and offers: everything at once.</summary>
internal static class ArrangementFaults
{
    private const int MostCriteria = 64;
    private const int MostPoints = 1_000;
    private static readonly Instant Earliest = Instant.FromUtc(1900, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(2200, 1, 1, 0, 0);

    /// <summary>Returns the sentences, or null where nothing is malformed.</summary>
    internal static string? Of(IInterviewFact fact) => Joined(
    [
        fact.Interview.IsAssigned ? null : "An interview is named.",
        .. fact switch
        {
            InterviewScheduled plan => OfPlan(plan.StartsAt, plan.EndsAt, plan.Zone),
            InterviewRescheduled plan => OfPlan(plan.StartsAt, plan.EndsAt, plan.Zone),
            InterviewSlotsOffered { Until: { } until } => [Planned(until, "The end of the choice")],
            InterviewMissed { By: var by } when !Enum.IsDefined(by) => ["Who missed an interview is among the values that are defined."],
            FeedbackGiven given => [OfPerson(given.By), .. OfScorecard(given.Scorecard)],
            FeedbackWithdrawn withdrawn => [OfPerson(withdrawn.By)],
            _ => (IEnumerable<string?>)[],
        },
    ]);

    /// <summary>Returns the sentences, or null where nothing is malformed.</summary>
    internal static string? Of(IOfferFact fact) => Joined(fact switch
    {
        OfferPrepared prepared => [OfVersion(prepared.Version)],
        OfferMade made => [OfVersion(made.Version), made.AnswerBy is { } by ? Planned(by, "The end of the time to answer") : null],
        _ => [],
    });

    private static IEnumerable<string?> OfPlan(Instant startsAt, Instant? endsAt, string? zone) =>
    [
        Planned(startsAt, "The start of an interview"),
        endsAt <= startsAt ? "An interview ends after it starts." : endsAt is { } end ? Planned(end, "The end of an interview") : null,
        zone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null ? null : "The zone of an interview is an IANA id such as Europe/Berlin.",
    ];

    private static string? Planned(Instant at, string what) =>
        at >= Earliest && at < Latest && at != default ? null : $"{what} lies in the years 1900 to 2199, and 1970-01-01T00:00Z is what an instant is that nobody set.";

    private static string? OfPerson(PersonId person) => person.IsAssigned ? null : "Feedback names who gave it.";

    private static IEnumerable<string?> OfScorecard(ImmutableArray<ScorecardRow> rows) =>
    [
        rows.Length > MostCriteria ? $"A scorecard has at most {MostCriteria} criteria." : null,
        rows.Any(row => row is null || !row.Criterion.IsAssigned) ? "Each row of a scorecard names its criterion." : null,
        rows.Where(row => row is not null).DistinctBy(row => row.Criterion).Count() < rows.Count(row => row is not null) ? "A scorecard has each criterion once." : null,
        rows.Any(row => row is not null && (row.OutOf is < 1 or > MostPoints || row.Points < 0 || row.Points > row.OutOf)) ? $"The points of a criterion are 0 up to the most that could be given, and that is 1 to {MostPoints}." : null,
    ];

    private static string? OfVersion(int version) => version >= 0 ? null : "The version of an offer is 1 or more, or 0 where it has none.";

    private static string? Joined(IEnumerable<string?> sentences) => string.Join(' ', sentences.Where(sentence => sentence is not null)) is { Length: > 0 } all ? all : null;
}
