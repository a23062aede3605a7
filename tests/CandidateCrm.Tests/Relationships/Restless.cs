using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Relationships;

/// <summary>A feature that looks at its slice at instants of a list, in their order, also where nothing is due.</summary>
internal sealed class Restless(Reaction inner, Instant[] looks) : AlteredReaction(inner)
{
    internal override Instant? NextChange(Draft draft, RulesInForce rules)
    {
        // After an event of that very instant the look is still to come, after an alarm it is over.
        var cursor = draft.Cursor;
        var place = Array.BinarySearch(looks, cursor.At);
        var next = place < 0 ? ~place : cursor < TimelinePlace.Alarm(cursor.At) ? place : place + 1;
        return base.NextChange(draft, rules) is var due && next < looks.Length && !(due <= looks[next]) ? looks[next] : due;
    }

    internal override void Tick(FoldPass pass)
    {
        if (Save(pass.Draft) is not null)
        {
            base.Tick(pass);
        }
    }
}
