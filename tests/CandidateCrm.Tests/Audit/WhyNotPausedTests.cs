using CandidateCrm.Audit;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using static CandidateCrm.Tests.Rules.PausedCrm;

namespace CandidateCrm.Tests.Audit;

/// <summary>What is held by a pause says by which one, and nothing else does.</summary>
public sealed class WhyNotPausedTests
{
    private static readonly EffectKey[] Keys =
    [
        new("engagement", "*", 1, "announce.band_changed"),
        new("lifecycle", "*", 1, "announce.phase_changed"),
        new("lifecycle", "*", 2, "announce.phase_changed"),
        new("acknowledge-application", "app-1", 1, "announce.promise_broken"),
        new("acknowledge-application", "app-1", 1, "task"),
    ];

    public static TheoryData<PauseScope, int> Scopes => PauseTests.Scopes;

    [Theory]
    [MemberData(nameof(Scopes), DisableDiscoveryEnumeration = true)]
    public async Task Whatever_is_paused_the_first_that_was_held_says_so_and_those_behind_it_name_it(PauseScope scope, int passing)
    {
        await using var crm = new CrmUnderTest();
        await crm.WaitingAsync("anna");
        await crm.PausesFor(scope).PauseAsync(scope, Olga, "canary");
        await crm.Runner.DrainOutboxAsync();
        Assert.Equal(Everything, Keys.Select(key => key.ToString()));

        for (var i = 0; i < Keys.Length; i++)
        {
            var answer = await AskAsync(crm, Keys[i]);
            Assert.Equal(i < passing, answer.Happened);
            Assert.True(i != passing || answer.Reasons is [{ Code: WhyNotCodes.EffectPaused }]);
            Assert.True(i <= passing || answer.Reasons is [.., { Code: WhyNotCodes.EffectBehindOlder } older] && older.Sentence.Contains($"{Keys[passing]}, which is paused", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_sentence_names_scope_and_who_and_when_but_not_why()
    {
        await using var crm = new CrmUnderTest();
        await crm.WaitingAsync("anna");
        await crm.Acme.Pauses.PauseAsync(PauseScope.Tenant, Olga, "canary", Due + Duration.FromHours(2));

        var reason = Assert.Single((await AskAsync(crm, Keys[0])).Reasons);
        Assert.Equal($"The scope tenant is paused by {Olga} since 2026-03-02T13:00:00Z, until 2026-03-02T15:00:00Z, so {Keys[0]} is held.", reason.Sentence);
        Assert.Equal("It ends by itself, or somebody resumes that scope; then it goes out, or is skipped where it has become too late.", reason.WouldChange);
    }

    [Fact]
    public async Task Of_several_pauses_each_is_named_the_longest_first()
    {
        await using var crm = new CrmUnderTest();
        await crm.WaitingAsync("anna");
        await crm.Acme.Pauses.PauseAsync(PauseScope.Tenant, Olga, "An hour.", Due + Duration.FromHours(1));
        await crm.Acme.Pauses.PauseAsync(PauseScope.Of(FeatureCode.Charter), Olga, "Another feature.");
        await crm.Acme.Pauses.PauseAsync(PauseScope.Of(Channel.From("email")), Olga, "A channel.");
        await crm.Acme.Pauses.PauseAsync(PauseScope.Of(CandidateId.From("anna")), Olga, "For good.");
        await crm.Crm.Pauses.PauseAsync(PauseScope.Installation, Olga, "Two hours.", Due + Duration.FromHours(2));

        Assert.Equal(["candidate/anna", "installation", "tenant"], Scopes(await AskAsync(crm, Keys[0])));
        crm.Clock.Now = Due + Duration.FromHours(1);
        Assert.Equal(["candidate/anna", "installation"], Scopes(await AskAsync(crm, Keys[0])));

        static string[] Scopes(WhyNotAnswer answer) => [.. answer.Reasons.Select(reason => reason.Sentence.Split(' ')[2])];
    }

    [Fact]
    public async Task What_another_node_paused_or_resumed_is_known_at_once()
    {
        await using var crm = new CrmUnderTest();
        await using var second = crm.SecondNode();
        await crm.WaitingAsync("anna");
        await crm.Runner.DrainOutboxAsync();
        await crm.SubmitAsync("ben", Due);
        await second.Acme.Pauses.PauseAsync(PauseScope.Tenant, Olga, "Wait.");
        Assert.Equal(WhyNotCodes.EffectPaused, Assert.Single((await AskAsync(crm, Keys[0], "ben")).Reasons).Code);

        await second.Acme.Pauses.ResumeAsync(PauseScope.Tenant, Olga, "Go.");
        Assert.Equal(WhyNotCodes.EffectWaiting, Assert.Single((await AskAsync(crm, Keys[0], "ben")).Reasons).Code);
    }

    [Fact]
    public async Task What_was_held_until_a_moment_ago_never_failed()
    {
        await using var crm = new CrmUnderTest();
        await crm.WaitingAsync("anna");
        await crm.Acme.Pauses.PauseAsync(PauseScope.Tenant, Olga, "Wait.");
        await crm.Runner.DrainOutboxAsync();
        Assert.Contains($"wants: {Keys[0]} announce engagement.band_changed; pending, given back with effect.paused\n", TraceText.Write(await crm.Acme.Audit.TraceAsync(Histories.Anna.Candidate)), StringComparison.Ordinal);
        await crm.Acme.Pauses.ResumeAsync(PauseScope.Tenant, Olga, "Go.");

        var reason = Assert.Single((await AskAsync(crm, Keys[0])).Reasons);
        Assert.Equal((WhyNotCodes.EffectWaiting, "It is looked at again at 2026-03-02T13:00:10Z."), (reason.Code, reason.WouldChange));
        Assert.Contains("untried with effect.paused", reason.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_parked_waits_for_a_person_first_and_then_for_the_pause()
    {
        await using var crm = new CrmUnderTest();
        crm.OnAnnounced = _ => throw new InvalidTimeZoneException("canary");
        await crm.SubmitAsync("anna");
        for (var attempt = 0; attempt < 40; attempt++)
        {
            await crm.Runner.DrainOutboxAsync();
            crm.Clock.Now += Duration.FromDays(1);
        }

        await crm.Acme.Pauses.PauseAsync(PauseScope.Tenant, Olga, "Wait.");
        Assert.Equal([WhyNotCodes.EffectParked, WhyNotCodes.EffectPaused], (await AskAsync(crm, Keys[0])).Reasons.Select(reason => reason.Code));
    }

    [Fact]
    public async Task What_nobody_has_written_yet_will_be_held()
    {
        await using var crm = new CrmUnderTest();
        await crm.SubmitAsync("anna");
        await crm.Acme.Pauses.PauseAsync(Expectation("acknowledge-application"), Olga, "Wait.");
        crm.Clock.Now = Due;

        Assert.Equal([WhyNotCodes.EffectNotOnRecord, WhyNotCodes.EffectPaused], (await AskAsync(crm, Keys[4])).Reasons.Select(reason => reason.Code));
    }

    private static ValueTask<WhyNotAnswer> AskAsync(CrmUnderTest crm, EffectKey key, string candidate = "anna") =>
        crm.Acme.Audit.WhyNotAsync(CandidateId.From(candidate), WhyNot.Handed(key));
}
