using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Model;

/// <summary>Random steps.</summary>
internal static class ModelSteps
{
    private static readonly PublishTerms Terms = new() { By = Actor.Crm, Expected = 0 };

    internal static Gen<ModelStep> Calm { get; } = Plain(mostAhead: 0);

    internal static Gen<ModelStep> Any { get; } = Gen.Frequency(
        (8, Plain(mostAhead: 2)),
        (1, from step in Plain(mostAhead: 0)
            from call in Gen.Choose(1, 9)
            from after in Gen.Elements(true, false)
            select step with { DiesAt = call, DiesAfterTheCall = after }));

    /// <summary>Facts that are told, time, and work: what may happen at the very same time.</summary>
    internal static Gen<ModelStep> Telling { get; } = OnSomeNode(Gen.Frequency((6, Told(mostAhead: 0)), (1, Waiting), (3, Working)));

    /// <summary>Publishes rules, at once or from an instant ahead; a lost answer is found out.</summary>
    internal static Task PublishAsync(ModelWorld world, CrmUnderTest node, TenantId tenant, Duration? ahead, CrmRules rules) =>
        AppendAsync(world, node, tenant, ahead, (service, terms) => service.PublishAsync(RulesDraft.Of(rules), terms), (entry, _) => entry with { Rules = rules });

    private static Gen<ModelStep> Plain(int mostAhead) => OnSomeNode(Gen.Frequency(
        (16, Told(mostAhead)),
        (2, Imported),
        (3, Repeated),
        (4, Waiting),
        (7, Working),
        (3, Tenant.SelectMany(Published)),
        (2, Raced)));

    private static Gen<ModelStep> OnSomeNode(Gen<ModelStep> steps) =>
        from step in steps
        from second in Gen.Elements(false, false, true)
        select step with { OnSecondNode = second };

    private static Gen<TenantId> Tenant => Gen.Frequency((3, Gen.Constant(ModelWorld.Acme)), (2, Gen.Constant(ModelWorld.Globex)));

    private static Gen<Duration> Pause => Gen.Frequency(
        (3, Gen.Constant(Duration.Zero)),
        (3, Gen.Choose(1, 90).Select(minutes => Duration.FromMinutes(minutes))),
        (2, Gen.Choose(1, 30).Select(hours => Duration.FromHours(hours))));

    private static Gen<ModelStep> Told(int mostAhead) => Tenant.SelectMany(tenant => Told(tenant, mostAhead));

    private static Gen<ModelStep> Told(TenantId tenant, int mostAhead) =>
        from wait in Pause
        from one in News(mostAhead)
        from bySubmission in Gen.Elements(false, false, true)
        select new ModelStep
        {
            Tenant = tenant,
            Wait = wait,
            Text = $"wait {wait}, {(bySubmission ? "submit" : "record")} {one}",
            Do = async (world, node) =>
            {
                var fact = one.At(world, tenant);
                if (bySubmission)
                {
                    Assert.Equal(SubmitStatus.Accepted, (await node.Crm.For(tenant).SubmitAsync(fact)).Status);
                }
                else
                {
                    Assert.NotEqual(RecordStatus.Refused, (await node.Crm.For(tenant).RecordAsync(fact)).Status);
                }
            },
        };

    private static Gen<ModelStep> Imported =>
        from tenant in Tenant
        from count in Gen.Choose(1, 4)
        from some in Gen.ArrayOf(News(mostAhead: 0), count)
        from page in Gen.Choose(1, 3)
        select new ModelStep
        {
            Tenant = tenant,
            Text = $"import in pages of {page}: {string.Join("; ", some.AsEnumerable())}",
            Do = async (world, node) =>
            {
                HostFact[] facts = [.. some.Select(one => one.At(world, tenant))];
                world.Tenants[tenant].Imported.UnionWith(facts.Select(f => f.Candidate));
                var report = await node.Crm.For(tenant).ImportAsync(facts.ToAsyncEnumerable(), new ImportOptions { PageSize = page });
                Assert.Equal(facts.Length, report.Progress.Recorded + report.Progress.Repeated + report.Progress.IdReused);
            },
        };

