using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Rules;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Work;

public sealed class DirectoryTests
{
    [Fact]
    public async Task The_profiles_of_a_batch_are_asked_for_once_and_come_with_the_tasks()
    {
        var directory = new Directory("anna", "ben");
        await using var crm = Crm(directory);
        await crm.WaitingAsync("anna", "ben", "cleo");
        await crm.Runner.DrainOutboxAsync();

        Assert.Equal("acme: anna ben cleo", Assert.Single(directory.Asked));
        Assert.Equal(["Anna of acme", "Ben of acme", null], crm.Tasks.OrderBy(t => t.Relationship.ToString(), StringComparer.Ordinal).Select(t => t.Profile?.DisplayName));
    }

    [Fact]
    public async Task Each_batch_is_asked_for_by_itself_and_each_tenant()
    {
        var directory = new Directory("anna", "ben", "gus");
        await using var crm = Crm(directory, options => options.BatchSize = 2);
        var globex = crm.Crm.For(TenantId.From("globex"));
        await globex.RecordAsync(CrmUnderTest.Fact("g", PausedCrm.Submitted, new ApplicationSubmitted { Application = JobApplicationId.From("app-1"), Requisition = RequisitionId.From("req-1") }, "gus"));
        await crm.WaitingAsync("anna", "ben");
        await crm.Runner.DrainOutboxAsync();

        Assert.Equal(3, crm.Tasks.Count);
        Assert.Equal(["acme", "globex"], directory.Asked.Select(a => a.Split(':')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["acme/anna: Anna of acme", "acme/ben: Ben of acme", "globex/gus: Gus of globex"], crm.Tasks.Select(t => $"{t.Relationship}: {t.Profile!.DisplayName}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_a_directory_tasks_come_without_a_profile()
    {
        await using var crm = new CrmUnderTest();
        await crm.WaitingAsync("anna");
        await crm.Runner.DrainOutboxAsync();

        Assert.Null(Assert.Single(crm.Tasks).Profile);
    }

    [Fact]
    public async Task A_directory_that_fails_has_tasks_tried_again_and_stops_nothing_else()
    {
        var directory = new Directory("anna", "ben") { Fails = true };
        await using var crm = Crm(directory);
        await crm.WaitingAsync("anna", "ben");
        var report = await crm.Runner.DrainOutboxAsync();

        Assert.Equal((8, 2, 0), (report.Done, report.Failed, crm.Tasks.Count));
        Assert.Single(directory.Asked);
        var failed = Assert.Single(await crm.EffectsAsync("anna"), e => e.State == EffectState.Pending);
        Assert.Equal((1, "InvalidTimeZoneException"), (failed.Attempts, failed.LastError));
        directory.Fails = false;
        crm.Clock.Now += Duration.FromMinutes(1);
        Assert.Equal(2, (await crm.Runner.DrainOutboxAsync()).Done);
        Assert.Equal(2, crm.Tasks.Count(t => t.Profile is not null));
    }

    [Fact]
    public async Task A_directory_that_answers_with_nothing_at_all_is_one_that_fails()
    {
        var directory = new Directory { Answers = false };
        await using var crm = Crm(directory);
        await crm.WaitingAsync("anna");

        var report = await crm.Runner.DrainOutboxAsync();
        Assert.Equal((4, 1), (report.Done, report.Failed));
    }

    [Fact]
    public async Task A_cancelled_call_is_no_failure_of_the_directory()
    {
        using var stop = new CancellationTokenSource();
        var directory = new Directory("anna") { OnAsked = stop.Cancel };
        await using var crm = Crm(directory);
        await crm.WaitingAsync("anna");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await crm.Runner.DrainOutboxAsync(stop.Token));
        Assert.Equal(0, (await crm.EffectsAsync("anna")).Single(e => e.State == EffectState.Pending).Attempts);
    }

    [Fact]
    public async Task Nobody_is_asked_for_about_what_is_held_skipped_announced_or_closed()
    {
        var directory = new Directory("anna");
        await using var crm = Crm(directory, rules: PausedCrm.Short);
        await crm.SubmitAsync("anna");
        await crm.Runner.DrainOutboxAsync();
        await crm.Acme.Pauses.PauseAsync(PauseScope.Of(FeatureCode.Charter), PausedCrm.Olga, "Wait.");
        crm.Clock.Now = PausedCrm.Due;
        await crm.Runner.RunDueWorkAsync();
        await crm.Runner.DrainOutboxAsync();
        await crm.Acme.Pauses.ResumeAsync(PauseScope.Of(FeatureCode.Charter), PausedCrm.Olga, "Go.");
        crm.Clock.Now += Duration.FromDays(31);
        Assert.Equal(1, (await crm.Runner.DrainOutboxAsync()).Skipped);

        Assert.Empty(directory.Asked);
    }

    [Fact]
    public async Task Nothing_of_a_profile_is_stored()
    {
        var directory = new Directory("anna");
        await using var crm = Crm(directory);
        await crm.WaitingAsync("anna");
        await crm.Runner.DrainOutboxAsync();
        var stored = string.Join(
            '\n',
            (await crm.TimelineAsync()).Select(e => TimelineJson.Write(e))
                .Append(RelationshipJson.Write(await crm.AnnaAsync()))
                .Concat((await crm.EffectsAsync("anna")).Select(e => EffectJson.Write(e.Effect) + e.LastError)));

        Assert.NotNull(crm.Tasks.Single().Profile);
        Assert.DoesNotContain("Anna of acme", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna of acme", $"{crm.Tasks.Single()} {crm.Tasks.Single().Profile}", StringComparison.Ordinal);
    }

    private static CrmUnderTest Crm(Directory directory, Action<OutboxOptions>? options = null, Action<CrmRulesBuilder>? rules = null) => new(
        more =>
        {
            more.Services.Configure(options ?? (_ => { }));
            more.Services.AddSingleton(directory);
            more.UseDirectory<AskedDirectory>().UseDirectory<SecondDirectory>();
        },
        rules);

    private sealed class Directory(params string[] known)
    {
        internal List<string> Asked { get; } = [];

        internal bool Fails { get; set; }

        internal bool Answers { get; set; } = true;

        internal Action? OnAsked { get; set; }

        internal string[] Known => known;
    }

    private sealed class AskedDirectory(Directory directory) : ICandidateDirectory
    {
        public ValueTask<IReadOnlyList<CandidateProfile>> FindAsync(TenantId tenant, ImmutableArray<CandidateId> candidates, CancellationToken cancellationToken)
        {
            directory.Asked.Add($"{tenant}: {string.Join(' ', candidates.Select(c => c.Value).Order(StringComparer.Ordinal))}");
            directory.OnAsked?.Invoke();
            cancellationToken.ThrowIfCancellationRequested();
            if (directory.Fails)
            {
                throw new InvalidTimeZoneException("anna@example.org");
            }

            var found = from candidate in candidates
                        where directory.Known.Contains(candidate.Value)
                        select new CandidateProfile { Candidate = candidate, DisplayName = $"{char.ToUpperInvariant(candidate.Value[0])}{candidate.Value[1..]} of {tenant}" };
            return new(directory.Answers ? [.. found] : null!);
        }
    }

    private sealed class SecondDirectory : ICandidateDirectory
    {
        public ValueTask<IReadOnlyList<CandidateProfile>> FindAsync(TenantId tenant, ImmutableArray<CandidateId> candidates, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
