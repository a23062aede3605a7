using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Tenants;

/// <summary>A feature that wants a task at each touchpoint, unless it fails.</summary>
internal sealed class FailingReaction : Reaction
{
    /// <summary>Gets or sets what says whether it fails now; it is asked at each touchpoint that it hears.</summary>
    internal Func<bool> Fails { get; set; } = () => true;

    /// <summary>Gets the expectation that it works on; null for none in particular.</summary>
    internal string? WorksOn { get; init; }

    internal override string Feature => "failing";

    internal override void On(FoldPass pass, ITimelineEntry entry)
    {
        if (entry is not TouchpointRecorded)
        {
            return;
        }

        if (WorksOn is not null)
        {
            pass.WorkOn(DefinitionKind.Expectation, WorksOn);
        }

        if (Fails())
        {
            throw new InvalidTimeZoneException();
        }

        pass.Want(new EffectKey("failing", "*", 1, "task"), new OpenTask { Reason = "touched", Rule = "failing", Subject = "*", DueAt = pass.At });
    }

    internal override object? Save(Draft draft) => null;

    internal override void Restore(Draft draft, object? slice)
    {
    }
}
