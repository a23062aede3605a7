using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Lifecycle;

/// <summary>A machine as numbers, from which machines of every key type are built, and which <see cref="MachineOracle"/> reads.</summary>
public sealed record RandomMachine
{
    public const int None = -1;
    public const int StateCount = 6;
    public const int TriggerCount = 5;
    public const int GuardCount = 4;
    public const int BrittleGuard = 3;
    public const int NeedyTrigger = 4;

    private const int Mostly = 100;
    private const int Breaks = 1 << 4;
    private const int Withheld = 1 << 5;
    private const int Chosen = 6;
    private const int ChoiceBreaks = 1 << 9;

    public required ImmutableArray<int> Configured { get; init; }

    public required ImmutableArray<int> Terminal { get; init; }

    public required ImmutableArray<int> Starts { get; init; }

    public required ImmutableArray<RandomRule> Rules { get; init; }

    public required ImmutableArray<int> Parents { get; init; }

    public required ImmutableArray<int> Initials { get; init; }

    public static Arbitrary<RandomMachine> Any { get; } = Arb.From(
        from configured in Gen.SubListOf(Enumerable.Range(0, StateCount))
        from terminal in Gen.SubListOf(configured.AsEnumerable())
        from starts in Gen.SubListOf(Enumerable.Range(0, StateCount))
        from parents in Gen.Frequency((2, Gen.Constant(None)), (1, Gen.Choose(0, StateCount - 1))).ArrayOf(StateCount)
        from initials in Gen.Frequency((1, Gen.Constant(None)), (1, Gen.Choose(0, StateCount - 1)), (4, Gen.Choose(Mostly, Mostly + StateCount))).ArrayOf(StateCount)
        from rules in Rule.ArrayOf().Resize(14)
        select new RandomMachine
        {
            Configured = [.. configured],
            Terminal = [.. terminal],
            Starts = [.. starts],
            Parents = [.. parents],
            Initials = [.. initials.Select((initial, at) => initial < Mostly ? initial : Pick([.. configured.Where(state => parents[state] == at)], initial))],
            Rules = [.. rules.Where(rule => configured.Contains(rule.From))],
        });

    /// <summary>A machine without faults: a ring through all states without substates under one trigger, and whatever else does not contradict itself.</summary>
    public static Arbitrary<RandomMachine> Sound { get; } = Arb.From(
        from one in Gen.Choose(None, 0)
        from two in Gen.Choose(None, 1)
        from leaves in Gen.Choose(None, 2).ArrayOf(3)
        from initials in Gen.Choose(0, StateCount).ArrayOf(StateCount)
        from rules in Rule.ArrayOf().Resize(40)
        select SoundOf([None, one, two, .. leaves], initials, rules));

    public static Arbitrary<(int State, int Trigger, int Context)[]> Walks { get; } = Arb.From(
        (from state in Gen.Choose(0, StateCount - 1)
         from trigger in Gen.Choose(0, TriggerCount - 1)
         from context in Gen.Choose(0, (1 << 9) - 1)
         from breaks in Gen.Frequency((9, Gen.Constant(0)), (1, Gen.Constant(ChoiceBreaks)))
         select (state, trigger, context | breaks)).ArrayOf().Resize(60));

    public static TriggerParameter<int, int> Parameter { get; } = new()
    {
        Name = "stamp",
        Description = "a stamp",
        Version = 2,
        Reader = (in context, out stamp) =>
        {
            stamp = context;
            return IsGiven(context);
        },
    };

    public static ImmutableArray<NamedGuard<int>> Guards { get; } =
    [
        .. Enumerable.Range(0, GuardCount).Select(number => new NamedGuard<int>
        {
            Name = $"guard-{number}",
            Description = "it is set",
            Version = number + 1,
            Predicate = (in context) => IsMet(number, context) ?? throw new TimeoutException("It has a secret."),
        }),
    ];

    private static Gen<RandomRule> Rule =>
        from fromState in Gen.Choose(0, StateCount - 1)
        from trigger in Gen.Choose(0, TriggerCount - 1)
        from outcome in Gen.Elements(TransitionOutcome.Moved, TransitionOutcome.Moved, TransitionOutcome.Reentered, TransitionOutcome.Ignored, TransitionOutcome.Internal)
        from target in Gen.Choose(0, StateCount - 1)
        from guard in Gen.Choose(-2, GuardCount - 1)
        from chooses in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from among in Gen.Choose(0, StateCount - 1).ArrayOf().Resize(5)
        select chooses
            ? new RandomRule(fromState, trigger, TransitionOutcome.Moved, among.FirstOrDefault(fromState), guard < 0 ? null : guard, [.. among])
            : new RandomRule(fromState, trigger, outcome, outcome == TransitionOutcome.Moved ? target : fromState, guard < 0 ? null : guard);

