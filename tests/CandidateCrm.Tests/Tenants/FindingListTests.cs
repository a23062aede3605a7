using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Fixtures;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Tenants;

public sealed class FindingListTests
{
    private static readonly CandidateId[] People = [Histories.Anna.Candidate, CandidateId.From("ben"), CandidateId.From("cleo")];

    [Fact]
    public async Task A_finding_is_listed_with_what_it_means_and_gone_once_it_is_not_true()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("2", Histories.Start, new StageEntered { Application = JobApplicationId.From("app-1"), Stage = StageKey.From("interview") });
        var listed = Assert.Single(await crm.Acme.Findings.ListAsync(new FindingFilter { Codes = [FindingCodes.ApplicationUnknown] }));

        Assert.Equal((FindingCodes.ApplicationUnknown, "app-1", Histories.Anna.Candidate, Histories.Start), (listed.Code, listed.Subject, listed.Candidate, listed.At));
        Assert.Equal(("A fact names an application that nobody submitted.", "Tell the submission, with the instant at which it happened: then the finding goes."), (listed.Sentence, listed.WouldBeRight));
        Assert.Equal(listed.Event, (await crm.TimelineAsync()).Single(e => e.Entry is FindingNoted { Code: FindingCodes.ApplicationUnknown }).Id);
        Assert.Empty(await crm.Crm.For(TenantId.From("globex")).Findings.ListAsync());

