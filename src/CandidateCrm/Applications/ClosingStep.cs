using System.Collections.Immutable;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Ends the live applications for an opening that was closed. One with an offer that stands is left to a person.</summary>
internal static class ClosingStep
{
    internal static void Close(FoldPass pass, RequisitionClosed fact)
    {
        var all = pass.Draft.Applications?.All ?? [];
        var ended = ImmutableArray.CreateBuilder<JobApplicationId>();
        for (var i = 0; i < all.Length; i++)
        {
            var state = all[i];
            if (!state.IsLive || state.Requisition != fact.Requisition)
            {
                continue;
            }

            if (StandingOffer.Has(state))
            {
                // Nobody who has an offer in hand hears from a machine that there is no job: the offer is taken back, or kept, by people.
                pass.Note(FindingCodes.ClosedWithOffer, state.Application.Value);
                continue;
            }

            all = all.SetItem(i, PublicStatusStep.Follow(pass, state, EndingStep.Close(pass, state, fact.Reason), fact));
            ended.Add(state.Application);
        }

        if (ended.Count > 0)
        {
            pass.Draft.Applications = new ApplicationsSlice { All = all };
            pass.Notes.Closed = ended.DrainToImmutable();
            pass.Notes.ProcessEnded = !pass.Draft.Applications.AnyLive;
            foreach (var application in pass.Notes.Closed)
            {
                pass.Raise(EventOf(pass, pass.Draft.Applications.Find(application)!, fact));
            }
        }
    }

    private static string? ObstacleOf(FoldPass pass, JobApplicationId application)
    {
        var policy = pass.Rules.Rules.Refusals;
        var answer = RefusalEngine.Decide(pass.Draft.Applications, pass.Draft.Candidate?.Holds, application, new RefusalTerms(policy, pass.At));
        if (answer.Code is not (RefusalCodes.Due or RefusalCodes.Covered))
        {
            return answer.Code;
        }

        return RefusalStep.NextAsk(pass.Draft, policy) > pass.At ? RefusalCodes.AskedRecently : null;
    }

    private static PositionClosedFor EventOf(FoldPass pass, ApplicationState state, RequisitionClosed fact)
    {
        var stage = state.Furthest.IsAssigned ? state.Furthest : state.Stage;
        return new PositionClosedFor
        {
            Application = state.Application,
            Requisition = fact.Requisition,
            Stage = stage,
            Category = state.Furthest.IsAssigned ? state.FurthestCategory : state.Category,
            Reason = fact.Reason,
            WaitsFor = ObstacleOf(pass, state.Application),
            Ordinal = state.Reopenings + 1,
        };
    }
}
