using CandidateCrm.Applications;
using CandidateCrm.Charter;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Rules;

/// <summary>A what-if under the rules that are in force is what happened; what our own effects brought about is no part of it.</summary>
public sealed class WhatIfProperties
{
    private static readonly RelationshipEngine Engine = new();

    private static readonly Arbitrary<(FoldCase Case, int Variation, int Seed)> Cases = Arb.From(
        from one in FoldCase.WithRetractions.Generator
        from variation in Gen.Choose(0, RuleVariations.Pool.Length - 1)
        from seed in Gen.Choose(0, 1_000_000)
        select (one, variation, seed));

    [Fact]
    public void Under_the_same_rules_nothing_would_have_been_different_and_the_counts_are_those_of_the_record()
    {
        var (corrected, acts, promises) = (0, 0, 0);
        Prop.ForAll(Cases, one => RunAsync(one, async (crm, rules, timeline) =>
        {
            var report = (await crm.Acme.Rules.ReviewAsync(RulesDraft.Of(rules), Sample.Of(10))).WhatIf!;
            Assert.Equal((1, 0), (report.Candidates, report.Differing));
            Assert.All(Lines(report), line => Assert.Equal(line.Before, line.After));
            Assert.Equal(Lines(timeline, (await crm.Acme.FindAsync(Histories.Anna.Candidate))!), Lines(report).Select(line => (line.Name, line.After)));

            corrected += timeline.Any(e => e.Entry is FactsRetracted) || timeline.Any(e => e.Entry is PastCorrected) ? 1 : 0;
            acts += timeline.Any(e => e.Class == EntryClass.Act) ? 1 : 0;
            promises += report.Promises.IsEmpty ? 0 : 1;
        }).GetAwaiter().GetResult()).Check(Tries.Of(80));

        Assert.True(corrected >= 10 && acts >= 10 && promises >= 10, $"{corrected} with corrections, {acts} with acts, {promises} with promises");
    }

    [Fact]
    public void Other_rules_are_answered_by_a_replay_of_the_facts_alone() =>
        Prop.ForAll(Cases, one => RunAsync(one, async (crm, _, timeline) =>
        {
            var other = Variation(one.Seed);
            var report = (await crm.Acme.Rules.ReviewAsync(RulesDraft.Of(other), Sample.Of(10))).WhatIf!;
            var would = Engine.Replay(Histories.Anna, timeline.Where(e => e.Class == EntryClass.Fact), ActivationLog.Always(other), crm.Clock.Now);

            Assert.Equal(Lines(would.Derived, would.Next), Lines(report).Where(line => line.After > 0).Select(line => (line.Name, line.After)));
            Assert.Equal(would.Effects.Count(e => e.Intent is OpenTask), report.Tasks.After);
        }).GetAwaiter().GetResult()).Check(Tries.Of(60));

    [Fact]
    public async Task Acts_are_left_out_on_both_sides()
    {
        // The rules have no outcome in them yet that an act decides, so a feature that listens to acts stands in for one.
        await using var crm = new CrmUnderTest(more => more.Services.AddSingleton(new RelationshipEngine([.. ReactionOrder.All, new HearsActs()])));
        await crm.HappenAsync("s-1", Histories.Start, new ApplicationSubmitted { Application = JobApplicationId.From("app-1"), Requisition = RequisitionId.From("req-1") });
        crm.Clock.Now += Duration.FromDays(1);
        await crm.Runner.RunDueWorkAsync();
        await crm.Runner.DrainOutboxAsync();
        Assert.Contains(await crm.TimelineAsync(), e => e.Class == EntryClass.Act);
        Assert.Contains(await crm.TimelineAsync(), e => e.Entry is PromiseKept { Promise.Subject: HearsActs.Subject });

        var report = (await crm.Acme.Rules.ReviewAsync(RulesDraft.Of(TestRules.Everything), Sample.Of(10))).WhatIf!;
        Assert.DoesNotContain(report.Promises, line => line.Expectation == HearsActs.Expectation);
    }

    private static async Task RunAsync((FoldCase Case, int Variation, int Seed) one, Func<CrmUnderTest, CrmRules, TimelineEvent[], Task> check)
    {
        var rules = Variation(one.Variation);
        var facts = one.Case.Events.Where(e => e.Entry is IFact).ToArray();
        if (facts.Length == 0)
        {
            return;
        }

        var random = new Random(one.Seed);
        await using var crm = new CrmUnderTest(
            more => more.Services.Configure<OutboxOptions>(o => o.TaskGrace = Duration.FromDays(one.Seed % 3 == 0 ? 1 : 365)), builder => builder.Take(rules));
        crm.Clock.Now = FoldCase.End;
        foreach (var next in facts.OrderBy(_ => random.Next()))
        {
            await crm.Acme.RecordAsync(CrmUnderTest.Told(next) with { Batch = next.Batch });
            if (random.Next(3) == 0)
            {
                await crm.Runner.RunDueWorkAsync();
                await crm.Runner.DrainOutboxAsync();
            }
        }

        await crm.Runner.RunDueWorkAsync();
        await crm.Runner.DrainOutboxAsync();
        await check(crm, rules, await crm.TimelineAsync());
    }

    /// <summary>Announced is what the host hears.</summary>
    private static CrmRules Variation(int number) => RuleVariations.Pool[number % RuleVariations.Pool.Length] with { Announced = TestRules.Everything.Announced };

    private static IEnumerable<(string Name, long Before, long After)> Lines(WhatIfReport report) =>
        report.Promises.SelectMany(p => new[] { ($"opened {p.Expectation}", p.Opened), ($"kept {p.Expectation}", p.Kept), ($"broken {p.Expectation}", p.Broken) })
            .Concat(report.Bands.Select(b => ($"band {b.Name}", b)))
            .Concat(report.Phases.Select(p => ($"phase {p.Name}", p)))
            .Select(line => (line.Item1, line.Item2.Before, line.Item2.After))
            .Where(line => line.Before + line.After > 0)
            .OrderBy(line => line.Item1, StringComparer.Ordinal);

    /// <summary>Counts what is on record, in the plainest way.</summary>
    private static IEnumerable<(string Name, long Count)> Lines(IEnumerable<TimelineEvent> derived, Relationship state) =>
        derived.Select(e => e.Entry switch
            {
                PromiseOpened opened => $"opened {opened.Promise.Expectation}",
                PromiseKept kept => $"kept {kept.Promise.Expectation}",
                PromiseBroken broken => $"broken {broken.Promise.Expectation}",
                _ => null,
            })
            .Concat(state.Engagement?.Scores.Where(s => s.State.Band is not null).Select(s => $"band {s.State.Model}/{s.State.Band}") ?? [])
            .Append(state.Lifecycle is { } lifecycle ? $"phase {lifecycle.Phase}" : null)
            .OfType<string>()
            .GroupBy(name => name)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, (long)group.Count()));

    private sealed class HearsActs : Reaction
    {
        internal const string Subject = "acts";

        internal static ExpectationKey Expectation { get; } = ExpectationKey.From("hears-acts");

        internal override string Feature => "acts";

        internal override void On(FoldPass pass, ITimelineEntry entry)
        {
            if (entry is EffectDone)
            {
                pass.Raise(new PromiseKept { Promise = new PromiseKey(Expectation, Subject, (int)pass.Draft.Told), OpenedAt = pass.At, WorkingTime = Duration.Zero });
            }
        }

        internal override object? Save(Draft draft) => null;

        internal override void Restore(Draft draft, object? slice)
        {
        }
    }
}