        await crm.Acme.RecordAsync(CrmUnderTest.Fact("1", Histories.Start - Duration.FromDays(1), new ApplicationSubmitted { Application = JobApplicationId.From("app-1"), Requisition = RequisitionId.From("req-1") }));
        Assert.Empty(await crm.Acme.Findings.ListAsync(new FindingFilter { Codes = [FindingCodes.ApplicationUnknown] }));
        Assert.Empty(await crm.Acme.Findings.ListAsync(new FindingFilter { Codes = [FindingCodes.ApplicationUnknown], Candidate = Histories.Anna.Candidate }));
    }

    [Fact]
    public async Task The_findings_of_an_erased_candidate_are_gone()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("2", Histories.Start, new StageEntered { Application = JobApplicationId.From("app-1"), Stage = StageKey.From("interview") });
        await crm.Store.EraseAsync(new ErasePlan { Relationship = Histories.Anna, Scope = EraseScope.Everything }, default);

        Assert.Empty(await crm.Acme.Findings.ListAsync());
        Assert.Empty(await crm.Acme.Findings.ListAsync(new FindingFilter { Candidate = Histories.Anna.Candidate }));
        Assert.Empty(await crm.Acme.Findings.CountAsync());
    }

    [Fact]
    public void Any_filter_by_pages_of_any_size_gives_what_a_walk_over_all_timelines_gives() =>
        Prop.ForAll(Arb.From(Gen.ArrayOf(Histories.Any.Generator, 3)), Arb.From(Gen.Choose(0, 100_000)), (histories, seed) =>
        {
            CheckAsync(histories, seed).GetAwaiter().GetResult();
        }).Check(Tries.Of(40));

    [Fact]
    public void Every_code_has_words_of_its_own()
    {
        var codes = typeof(FindingCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToArray();

        Assert.All(codes, code => Assert.True(FindingWords.Knows(code), code));
        Assert.Equal(codes.Length, codes.Select(code => FindingWords.Of(code).Meaning).Distinct().Count());
        Assert.All(codes, code => Assert.True(FindingWords.Of(code) is ({ Length: > 20 } meaning, { Length: > 20 } right) && meaning.EndsWith('.') && right.EndsWith('.'), code));
        Assert.False(FindingWords.Knows("code.of-tomorrow"));
        Assert.Contains("newer version", FindingWords.Of("code.of-tomorrow").Meaning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_can_mean_nothing_is_a_mistake_of_the_caller()
    {
        await using var crm = new CrmUnderTest();
        var typo = new FindingFilter { Codes = ["application.unknwon"] };

        Assert.Contains("1 of these codes", (await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.Findings.ListAsync(typo))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.Findings.CountAsync(typo));
        await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.Findings.CountAsync(new FindingFilter { Codes = [null!] }));
        await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.Findings.ListAsync(new FindingFilter { Since = Histories.Start + Duration.Epsilon, Until = Histories.Start }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await crm.Acme.Findings.ListAsync(max: 0));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await crm.Acme.Findings.ListStuckAsync(-Duration.Epsilon));
        Assert.Empty(await crm.Acme.Findings.ListAsync(new FindingFilter { Since = Histories.Start, Until = Histories.Start }));
    }

    [Fact]
    public async Task Applications_that_nobody_moves_are_listed_longest_first_and_go_once_they_move()
    {
        await using var crm = new CrmUnderTest();
        for (var i = 0; i < 7; i++)
        {
            await crm.HappenAsync($"s{i}", Histories.Start + Duration.FromDays(i), new ApplicationSubmitted { Application = JobApplicationId.From("app"), Requisition = RequisitionId.From("req-1") }, $"c-{i}");
        }

        await crm.HappenAsync("orphan", Histories.Start + Duration.FromDays(2) + Duration.FromHours(1), new StageEntered { Application = JobApplicationId.From("lost"), Stage = StageKey.From("interview") }, "c-0");
        crm.Clock.Now = Histories.Start + Duration.FromDays(14);
        var listed = new List<LiveApplication>();
        for (var page = await crm.Acme.Findings.ListStuckAsync(Duration.FromDays(10), max: 2); page.Count > 0; page = await crm.Acme.Findings.ListStuckAsync(Duration.FromDays(10), page[^1], max: 2))
        {
            listed.AddRange(page);
        }

        Assert.Equal(["c-0/app", "c-1/app", "c-2/app", "c-0/lost", "c-3/app", "c-4/app"], listed.Select(a => $"{a.Candidate}/{a.Application}"));
        Assert.False(listed[3].Requisition.IsAssigned);
        await crm.HappenAsync("moved", crm.Clock.Now, new StageEntered { Application = JobApplicationId.From("app"), Stage = StageKey.From("interview") }, "c-0");
        await crm.HappenAsync("ended", crm.Clock.Now, new ApplicationEnded { Application = JobApplicationId.From("app"), Disposition = Disposition.Duplicate }, "c-1");
        Assert.Equal(["c-2/app", "c-0/lost", "c-3/app", "c-4/app"], (await crm.Acme.Findings.ListStuckAsync(Duration.FromDays(10))).Select(a => $"{a.Candidate}/{a.Application}"));
        Assert.Equal(7, (await crm.Acme.Findings.ListStuckAsync(Duration.Zero)).Count);
        Assert.Empty(await crm.Crm.For(TenantId.From("globex")).Findings.ListStuckAsync(Duration.Zero));
    }

    private static async Task CheckAsync(TimelineEvent[][] histories, int seed)
    {
        await using var crm = new CrmUnderTest();
        for (var i = 0; i < People.Length; i++)
        {
            foreach (var one in histories[i])
            {
                await crm.Acme.RecordAsync(CrmUnderTest.Told(one) with { Candidate = People[i], EventId = EventId.From($"{People[i]}:{one.Id}") });
            }
        }

        var all = new List<ListedFinding>();
        foreach (var person in People)
        {
            all.AddRange((await crm.TimelineAsync(person)).Where(e => e.Entry is FindingNoted).Select(e => Of(person, e)));
        }

        all = [.. all.OrderBy(f => f.At).ThenBy(f => f.Candidate.Value, StringComparer.Ordinal).ThenBy(f => $"{f.Code}\t{f.Subject}\t{f.Event}", StringComparer.Ordinal)];
        foreach (var filter in Filters(all, seed))
        {
            var expected = all.Where(f => (filter.Codes.IsEmpty || filter.Codes.Contains(f.Code)) && (!filter.Candidate.IsAssigned || f.Candidate == filter.Candidate)
                && !(f.At < filter.Since) && !(f.At >= filter.Until)).ToList();
            Assert.Equal(
                expected.GroupBy(f => f.Code).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.LongCount())),
                (await crm.Acme.Findings.CountAsync(filter)).Select(c => (c.Code, c.Findings)));
            if (filter.NewestFirst)
            {
                expected.Reverse();
            }

            Assert.Equal(expected, await AllAsync(crm, filter, 1 + (seed % 5)));
        }
    }

    private static IEnumerable<FindingFilter> Filters(List<ListedFinding> all, int seed)
    {
        var some = all.Count == 0 ? [FindingCodes.StageUnknown] : all.Select(f => f.Code).Distinct().Skip(seed % 3).Take(2).ToArray();
        Instant? at = all.Count == 0 ? null : all[seed % all.Count].At;
        foreach (var newest in new[] { false, true })
        {
            yield return new FindingFilter { NewestFirst = newest };
            yield return new FindingFilter { NewestFirst = newest, Codes = [.. some] };
            yield return new FindingFilter { NewestFirst = newest, Since = at };
            yield return new FindingFilter { NewestFirst = newest, Until = at };
            yield return new FindingFilter { NewestFirst = newest, Since = at + Duration.Epsilon, Codes = [.. some] };
            yield return new FindingFilter { NewestFirst = newest, Candidate = People[seed % 3], Since = at };
            yield return new FindingFilter { NewestFirst = newest, Candidate = People[seed % 3], Codes = [.. some], Until = at + Duration.Epsilon };
        }
    }

    private static async Task<List<ListedFinding>> AllAsync(CrmUnderTest crm, FindingFilter filter, int size)
    {
        var found = new List<ListedFinding>();
        while (true)
        {
            var page = await crm.Acme.Findings.ListAsync(filter, found.Count == 0 ? null : found[^1], size);
            found.AddRange(page);
            if (page.Count < size)
            {
                return found;
            }
        }
    }

    private static ListedFinding Of(CandidateId candidate, TimelineEvent e)
    {
        var noted = (FindingNoted)e.Entry;
        var (meaning, right) = FindingWords.Of(noted.Code);
        return new ListedFinding { Code = noted.Code, Subject = noted.Subject, Candidate = candidate, At = e.OccurredAt, Event = e.Id, Sentence = meaning, WouldBeRight = right };
    }
}
