using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Audit;

/// <summary>Stands in the place of the charter and fails on every fact of one type.</summary>
internal sealed class BrokenCharter(Type failsOn) : Reaction
{
    internal static RelationshipEngine EngineThatFailsOn<T>()
        where T : IFact =>
        new([.. ReactionOrder.All.Where(reaction => reaction.Feature != "charter"), new BrokenCharter(typeof(T))]);

    private readonly Reaction _charter = ReactionOrder.All.Single(reaction => reaction.Feature == "charter");

    internal override string Feature => "charter";

    internal override void On(FoldPass pass, ITimelineEntry entry)
    {
        if (entry.GetType() == failsOn)
        {
            pass.WorkOn(DefinitionKind.Expectation, "decide-application");
            throw new InvalidTimeZoneException("canary");
        }

        _charter.On(pass, entry);
    }

    internal override object? Save(Draft draft) => draft.Charter;

    internal override void Restore(Draft draft, object? slice) => _charter.Restore(draft, slice);
}
