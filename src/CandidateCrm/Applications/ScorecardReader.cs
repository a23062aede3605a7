using System.Collections.Immutable;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Reads the scorecards of an application from its candidate's facts. Pure.</summary>
public static class ScorecardReader
{
    /// <summary>Returns the feedback that stands, in the order in which each interviewer first gave it for an interview: given again it is replaced, taken back it goes.</summary>
    /// <param name="events">The candidate's facts that are true, in order; others are passed over.</param>
    /// <param name="application">The application, with every other id that it has.</param>
    public static ImmutableArray<Scorecard> Read(IEnumerable<TimelineEvent> events, params IReadOnlyCollection<JobApplicationId> application)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(application);
        var standing = new List<Scorecard>();
        foreach (var one in events)
        {
            if (one.Entry is FeedbackGiven given && application.Contains(given.Application))
            {
                Put(standing, new Scorecard
                {
                    Application = given.Application,
                    Interview = given.Interview,
                    By = given.By,
                    GivenAt = one.OccurredAt,
                    Verdict = given.Verdict,
                    Rows = given.Scorecard,
                });
            }
            else if (one.Entry is FeedbackWithdrawn withdrawn && application.Contains(withdrawn.Application))
            {
                standing.RemoveAll(card => card.Interview == withdrawn.Interview && card.By == withdrawn.By);
            }
        }

        return [.. standing];
    }

    /// <summary>Returns what interviewers gave by criterion, in the order in which the criteria first appear. Who judged a criterion in several interviews counts each time.</summary>
    public static ImmutableArray<CriterionSummary> Summarize(IEnumerable<Scorecard> scorecards)
    {
        ArgumentNullException.ThrowIfNull(scorecards);
        return
        [
            .. scorecards.SelectMany(card => card.Rows)
                .GroupBy(row => row.Criterion, row => (double)row.Points / row.OutOf)
                .Select(shares => new CriterionSummary
                {
                    Criterion = shares.Key,
                    Count = shares.Count(),
                    Lowest = shares.Min(),
                    Mean = shares.Average(),
                    Highest = shares.Max(),
                }),
        ];
    }

    private static void Put(List<Scorecard> standing, Scorecard card)
    {
        var at = standing.FindIndex(known => known.Interview == card.Interview && known.By == card.By);
        if (at < 0)
        {
            standing.Add(card);
        }
        else
        {
            standing[at] = card;
        }
    }
}