    private static Gen<ModelStep> Repeated =>
        from tenant in Tenant
        from which in Gen.Choose(0, 1_000)
        from how in Gen.Choose(0, 2)
        select new ModelStep
        {
            Tenant = tenant,
            Text = $"tell number {which} again ({how})",
            Do = async (world, node) =>
            {
                var told = world.Tenants[tenant].Told;
                if (told.Count == 0)
                {
                    return;
                }

                var crm = node.Crm.For(tenant);
                var again = told[which % told.Count];
                _ = how switch
                {
                    0 => (await crm.RecordAsync(again)).Status == RecordStatus.Repeated,
                    1 => (await crm.SubmitAsync(again)).Refusal is null,
                    _ => (await crm.ImportAsync(new[] { again }.ToAsyncEnumerable())).Progress.Read == 1,
                };
                if (how == 2)
                {
                    world.Tenants[tenant].Imported.Add(again.Candidate);
                }
            },
        };

    private static Gen<ModelStep> Waiting =>
        from wait in Gen.Frequency(
            (4, Gen.Choose(1, 600).Select(minutes => Duration.FromMinutes(minutes))),
            (4, Gen.Choose(1, 10 * 24).Select(hours => Duration.FromHours(hours))),
            (1, Gen.Choose(10, 40).Select(days => Duration.FromDays(days))))
        select new ModelStep { Wait = wait, Text = $"wait {wait}", Do = (_, _) => Task.CompletedTask };

    private static Gen<ModelStep> Working => Gen.Elements(
        new ModelStep { Text = "run due work", Do = async (_, node) => await node.Runner.RunDueWorkAsync() },
        new ModelStep { Text = "run the inbox", Do = async (_, node) => await node.Runner.RunInboxAsync() },
        new ModelStep { Text = "drain the outbox", Do = async (_, node) => await node.Runner.DrainOutboxAsync() },
        new ModelStep
        {
            Text = "run everything",
            Do = async (_, node) =>
            {
                await node.Runner.RunInboxAsync();
                await node.Runner.RunDueWorkAsync();
                await node.Runner.DrainOutboxAsync();
            },
        });

    private static Gen<ModelStep> Published(TenantId tenant) =>
        from ahead in Gen.Frequency((4, Gen.Constant<Duration?>(null)), (2, Gen.Choose(1, 72).Select(Duration? (hours) => Duration.FromHours(hours))))
        from step in Gen.Frequency((4, Rules(tenant, ahead)), (4, Modes(tenant, ahead)), (1, Suspension(tenant, ahead)))
        select step with { Tenant = tenant, Wait = Duration.FromSeconds(1) };

    /// <summary>One process tells on with the rules that it knows, just after another one published.</summary>
    private static Gen<ModelStep> Raced =>
        from tenant in Tenant
        from before in Told(tenant, mostAhead: 0)
        from published in Published(tenant)
        from after in News(mostAhead: 0)
        select new ModelStep
        {
            Tenant = tenant,
            Wait = before.Wait,
            Within = published.Wait,
            Text = $"{before.Text}; the other node: {published.Text}; at once record {after}",
            Do = async (world, node) =>
            {
                await before.Do(world, node);
                world.Clock.Now += published.Wait;
                await published.Do(world, world.Other(node));
                await node.Crm.For(tenant).RecordAsync(after.At(world, tenant));
            },
        };

    private static Gen<ModelStep> Rules(TenantId tenant, Duration? ahead) =>
        from variation in Gen.Choose(0, RuleVariations.Pool.Length - 1)
        select new ModelStep
        {
            Text = $"publish variation {variation}{From(ahead)}",
            Do = (world, node) => PublishAsync(world, node, tenant, ahead, ModelRules.Of(tenant, RuleVariations.Pool[variation])),
        };

