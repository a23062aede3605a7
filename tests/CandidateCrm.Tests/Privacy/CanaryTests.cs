using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Engagement;
using CandidateCrm.Insights;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Rules;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Privacy;

/// <summary>A whole run with a canary in every personal place: it is in the places that are marked, and nowhere else.</summary>
public sealed class CanaryTests
{
    private static readonly Instant Start = Histories.Start;
    private static readonly JobApplicationId App = JobApplicationId.From("app-1");
    private static readonly ApplicationSubmitted Submitted = new() { Application = App, Requisition = RequisitionId.From("req-1") };

    [Fact]
    public async Task A_canary_in_every_personal_place_is_heard_nowhere()
    {
        var canaries = new Canaries();
        using var ears = new TelemetryEars(canaries);
        await using var crm = Crm(canaries);
        crm.OnTask = task => HandOver(canaries, task, task.Relationship, "inbox-error");
        crm.OnClosed = task => HandOver(canaries, task, task.Relationship, "closing-error");
        crm.OnAnnounced = announced => HandOver(canaries, announced, announced.Relationship, "handler-error");

        await FactsAsync(crm, canaries);
        await WorkAsync(crm, canaries);
        await OfficeAsync(crm, canaries);
        await QuestionsAsync(crm, canaries);
        await RefusalsAsync(crm, canaries);
        await StoredAsync(crm, canaries);

        Assert.True(canaries.Heard.Count == 0, string.Join(Environment.NewLine, canaries.Heard));
        Assert.Equal(
            ["field-imported", "field-late", "field-name", "field-recorded", "field-submitted", "profile-address", "profile-field", "profile-language", "profile-name", "profile-zone",
             "why-mode", "why-pause", "why-publish", "why-resume"],
            canaries.Caged);
        Assert.True(ears.Activities >= 10 && ears.Measurements >= 20, $"{ears.Activities} activities, {ears.Measurements} measurements");
        string[] met =
        [
            nameof(Recorded), "Submitted", nameof(ImportReport), nameof(Refusal), nameof(TimelineEvent), nameof(Relationship), nameof(SliceFault), nameof(EventIdReused), nameof(FindingNoted),
            nameof(EffectRecord), nameof(EffectKey), nameof(ClaimedEffect), nameof(ParkedRow), nameof(IndexRow), nameof(FeedPage), nameof(TenantDocument), nameof(CrmCommit), nameof(RulesVersion),
            nameof(PublishOutcome), nameof(Pause), nameof(PauseEnd), nameof(ListedTask), nameof(RecruiterTask), nameof(ClosedTask), nameof(AnnouncedEvent), nameof(InboxBatch),
            nameof(ScoreExplanation), nameof(InsightsReport), nameof(OutboxReport),
        ];
        Assert.Empty(met.Except(canaries.Met));
    }

    [Fact]
    public void A_canary_that_sings_is_heard()
    {
        var canaries = new Canaries();
        canaries.Walk("row", new IndexRow { Index = IndexNames.Tasks, Candidate = CandidateId.From("anna"), Sort = 1, Item = Canaries.Of("item") });
        canaries.Walk("parked", new[] { new ParkedRow { Queue = ParkedQueue.Outbox, Relationship = Histories.Anna, Attempts = 1, LastError = Canaries.Of("error") } });

        Assert.Contains(canaries.Heard, h => h.StartsWith("row.Item", StringComparison.Ordinal));
        Assert.Contains(canaries.Heard, h => h.StartsWith("row.ToString", StringComparison.Ordinal));
        Assert.Contains(canaries.Heard, h => h.StartsWith("parked[].LastError", StringComparison.Ordinal));
        Assert.Empty(canaries.Caged);
    }

