using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Relationships;

/// <summary>A feature that is as it is, but for what a test changes in it.</summary>
internal abstract class AlteredReaction(Reaction inner) : Reaction
{
    internal override string Feature => inner.Feature;

    internal override void On(FoldPass pass, ITimelineEntry entry) => inner.On(pass, entry);

    internal override void Tick(FoldPass pass) => inner.Tick(pass);

    internal override bool IsReadByOthers => inner.IsReadByOthers;

    internal override bool ClosesPasses => inner.ClosesPasses;

    internal override void Close(FoldPass pass) => inner.Close(pass);

    internal override bool IsFelt(RulesInForce before, RulesInForce after) => inner.IsFelt(before, after);

    internal override Instant? NextChange(Draft draft, RulesInForce rules) => inner.NextChange(draft, rules);

    internal override bool IsListenedTo(CompiledRules rules) => inner.IsListenedTo(rules);

    internal override bool IsChangedBy(Draft draft, RulesInForce before, RulesInForce after) => inner.IsChangedBy(draft, before, after);

    internal override bool AsksForThePast(RulesInForce before, RulesInForce after) => inner.AsksForThePast(before, after);

    internal override void Cross(FoldPass pass, RulesInForce before) => inner.Cross(pass, before);

    internal override object? Save(Draft draft) => inner.Save(draft);

    internal override void Restore(Draft draft, object? slice) => inner.Restore(draft, slice);
}