    private static Gen<ModelStep> Modes(TenantId tenant, Duration? ahead) =>
        from feature in Gen.Elements([default, .. FeatureCode.All])
        from mode in Gen.Elements(Mode.Live, Mode.Live, Mode.Observe, feature.IsAssigned ? Mode.Off : Mode.Observe)
        from later in Gen.Elements(0, 0, 30)
        select new ModelStep
        {
            Text = $"set {(feature.IsAssigned ? feature.Value : "all others")} to {mode}{(mode == Mode.Live && later > 0 ? $" with effects {later} hours later" : string.Empty)}{From(ahead)}",
            Do = (world, node) =>
            {
                var begins = world.Clock.Now + (ahead ?? Duration.Zero);
                var row = new FeatureMode { Feature = feature, Mode = mode, EffectsFrom = mode == Mode.Live && later > 0 ? begins + Duration.FromHours(later) : null };
                return AppendAsync(world, node, tenant, ahead, (service, terms) => service.SetModeAsync(row, terms), (entry, at) => entry with
                {
                    Modes = entry.Modes.With(row),
                });
            },
        };

    private static Gen<ModelStep> Suspension(TenantId tenant, Duration? ahead) =>
        from key in Gen.Elements("acknowledge-application", "decide-application", "answer-message")
        from suspended in Gen.Elements(true, true, false)
        select new ModelStep
        {
            Text = $"{(suspended ? "suspend" : "resume")} {key}{From(ahead)}",
            Do = (world, node) =>
            {
                var name = new DefinitionName(DefinitionKind.Expectation, tenant == ModelWorld.Globex ? key + ModelRules.Mark : key);
                return AppendAsync(world, node, tenant, ahead, (service, terms) => service.SuspendAsync(name, suspended, terms), (entry, _) => entry with
                {
                    Suspended = suspended && !entry.Suspended.Contains(name) ? entry.Suspended.Add(name) : suspended ? entry.Suspended : entry.Suspended.Remove(name),
                });
            },
        };

    private static string From(Duration? ahead) => ahead is { } later ? $" from {later} ahead" : string.Empty;

    private static async Task AppendAsync(
        ModelWorld world, CrmUnderTest node, TenantId tenant, Duration? ahead, Func<ITenantRules, PublishTerms, ValueTask<PublishOutcome>> publish, Func<Activation, Instant, Activation> change)
    {
        var known = world.Tenants[tenant];
        if ((await world.Inner.ReadLogAsync(tenant, known.Log.Position, default)).Count > 0)
        {
            // The process died after the store had it: nobody publishes it a second time.
            Assert.True(known.TakeAttempt());
            return;
        }

        var from = world.Clock.Now + (ahead ?? Duration.Zero);
        known.Attempt(from, change);
        var outcome = await publish(node.Crm.For(tenant).Rules, Terms with { Expected = known.Log.Position, EffectiveFrom = ahead is null ? null : from });
        Assert.NotEqual(PublishStatus.PositionConflict, outcome.Status);
        if (outcome.Status == PublishStatus.Published)
        {
            Assert.True(known.TakeAttempt());
        }
    }

    private static Gen<ModelNews> News(int mostAhead) =>
        from id in Gen.Choose(0, 40)
        from person in Gen.Elements(0, 0, 0, 1, 2)
        from fact in Entry(id)
        from back in Gen.Frequency(
            (8, Gen.Constant(-1)),
            (5, Gen.Elements(0, 1, 3, 9, 24, 70, 24 * 8, 24 * 20)),
            (mostAhead == 0 ? 0 : 1, Gen.Constant(-2)))
        from order in Gen.Elements(0, 0, 0, 1)
        from batch in Gen.Elements("", "", "", "import-1", "import-2")
        select new ModelNews(id, person, fact, back, order, batch);

    private static Gen<IFact> Entry(int id) => Gen.Frequency(
        (9, FoldHistories.Entry.Select(e => e as IFact ?? new CandidateFound { Source = SourceCode.From("fair") })),
        (1, from other in Gen.Choose(0, 44)
            from more in Gen.Elements(0, 1, 100)
            select (IFact)new FactsRetracted { Events = [.. new[] { other, other + more, id + 1 }.Distinct().Select(i => EventId.From($"e{i}"))], Reason = ReasonCode.From("mistake") }),
        (1, Gen.Elements("import-1", "import-2", "import-3").Select(IFact (batch) => new FactsRetracted { Batch = BatchId.From(batch), Reason = ReasonCode.From("mistake") })));
}