    [Fact]
    public void A_canary_in_an_activity_or_a_measurement_is_heard()
    {
        var canaries = new Canaries();
        using var ears = new TelemetryEars(canaries);
        using var source = new System.Diagnostics.ActivitySource(CrmTelemetry.ActivitySourceName);
        using var meter = new System.Diagnostics.Metrics.Meter(CrmTelemetry.MeterName);
        source.StartActivity("candidatecrm.test")!.SetTag("name", Canaries.Of("tag")).Dispose();
        meter.CreateCounter<long>("candidatecrm.test").Add(1, new KeyValuePair<string, object?>("name", Canaries.Of("measure")));

        Assert.Equal(["activity candidatecrm.test", "meter candidatecrm.test"], canaries.Heard.Select(h => h.Split(':')[0]));
    }

    private static CrmUnderTest Crm(Canaries canaries) => new(more =>
    {
        more.Services.Configure<OutboxOptions>(o => (o.MostAttempts, o.FirstPause) = (2, Duration.FromSeconds(1)));
        more.Services.Configure<InboxOptions>(o => (o.MostAttempts, o.FirstPause) = (2, Duration.FromSeconds(1)));
        more.Services.AddSingleton(new RelationshipEngine([.. ReactionOrder.All, new Stumbling()]));
        more.Services.AddSingleton(canaries);
        more.Services.AddSingleton<CanaryStore>();
        more.UseStore<CanaryStore>().UseDirectory<CanaryDirectory>();
    });

    /// <summary>The outside sees what it is given, and for one candidate fails with words that quote the person.</summary>
    private static void HandOver(Canaries canaries, object given, RelationshipKey whom, string error)
    {
        canaries.Walk("handed over", given);
        if (whom.Candidate.Value == "ben")
        {
            throw new InvalidTimeZoneException(Canaries.Of(error));
        }
    }

    private static HostFact Fact(string id, Instant at, IFact fact, string candidate, string canary) => CrmUnderTest.Fact(id, at, fact, candidate) with
    {
        Personal = new PersonalPart { Fields = ImmutableSortedDictionary<string, string>.Empty.Add(Canaries.Of("field-name"), Canaries.Of(canary)) },
    };

    private static async Task FactsAsync(CrmUnderTest crm, Canaries canaries)
    {
        crm.Clock.Now = Start + Duration.FromHours(1);
        foreach (var candidate in new[] { "anna", "ben" })
        {
            canaries.Walk("record", await crm.Acme.RecordAsync(Fact($"{candidate}:s", Start, Submitted, candidate, "field-recorded")));
        }

        canaries.Walk("repeat", await crm.Acme.RecordAsync(Fact("anna:s", Start, Submitted, "anna", "field-recorded")));
        canaries.Walk("reuse", await crm.Acme.RecordAsync(Fact("anna:s", Start, Submitted with { Requisition = RequisitionId.From("req-2") }, "anna", "field-reused")));
        canaries.Walk("late", await crm.Acme.RecordAsync(Fact("anna:f", Start - Duration.FromDays(3), new CandidateFound { Source = SourceCode.From("fair") }, "anna", "field-late")));
        await crm.Acme.RecordAsync(Fact("anna:i", Start, new InterviewHeld { Application = App, Interview = InterviewId.From("int-1"), Interviewers = [PersonId.From("ada")] }, "anna", "field-recorded"));
        canaries.Walk("contradiction", await crm.Acme.RecordAsync(Fact("anna:x", Start, new OfferMade { Application = JobApplicationId.From("app-9") }, "anna", "field-recorded")));
        canaries.Walk("fault", await crm.Acme.RecordAsync(Fact("fay:b", Start, new CustomFact { Code = FactCode.From("stumble") }, "fay", "field-recorded")));
        canaries.Walk("malformed", await crm.Acme.RecordAsync(Fact("m", Start, new OfferMade { Application = default }, "anna", "field-malformed")));
        canaries.Walk("future", await crm.Acme.RecordAsync(Fact("m", Start + Duration.FromDays(9), Submitted, "anna", "field-malformed")));
        canaries.Walk("submit", await crm.Acme.SubmitAsync(
            [Fact("cleo:s", Start, Submitted, "cleo", "field-submitted"), Fact("gus:s", Start, Submitted, "gus", "field-submitted"), Fact("m", Start, new OfferMade { Application = default }, "cleo", "field-malformed")]));

        // The words of the host's own store come back to the host as they are; the library adds nothing to them.
        var unwritten = await Assert.ThrowsAsync<TimeoutException>(async () => await crm.Acme.RecordAsync(Fact("gus:t", Start, Submitted, "gus", "field-recorded")));
        Assert.Equal(Canaries.Of("store-error"), unwritten.Message);
        canaries.Walk("import", await crm.Acme.ImportAsync(
            new[] { Fact("dora:s", Start, Submitted, "dora", "field-imported"), Fact("m", Start, new OfferMade { Application = default }, "dora", "field-malformed") }.ToAsyncEnumerable()));
    }

