using System.Collections.Immutable;

namespace CandidateCrm.Lifecycle;

/// <summary>A rule of a machine that is data; it has exactly one of a target, a choice and a deed.</summary>
internal sealed record RuleRow(
    string From, string On, MachineWordUse? If, string? To, MachineWordUse? Choose, ImmutableArray<string> Among, RuleDeed? Does)
{
    internal static RuleRow Of(TransitionRule<string, string> rule)
    {
        var guard = rule.Guard is null ? null : new MachineWordUse(rule.Guard, rule.GuardVersion);
        var choice = rule.Choice is null ? null : new MachineWordUse(rule.Choice, rule.ChoiceVersion);
        var isMove = rule.Outcome == TransitionOutcome.Moved;
        RuleDeed? deed = rule.Outcome switch
        {
            TransitionOutcome.Moved => null,
            TransitionOutcome.Reentered => RuleDeed.Reenter,
            TransitionOutcome.Ignored => RuleDeed.Ignore,
            _ => RuleDeed.Handle,
        };
        return new RuleRow(rule.From, rule.Trigger, guard, isMove && choice is null ? rule.Target : null, choice, rule.Targets, deed);
    }
}
