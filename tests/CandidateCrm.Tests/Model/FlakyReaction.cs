using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Model;

/// <summary>A feature that fails at every seventh fact that it hears, whichever that is, and otherwise says something now and then.</summary>
internal sealed class FlakyReaction : Reaction
{
    internal const string Said = "flaky.said";

    private int _heard;

    internal static int Failures { get; set; }

    internal override string Feature => "flaky";

    internal static RelationshipEngine Engine() => new([.. ReactionOrder.All, new FlakyReaction()]);

    internal override void On(FoldPass pass, ITimelineEntry entry)
    {
        if (entry is not IFact)
        {
            return;
        }

        if (entry is TouchpointRecorded)
        {
            pass.Note(Said, "touchpoint");
        }

        if (++_heard % 7 == 0)
        {
            Failures++;
            throw new InvalidTimeZoneException();
        }
    }

    internal override object? Save(Draft draft) => null;

    internal override void Restore(Draft draft, object? slice)
    {
    }
}
