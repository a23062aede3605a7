using CandidateCrm.Relationships;

namespace CandidateCrm.Tests.Relationships;

/// <summary>A feature that looks at its slice every seven hours and a bit, also where nothing is due.</summary>
internal sealed class Restless(Reaction inner) : AlteredReaction(inner)
{
    private static readonly Duration Pause = Duration.FromSeconds(25_203);

    internal override Instant? NextChange(Draft draft, RulesInForce rules)
    {
        var looks = Math.Floor((draft.Cursor.At - Histories.Start) / Pause);
        var look = Histories.Start + (Pause * (looks + 1));
        return base.NextChange(draft, rules) is { } due && due < look ? due : look;
    }

    internal override void Tick(FoldPass pass)
    {
        if (Save(pass.Draft) is not null)
        {
            base.Tick(pass);
        }
    }
}