    private static async Task WorkAsync(CrmUnderTest crm, Canaries canaries)
    {
        for (var round = 0; round < 4; round++)
        {
            crm.Clock.Now = PausedCrm.Due + Duration.FromMinutes(round);
            canaries.Walk("inbox", await crm.Runner.RunInboxAsync());
            canaries.Walk("due work", await crm.Runner.RunDueWorkAsync());
            canaries.Walk("outbox", await crm.Runner.DrainOutboxAsync());
        }

        var parked = await crm.Acme.Parked.ListAsync();
        Assert.Equal([ParkedQueue.Inbox, ParkedQueue.Outbox], parked.Select(p => p.Queue));
        canaries.Walk("parked", parked);
        canaries.Walk("redrive", await crm.Acme.Parked.RedriveAsync(parked[1]));
        await crm.Runner.DrainOutboxAsync();
        canaries.Walk("drop", await crm.Acme.Parked.DropAsync(parked[0], PausedCrm.Olga));
        Assert.Equal(["ben"], (await crm.EffectsAsync("ben")).Where(e => e.LastError is not null).Select(e => e.Relationship.Candidate.Value));
        Assert.NotEmpty(crm.Tasks);
        canaries.Walk("task", await crm.Acme.Tasks.CloseAsync(CandidateId.From("cleo"), new EffectKey("acknowledge-application", "app-1", 1, "task"), PausedCrm.Olga));
        canaries.Walk("fulfilled late", await crm.Acme.RecordAsync(Fact("anna:m", crm.Clock.Now, new StageEntered { Application = App, Stage = StageKey.From("screening") }, "anna", "field-recorded")));
        canaries.Walk("retraction", await crm.Acme.RecordAsync(Fact("anna:r", crm.Clock.Now, new FactsRetracted { Events = [EventId.From("anna:f")], Reason = ReasonCode.From("wrong") }, "anna", "field-recorded")));
        canaries.Walk("outbox", await crm.Runner.DrainOutboxAsync());
        Assert.NotEmpty(crm.Closed);
    }

    private static async Task OfficeAsync(CrmUnderTest crm, Canaries canaries)
    {
        var rules = await crm.Acme.Rules.ReadAsync();
        canaries.Walk("rules", rules);
        var draft = RulesDraft.Of(rules.InForce.Rules with { Scores = [] });
        canaries.Walk("review", await crm.Acme.Rules.ReviewAsync(draft, Sample.Of(10)));
        var published = await crm.Acme.Rules.PublishAsync(draft, new PublishTerms { By = PausedCrm.Olga, Why = Canaries.Of("why-publish"), Expected = rules.Position });
        Assert.Equal(PublishStatus.Published, published.Status);
        canaries.Walk("publish", published);
        canaries.Walk("mode", await crm.Acme.Rules.SetModeAsync(
            new FeatureMode { Feature = FeatureCode.Lifecycle, Mode = Mode.Observe }, new PublishTerms { By = PausedCrm.Olga, Why = Canaries.Of("why-mode"), Expected = published.Position }));
        canaries.Walk("rules", await crm.Acme.Rules.ReadAsync());
        canaries.Walk("pause", await crm.Acme.Pauses.PauseAsync(PauseScope.Of(CandidateId.From("anna")), PausedCrm.Olga, Canaries.Of("why-pause")));
        canaries.Walk("pause", await crm.Crm.Pauses.PauseAsync(PauseScope.Installation, PausedCrm.Olga, Canaries.Of("why-pause")));
        canaries.Walk("outbox", await crm.Runner.DrainOutboxAsync());
        canaries.Walk("pauses", await crm.Acme.Pauses.ListAsync());
        canaries.Walk("resume", await crm.Acme.Pauses.ResumeAsync(PauseScope.Of(CandidateId.From("anna")), PausedCrm.Olga, Canaries.Of("why-resume")));
        canaries.Walk("resume", await crm.Crm.Pauses.ResumeAsync(PauseScope.Installation, PausedCrm.Olga, Canaries.Of("why-resume")));
        canaries.Walk("ended", await crm.Acme.Pauses.EndedAsync());
        canaries.Walk("ended", await crm.Crm.Pauses.EndedAsync());
    }

