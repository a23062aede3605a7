using System.Collections.Immutable;
using CandidateCrm.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Relationships;

/// <summary>Random activation logs: one to four entries, many on the instants of events, some of which withdraw what was scheduled before.</summary>
internal static class ActivationLogs
{
    internal static Gen<ImmutableArray<Activation>> Over(Instant[] instants) =>
        from count in Gen.Choose(1, 4)
        from first in Gen.Frequency((3, Gen.Constant(Instant.MinValue)), (1, Histories.Moment))
        from later in Gen.ArrayOf(Gen.OneOf(Gen.Elements(instants), Soon(instants), Soon(instants), Histories.Moment, Closing), count - 1)
        from rules in Gen.ArrayOf(Gen.Frequency((1, Gen.Constant(TestRules.Everything)), (4, Gen.Elements(RuleVariations.Pool))), count)
        from modes in Gen.ArrayOf(Modes, count)
        from suspended in Gen.ArrayOf(Suspended, count)
        select Enumerable.Range(0, count).Select(i => new Activation
        {
            Position = (2 * i) + 1,
            EffectiveFrom = i == 0 ? first : later[i - 1],
            Rules = rules[i],
            Modes = modes[i],
            Suspended = suspended[i],
        }).ToImmutableArray();

    private static Gen<Instant> Soon(Instant[] instants) =>
        from at in Gen.Elements(instants)
        from hours in Gen.Choose(1, 60)
        select at + Duration.FromHours(hours);

    /// <summary>The close of business, at which promises are due.</summary>
    private static Gen<Instant> Closing =>
        from day in Gen.Choose(0, 20)
        from hour in Gen.Elements(12, 16, 17)
        select Instant.FromUtc(2026, 3, 2, hour, 0) + Duration.FromDays(day);

    private static Gen<FeatureModes> Modes => Gen.Frequency(
        (3, Gen.Constant(FeatureModes.AllLive)),
        (5, from others in Row(default)
            from lifecycle in Row(FeatureCode.Lifecycle)
            from engagement in Row(FeatureCode.Engagement)
            from charter in Row(FeatureCode.Charter)
            from applications in Row(FeatureCode.Applications)
            select FeatureModes.Of([.. new[] { others, lifecycle, engagement, charter, applications }.OfType<FeatureMode>()])));

    private static Gen<ImmutableArray<DefinitionName>> Suspended => Gen.Frequency(
        (6, Gen.Constant(ImmutableArray<DefinitionName>.Empty)),
        (2, Gen.Constant<ImmutableArray<DefinitionName>>([new DefinitionName(DefinitionKind.Expectation, "answer-message")])),
        (2, Gen.Constant<ImmutableArray<DefinitionName>>([new DefinitionName(DefinitionKind.Expectation, "acknowledge-application"), new DefinitionName(DefinitionKind.Expectation, "decide-application")])),
        (1, Gen.Constant<ImmutableArray<DefinitionName>>([new DefinitionName(DefinitionKind.Score, "engagement")])));

    private static Gen<FeatureMode?> Row(FeatureCode feature) => Gen.Frequency(
        (feature.IsAssigned ? 3 : 1, Gen.Constant<FeatureMode?>(null)),
        (feature.IsAssigned ? 2 : 5, Gen.Constant<FeatureMode?>(new FeatureMode { Feature = feature, Mode = Mode.Live })),
        (1, Histories.Moment.Select(FeatureMode? (at) => new FeatureMode { Feature = feature, Mode = Mode.Live, EffectsFrom = at })),
        (1, Gen.Constant<FeatureMode?>(new FeatureMode { Feature = feature, Mode = Mode.Observe })),
        (feature.IsAssigned ? 2 : 0, Gen.Constant<FeatureMode?>(new FeatureMode { Feature = feature, Mode = Mode.Off })));
}
