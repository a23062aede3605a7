using CandidateCrm.Candidates;
using CandidateCrm.Fixtures;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Charter;

/// <summary>What was overdue at a past instant is found by lists, and is what every timeline says.</summary>
public sealed class OverdueThenProperties
{
    private static readonly string[] People = ["ann", "ben", "cleo"];

    [Fact]
    public void The_lists_find_what_every_timeline_says() => Prop.ForAll(
        (from ann in CharterHistory.Any.Generator
         from ben in CharterHistory.Any.Generator
         from cleo in CharterHistory.Any.Generator
         from quarters in Gen.ArrayOf(Gen.Choose(0, CharterHistory.Quarters + 200), 6)
         from order in Gen.Choose(0, int.MaxValue - 1)
         select (Told: new[] { ann, ben, cleo }, Quarters: quarters, Order: order)).ToArbitrary(),
        drawn => Task.Run(async () =>
        {
            await using var crm = new CrmUnderTest(rules: rules => rules.Take(CharterRules.All));
            var told = People.Zip(drawn.Told, (candidate, history) => history.Events.Select(one => (candidate, one))).SelectMany(each => each).ToArray();
            new Random(drawn.Order).Shuffle(told);
            foreach (var (candidate, one) in told)
            {
                await crm.HappenAsync($"{candidate}:{one.Id}", one.OccurredAt, (IFact)one.Entry, candidate);
            }

            crm.Clock.Now = CharterHistory.At(CharterHistory.Quarters) + Duration.FromDays(30);
            foreach (var quarter in drawn.Quarters)
            {
                var at = CharterHistory.At(quarter);
                Assert.Equal(await EveryTimelineAsync(crm, at), (await crm.Acme.Charter.OverdueAsync(at).ToListAsync()).Select(each => (each.Candidate.Value, each.Promise.Key.ToString(), each.Promise.DueAt!.Value)).Order());
            }

            return true;
        }).GetAwaiter().GetResult()).Check(Tries.Of(40));

    [Fact]
    public async Task Who_owed_nothing_then_is_not_read()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(CharterRules.Of(CharterRules.Acknowledge with { Levels = [] })));
        var monday = CharterScenes.At("2026-03-02T09:00:00Z");
        await crm.HappenAsync("ann:s", monday, CharterScenes.Submitted, "ann");
        await crm.HappenAsync("ann:m", monday + Duration.FromHours(1), CharterScenes.Out, "ann");
        await crm.HappenAsync("ben:s", monday, CharterScenes.Submitted, "ben");
        await crm.HappenAsync("ben:m", monday + Duration.FromDays(2), CharterScenes.Out, "ben");
        await crm.HappenAsync("cleo:s", monday, CharterScenes.Submitted, "cleo");
        await crm.HappenAsync("cleo:m", monday + Duration.FromHours(6), CharterScenes.Out, "cleo");

        crm.Clock.Now = monday + Duration.FromDays(9);
        var late = await crm.Services.GetRequiredService<ICrmIndex>().QueryAsync(new IndexQuery { Tenant = crm.Acme.Tenant, Index = IndexNames.LatePromises }, default);
        Assert.Equal(["cleo", "ben"], late.Select(row => row.Candidate.Value));
        Assert.Equal(["ben"], (await crm.Acme.Charter.OverdueAsync(monday + Duration.FromDays(1)).ToListAsync()).Select(each => each.Candidate.Value));
        Assert.Equal(["ben", "cleo"], (await crm.Acme.Charter.OverdueAsync(monday + Duration.FromHours(5)).ToListAsync()).Select(each => each.Candidate.Value));
    }

    private static async Task<IEnumerable<(string, string, Instant)>> EveryTimelineAsync(CrmUnderTest crm, Instant at)
    {
        var found = new List<(string, string, Instant)>();
        foreach (var person in People)
        {
            var past = await crm.Acme.FindAsync(CandidateId.From(person), at);
            found.AddRange((past?.Charter?.Promises ?? []).Where(promise => promise.DueAt <= at).Select(promise => (person, promise.Key.ToString(), promise.DueAt!.Value)));
        }

        return found.Order();
    }
}