    private static async Task QuestionsAsync(CrmUnderTest crm, Canaries canaries)
    {
        foreach (var candidate in new[] { "anna", "ben", "cleo", "dora", "fay" })
        {
            var id = CandidateId.From(candidate);
            canaries.Walk("find", await crm.Acme.FindAsync(id));
            canaries.Walk("as of", await crm.Acme.FindAsync(id, Start + Duration.FromHours(2)));
            canaries.Walk("timeline", await crm.TimelineAsync(id));
            canaries.Walk("explain", await crm.Acme.Engagement.ExplainAsync(id, ScoreKey.From("engagement"), Start + Duration.FromHours(2)));
        }

        canaries.Walk("experience", await crm.Acme.Experience.SummarizeAsync(CandidateId.From("anna")));
        canaries.Walk("effort", await crm.Acme.Engagement.MeasureAsync());
        canaries.Walk("tasks", await crm.Acme.Tasks.ListAsync());
        canaries.Walk("report card", await crm.Acme.Charter.ReportAsync());
        await foreach (var overdue in crm.Acme.Charter.OverdueAsync())
        {
            canaries.Walk("overdue", overdue);
        }

        canaries.Walk("insights", await crm.Acme.Insights.ReportAsync(new InsightsQuestion { AsOf = crm.Clock.Now, Funnel = new FunnelDefinition { Stages = [StageKey.From("applied")] } }));
        canaries.Walk("phases", await crm.Acme.Insights.CountPhasesAsync());
    }

    private static async Task RefusalsAsync(CrmUnderTest crm, Canaries canaries)
    {
        var longWhy = Canaries.Of("refused") + new string('x', 500);
        await canaries.RefusedAsync("pause", async () => await crm.Acme.Pauses.PauseAsync(PauseScope.Tenant, PausedCrm.Olga, longWhy));
        await canaries.RefusedAsync("resume", async () => await crm.Acme.Pauses.ResumeAsync(PauseScope.Tenant, PausedCrm.Olga, longWhy));
        await canaries.RefusedAsync("publish", () => Task.FromResult(new PublishTerms { By = PausedCrm.Olga, Why = longWhy, Expected = 1 }));
        await canaries.RefusedAsync("id", () => Task.FromResult(CandidateId.From(Canaries.Of("refused") + "\n")));
        await canaries.RefusedAsync("code", () => Task.FromResult(FactCode.From(Canaries.Of("refused") + " ")));
        await canaries.RefusedAsync("personal part", () => Task.FromResult(PersonalPart.Of(Canaries.Of("refused"), new string('x', PersonalPart.LongestText))));
        await canaries.RefusedAsync("event", () => Task.FromResult(TimelineJson.Read($$"""{"schema":1,"{{Canaries.Of("refused")}}":"{{Canaries.Of("refused")}}"}""")));
        await canaries.RefusedAsync("effect", () => Task.FromResult(EffectJson.Read($"\"{Canaries.Of("refused")}\"")));

        var globex = TenantId.From("globex");
        var broken = new TenantDocument { Key = new DocumentKey(globex, "pause", "tenant"), Json = $$"""{"schema":1,"scope":"{{Canaries.Of("refused")}}"}""" };
        await crm.Store.CommitAsync(new CrmCommit { Tenant = globex, Relationships = [], Documents = [new DocumentChange { Next = broken, ExpectedRevision = 0 }], RulesPosition = 1 }, default);
        await canaries.RefusedAsync("broken pause", async () => await crm.Crm.For(globex).Pauses.ListAsync());
        canaries.Caged.Remove("refused");
    }

