using CandidateCrm.Applications;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Candidates;

/// <summary>Keeps what is known of the person: availability, interest, and where they came from.</summary>
internal sealed class CandidatesReaction : Reaction
{
    internal override string Feature => "candidates";

    internal override bool IsReadByOthers => true;

    internal override void On(FoldPass pass, ITimelineEntry entry)
    {
        HoldStep.Take(pass, entry);
        switch (entry)
        {
            case CandidateFound found:
                Came(pass, found.Source, found.Campaign);
                break;
            case ApplicationSubmitted submitted when !IsKnown(pass, submitted):
                Came(pass, submitted.Source, default);
                break;
            case TouchpointRecorded touch when touch.Kind == TouchKinds.LeadCaptured:
                Came(pass, pass.Cause!.Source, default);
                break;
            case AvailabilityStated stated:
                State(pass, stated);
                break;
            case InterestStated stated:
                State(pass, stated);
                break;
            case AttributesChanged changed:
                AttributeStep.Take(pass, changed);
                break;
            default:
                break;
        }
    }

    internal override bool IsChangedBy(Draft draft, RulesInForce before, RulesInForce after) => AttributeStep.IsTouched(draft, after.Rules);

    internal override void Cross(FoldPass pass, RulesInForce before) => AttributeStep.Cross(pass);

    internal override object? Save(Draft draft) => draft.Candidate;

    internal override void Restore(Draft draft, object? slice) => draft.Candidate = (CandidateSlice?)slice;

    // An application that is submitted twice came once. This reaction stands before that of the applications, so it looks for itself.
    private static bool IsKnown(FoldPass pass, ApplicationSubmitted submitted) => pass.Draft.Applications?.Find(submitted.Application)?.SubmittedAt is not null;

    private static void Came(FoldPass pass, SourceCode source, CampaignCode campaign)
    {
        if (source.IsAssigned)
        {
            pass.Draft.Candidate = OriginList.With(pass.Draft.Candidate ?? new CandidateSlice(), source, campaign, pass.At);
        }
    }

    private static void State(FoldPass pass, AvailabilityStated stated)
    {
        var slice = pass.Draft.Candidate ?? new CandidateSlice();
        var from = slice.Availability?.Current ?? Availability.Unknown;
        if (from == stated.Availability)
        {
            return;
        }

        var next = Next(slice.Availability, stated.Availability, pass);
        pass.Draft.Candidate = slice with
        {
            Availability = next,
            Activations = slice.Activations + (from == Availability.Passive && stated.Availability == Availability.Active ? 1 : 0),
        };
        pass.Raise(new AvailabilityChanged { From = from, To = next.Current, Ordinal = next.Changes });
    }

    private static void State(FoldPass pass, InterestStated stated)
    {
        var slice = pass.Draft.Candidate ?? new CandidateSlice();
        var from = slice.Interest?.Current ?? InterestLevel.Unknown;
        if (from == stated.Level)
        {
            return;
        }

        var next = Next(slice.Interest, stated.Level, pass);
        pass.Draft.Candidate = slice with { Interest = next };
        pass.Raise(new InterestChanged { From = from, To = next.Current, Ordinal = next.Changes });
    }

    private static Standing<T> Next<T>(Standing<T>? before, T stated, FoldPass pass)
        where T : struct => before?.Next(stated, pass.At) ?? new Standing<T> { Current = stated, Since = pass.At, Changes = 1 };
}