    /// <summary>Says whether a guard is met; null where it throws.</summary>
    public static bool? IsMet(int guard, int context) =>
        guard == BrittleGuard && (context & Breaks) != 0 ? null : (context & (1 << guard)) != 0;

    public static bool IsGiven(int context) => (context & Withheld) == 0;

    /// <summary>Says which state a context chooses, declared or not; null where choosing throws.</summary>
    public static int? ChosenBy(int context) => (context & ChoiceBreaks) != 0 ? null : (context >> Chosen) % StateCount;

    public static NamedChoice<TState, int> Choice<TState>(Func<int, TState> state)
        where TState : notnull => new()
        {
            Name = "upper-bits",
            Description = "the upper bits",
            Version = 3,
            Chooser = (in context) => state(ChosenBy(context) ?? throw new InvalidOperationException("It has a secret.")),
        };

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
            _ = Parents[number] == None ? configuration : configuration.SubstateOf(state(Parents[number]));
            _ = Initials[number] == None ? configuration : configuration.InitialSubstate(state(Initials[number]));
        }

        builder.Requires(trigger(NeedyTrigger), Parameter);
        var choice = Choice(state);
        foreach (var rule in Rules)
        {
            Write(builder.Configure(state(rule.From)), rule, trigger(rule.Trigger), state, choice);
        }

        return builder;
    }

    private static RandomMachine SoundOf(ImmutableArray<int> parents, int[] initials, RandomRule[] rules)
    {
        var leaves = Enumerable.Range(0, StateCount).Where(state => !parents.Contains(state)).ToList();
        return new RandomMachine
        {
            Configured = [.. Enumerable.Range(0, StateCount)],
            Terminal = [],
            Starts = [leaves[0]],
            Parents = parents,
            Initials = [.. Enumerable.Range(0, StateCount).Select(state => Pick([.. Enumerable.Range(0, StateCount).Where(at => parents[at] == state)], initials[state]))],
            Rules =
            [
                .. leaves.Select((state, i) => new RandomRule(state, 0, TransitionOutcome.Moved, leaves[(i + 1) % leaves.Count], null)),
                .. rules.Where(rule => rule.Outcome != TransitionOutcome.Moved || rule.From != rule.To || !rule.Among.IsDefault)
                    .Where(rule => rule.Trigger != 0 || rule.Guard is not null)
                    .Where(rule => rule.Among.IsDefault || (!rule.Among.IsEmpty && rule.Among.Distinct().Count() == rule.Among.Length))
                    .DistinctBy(rule => (rule.From, rule.Trigger, rule.Guard)),
            ],
        };
    }

    private static int Pick(int[] substates, int number) => substates.Length == 0 ? None : substates[number % substates.Length];

    private static void Write<TState, TTrigger>(
        StateConfiguration<TState, TTrigger, int> at, RandomRule rule, TTrigger trigger, Func<int, TState> state, NamedChoice<TState, int> choice)
        where TState : notnull
        where TTrigger : notnull
    {
        var guard = Guards[rule.Guard ?? 0];
        var among = rule.Among.IsDefault ? [] : rule.Among.Select(state);
        _ = (rule.Outcome, rule.Among.IsDefault, rule.Guard) switch
        {
            (_, false, null) => at.PermitDynamic(trigger, choice, among),
            (_, false, _) => at.PermitDynamicIf(trigger, choice, guard, among),
            (TransitionOutcome.Moved, _, null) => at.Permit(trigger, state(rule.To)),
            (TransitionOutcome.Moved, _, _) => at.PermitIf(trigger, state(rule.To), guard),
            (TransitionOutcome.Reentered, _, null) => at.PermitReentry(trigger),
            (TransitionOutcome.Reentered, _, _) => at.PermitReentryIf(trigger, guard),
            (TransitionOutcome.Ignored, _, null) => at.Ignore(trigger),
            (TransitionOutcome.Ignored, _, _) => at.IgnoreIf(trigger, guard),
            (_, _, null) => at.InternalTransition(trigger),
            _ => at.InternalTransitionIf(trigger, guard),
        };
    }
}