    private static async Task StoredAsync(CrmUnderTest crm, Canaries canaries)
    {
        var (store, tenant) = (crm.Store, Histories.Anna.Tenant);
        foreach (var index in new[] { IndexNames.Candidates, IndexNames.Promises, IndexNames.Applications, IndexNames.RequisitionApplications, IndexNames.Tasks, IndexNames.MissingFeedback, IndexNames.Findings, IndexNames.LatePromises, IndexNames.Faults })
        {
            var rows = await crm.Index.QueryAsync(new IndexQuery { Tenant = tenant, Index = index }, default);
            Assert.NotEmpty(rows);
            canaries.Walk("rows", rows);
        }

        foreach (var candidate in new[] { "anna", "ben", "cleo", "dora", "fay" })
        {
            canaries.Walk("effects", await crm.EffectsAsync(candidate));
            canaries.Walk("loaded", await store.LoadAsync(RelationshipKeys.Of(new RelationshipKey(tenant, CandidateId.From(candidate))), default));
        }

        var feed = await ((ICrmFeed)store).ReadAsync(new FeedQuery { Tenant = tenant }, default);
        Assert.NotEmpty(feed.Events);
        canaries.Walk("feed", feed);
        foreach (var kind in new[] { "pause", "pause.ended" })
        {
            canaries.Walk("documents", await ((ITenantDocuments)store).ReadAsync(new DocumentQuery { Tenant = tenant, Kind = kind }, default));
        }

        canaries.Walk("log", await ((IRulesStore)store).ReadLogAsync(tenant, 0, default));
    }

    /// <summary>A feature that fails with the words of the fact.</summary>
    private sealed class Stumbling : Reaction
    {
        internal override string Feature => "stumbling";

        internal override void On(FoldPass pass, ITimelineEntry entry)
        {
            if (entry is CustomFact { Code.Value: "stumble" })
            {
                throw new InvalidTimeZoneException(Canaries.Of("feature-error"));
            }
        }

        internal override object? Save(Draft draft) => null;

        internal override void Restore(Draft draft, object? slice)
        {
        }
    }

    /// <summary>Knows everybody, and fails the first time that it is asked.</summary>
    private sealed class CanaryDirectory(Canaries canaries) : ICandidateDirectory
    {
        private static int _asked;

        public ValueTask<IReadOnlyList<CandidateProfile>> FindAsync(TenantId tenant, ImmutableArray<CandidateId> candidates, CancellationToken cancellationToken)
        {
            canaries.Walk("asked", candidates);
            return Interlocked.Increment(ref _asked) == 1
                ? throw new InvalidTimeZoneException(Canaries.Of("directory-error"))
                : new([.. candidates.Select(Profile)]);
        }

        private static CandidateProfile Profile(CandidateId candidate) => new()
        {
            Candidate = candidate,
            DisplayName = Canaries.Of("profile-name"),
            Zone = Canaries.Of("profile-zone"),
            Language = Canaries.Of("profile-language"),
            Addresses = ImmutableDictionary<Channel, string>.Empty.Add(Channel.From("email"), Canaries.Of("profile-address")),
            Fields = ImmutableDictionary<string, string>.Empty.Add("salutation", Canaries.Of("profile-field")),
        };
    }
}
