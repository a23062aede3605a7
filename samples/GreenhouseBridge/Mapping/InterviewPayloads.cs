using System.Globalization;
using CandidateCrm.Applications;
using CandidateCrm.Timeline;

namespace GreenhouseBridge.Mapping;

/// <summary>Interviews and scorecards. Greenhouse tells only that they are gone; what took place is told by whoever plans interviews.</summary>
internal static class InterviewPayloads
{
    /// <summary>The reason with which the feedback of a scorecard is taken back.</summary>
    internal static readonly ReasonCode ScorecardDeleted = ReasonCode.From("scorecard-deleted");

    /// <summary>The payload names the interview alone. The bridge has to be told which application it belongs to.</summary>
    internal static void InterviewDeleted(MappedPayload into)
    {
        var interview = into.Fields.Object("interview").Id("id");
        into.Tell(Subject.Interview(interview), $"interview:{interview}:cancelled", null, LineOrder.Interview, new InterviewCancelled
        {
            Application = default,
            Interview = InterviewId.From(interview.ToString(CultureInfo.InvariantCulture)),
        });
    }

    /// <summary>The payload names neither the interview nor who gave the feedback, but both are in the fact that it takes back.</summary>
    internal static void ScorecardDeletedFor(MappedPayload into)
    {
        var scorecard = into.Fields.Object("scorecard");
        var candidate = Subject.Candidate(scorecard.Id("candidate_id"));
        var id = scorecard.Id("id");
        into.Tell(candidate, $"scorecard:{id}:deleted", Moment.Of(into.ReceivedAt), LineOrder.Feedback, new FactsRetracted
        {
            Events = [FeedbackId(id)],
            Reason = ScorecardDeleted,
        });
    }

    /// <summary>Returns the event id under which a host tells the feedback of a scorecard, so that its deletion finds it.</summary>
    internal static EventId FeedbackId(long scorecard) => EventId.From($"greenhouse:scorecard:{scorecard}:given");
}
