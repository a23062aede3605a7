using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Lifecycle;

/// <summary>A machine as numbers, from which machines of every key type are built, and which a slow oracle reads.</summary>
public sealed record RandomMachine
{
    public const int StateCount = 6;
    public const int TriggerCount = 5;
    public const int GuardCount = 4;

    public required ImmutableArray<int> Configured { get; init; }

    public required ImmutableArray<int> Terminal { get; init; }

    public required ImmutableArray<int> Starts { get; init; }

    public required ImmutableArray<RandomRule> Rules { get; init; }

    public static Arbitrary<RandomMachine> Any { get; } = Arb.From(
        from configured in Gen.SubListOf(Enumerable.Range(0, StateCount))
        from terminal in Gen.SubListOf(configured.AsEnumerable())
        from starts in Gen.SubListOf(Enumerable.Range(0, StateCount))
        from rules in Rule.ArrayOf().Resize(14)
        select new RandomMachine
        {
            Configured = [.. configured],
            Terminal = [.. terminal],
            Starts = [.. starts],
            Rules = [.. rules.Where(rule => configured.Contains(rule.From))],
        });

    /// <summary>A machine without faults: a ring through all states under one trigger, and whatever else does not contradict itself.</summary>
    public static Arbitrary<RandomMachine> Sound { get; } = Arb.From(
        from rules in Rule.ArrayOf().Resize(40)
        select new RandomMachine
        {
            Configured = [.. Enumerable.Range(0, StateCount)],
            Terminal = [],
            Starts = [0],
            Rules =
            [
                .. Enumerable.Range(0, StateCount).Select(state => new RandomRule(state, 0, TransitionOutcome.Moved, (state + 1) % StateCount, null)),
                .. rules.Where(rule => rule.Outcome != TransitionOutcome.Moved || rule.From != rule.To)
                    .Where(rule => rule.Trigger != 0 || rule.Guard is not null)
                    .DistinctBy(rule => (rule.From, rule.Trigger, rule.Guard)),
            ],
        });

    public static Arbitrary<(int State, int Trigger, int Context)[]> Walks { get; } = Arb.From(
        (from state in Gen.Choose(0, StateCount - 1)
         from trigger in Gen.Choose(0, TriggerCount - 1)
         from context in Gen.Choose(0, (1 << GuardCount) - 1)
         select (state, trigger, context)).ArrayOf().Resize(60));

    private static Gen<RandomRule> Rule =>
        from fromState in Gen.Choose(0, StateCount - 1)
        from trigger in Gen.Choose(0, TriggerCount - 1)
        from outcome in Gen.Elements(TransitionOutcome.Moved, TransitionOutcome.Moved, TransitionOutcome.Reentered, TransitionOutcome.Ignored, TransitionOutcome.Internal)
        from target in Gen.Choose(0, StateCount - 1)
        from guard in Gen.Choose(-2, GuardCount - 1)
        select new RandomRule(fromState, trigger, outcome, outcome == TransitionOutcome.Moved ? target : fromState, guard < 0 ? null : guard);

    public StateMachineBuilder<TState, TTrigger, int> Into<TState, TTrigger>(
        StateMachineBuilder<TState, TTrigger, int> builder, Func<int, TState> state, Func<int, TTrigger> trigger)
        where TState : notnull
        where TTrigger : notnull
    {
        foreach (var start in Starts)
        {
            builder.StartsIn(state(start));
        }

        foreach (var number in Configured)
        {
            var configuration = builder.Configure(state(number));
            _ = Terminal.Contains(number) ? configuration.Terminal() : configuration;
        }

        foreach (var rule in Rules)
        {
            Write(builder.Configure(state(rule.From)), rule, state(rule.To), trigger(rule.Trigger));
        }

        return builder;
    }

    /// <summary>The oracle: reads the rules from the first to the last, and remembers nothing.</summary>
    public (TransitionOutcome Outcome, int Target, int Reason) Answer(int state, int trigger, int context)
    {
        if (!Configured.Contains(state))
        {
            return (TransitionOutcome.Refused, state, Transition<int>.NoSuchState);
        }

        var rules = Rules.Select((rule, i) => (Rule: rule, Id: i + 1)).Where(pair => pair.Rule.From == state && pair.Rule.Trigger == trigger).ToList();
        var met = rules.Where(pair => pair.Rule.Guard is { } guard && (context & (1 << guard)) != 0)
            .Concat(rules.Where(pair => pair.Rule.Guard is null))
            .Select(pair => ((TransitionOutcome, int, int)?)(pair.Rule.Outcome, pair.Rule.To, pair.Id))
            .FirstOrDefault();
        return met ?? (TransitionOutcome.Refused, state, rules.Count == 0 ? Transition<int>.NoRule : rules[0].Id);
    }

    private static void Write<TState, TTrigger>(StateConfiguration<TState, TTrigger, int> state, RandomRule rule, TState to, TTrigger trigger)
        where TState : notnull
        where TTrigger : notnull
    {
        var bit = 1 << (rule.Guard ?? 0);
        TransitionGuard<int> holds = (in context) => (context & bit) != 0;
        var name = $"guard-{rule.Guard}";
        _ = (rule.Outcome, rule.Guard) switch
        {
            (TransitionOutcome.Moved, null) => state.Permit(trigger, to),
            (TransitionOutcome.Moved, _) => state.PermitIf(trigger, to, name, "it is set", holds),
            (TransitionOutcome.Reentered, null) => state.PermitReentry(trigger),
            (TransitionOutcome.Reentered, _) => state.PermitReentryIf(trigger, name, "it is set", holds),
            (TransitionOutcome.Ignored, null) => state.Ignore(trigger),
            (TransitionOutcome.Ignored, _) => state.IgnoreIf(trigger, name, "it is set", holds),
            (_, null) => state.InternalTransition(trigger),
            _ => state.InternalTransitionIf(trigger, name, "it is set", holds),
        };
    }

    public sealed record RandomRule(int From, int Trigger, TransitionOutcome Outcome, int To, int? Guard);
}
