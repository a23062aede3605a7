using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Rules;

/// <summary>Candidates of whom everything that can go out waits: a band, two phases, a broken promise and its task, in this order.</summary>
internal static class PausedCrm
{
    internal static readonly Instant Submitted = Histories.Start;
    internal static readonly Instant Due = Instant.FromUtc(2026, 3, 2, 13, 0);
    internal static readonly Actor Olga = Actor.Of(PersonId.From("olga"));
    internal static readonly Duration Seconds10 = Duration.FromSeconds(10);

    /// <summary>All that goes out for one candidate, in its order.</summary>
    internal static readonly string[] Everything =
    [
        "announce.band_changed:engagement#1:*",
        "announce.phase_changed:lifecycle#1:*",
        "announce.phase_changed:lifecycle#2:*",
        "announce.promise_broken:acknowledge-application#1:app-1",
        "task:acknowledge-application#1:app-1",
    ];

    internal static Task SubmitAsync(this CrmUnderTest crm, string candidate, Instant? at = null) =>
        crm.HappenAsync($"{candidate[^Math.Min(candidate.Length, 50)..]}:s", at ?? Submitted, new ApplicationSubmitted { Application = JobApplicationId.From("app-1"), Requisition = RequisitionId.From("req-1") }, candidate);

    /// <summary>Rules under which nothing more follows after a month.</summary>
    internal static void Short(CrmRulesBuilder rules) => rules.Take(TestRules.Everything with { Scores = [], Expectations = [TestRules.Everything.Expectations[0]] });

    /// <summary>Has everything wait for some candidates, and nothing handed over yet.</summary>
    internal static async Task WaitingAsync(this CrmUnderTest crm, params string[] candidates)
    {
        foreach (var candidate in candidates)
        {
            await crm.SubmitAsync(candidate);
        }

        crm.Clock.Now = Due;
        await crm.Runner.RunDueWorkAsync();
    }

    /// <summary>Notes what goes out, in its order, as «candidate key».</summary>
    internal static List<string> Listen(this CrmUnderTest crm)
    {
        var heard = new List<string>();
        crm.OnAnnounced = a => heard.Add($"{a.Relationship.Candidate} {a.Key}");
        crm.OnTask = t => heard.Add($"{t.Relationship.Candidate} {t.Key}");
        crm.OnClosed = t => heard.Add($"{t.Relationship.Candidate} closed {t.Task}");
        return heard;
    }

    internal static string[] Of(this IEnumerable<string> heard, string candidate) =>
        [.. heard.Where(h => h.StartsWith(candidate + " ", StringComparison.Ordinal)).Select(h => h[(candidate.Length + 1)..])];

    internal static async Task<IReadOnlyList<EffectRecord>> EffectsAsync(this CrmUnderTest crm, string candidate) =>
        await crm.Store.ReadEffectsAsync(EffectQuery.Of(new RelationshipKey(Histories.Anna.Tenant, CandidateId.From(candidate))), default);

    internal static IPauses PausesFor(this CrmUnderTest crm, PauseScope scope) =>
        scope.Kind == PauseScopeKind.Installation ? crm.Crm.Pauses : crm.Acme.Pauses;

    internal static async Task<Pause[]> EndedAsync(this IPauses pauses)
    {
        var ended = new List<Pause>();
        await foreach (var pause in pauses.ReadEndedAsync())
        {
            ended.Add(pause);
        }

        return [.. ended];
    }

    internal static PauseScope Expectation(string key) => PauseScope.Of(new DefinitionName(DefinitionKind.Expectation, key));

    internal static PauseScope Score(string key) => PauseScope.Of(new DefinitionName(DefinitionKind.Score, key));

    internal static async Task AreDoneAsync(this CrmUnderTest crm, string candidate) =>
        Assert.All(await crm.EffectsAsync(candidate), e => Assert.Equal((EffectState.Done, 0), (e.State, e.Attempts)));
}
