using CandidateCrm.Candidates;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class InboxCases
{
    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddOrder(cases);
        AddLimits(cases);
        AddContents(cases);
        AddRefusals(cases);
        return cases.All;
    }

    private static void AddOrder(StoreCases cases)
    {
        cases.Add("Facts of a candidate are claimed together, in the order of their arrival", async c =>
        {
            await c.AppendAsync(Fact(Anna, "z", Monday + Duration.FromHours(2)), Fact(Anna, "y")).ConfigureAwait(false);
            await c.AppendAsync(Fact(Anna, "x", Monday + Duration.FromHours(1))).ConfigureAwait(false);
            await c.ClaimsBatchesAsync("anna: z, y, x").ConfigureAwait(false);
        });
        cases.Add("Candidates with waiting facts are claimed longest waiting first", async c =>
        {
            foreach (var key in new[] { Cleo, Anna, Ben })
            {
                await c.AppendAsync(Fact(key, $"1-{key.Candidate}")).ConfigureAwait(false);
                c.Clock.Advance(InboxSteps.Minute);
            }

            await c.AppendAsync(Fact(Cleo, "2-cleo")).ConfigureAwait(false);
            await c.ClaimsBatchesAsync("cleo: 1-cleo, 2-cleo", "anna: 1-anna", "ben: 1-ben").ConfigureAwait(false);
        });
        cases.Add("Facts of candidates of two tenants under one id are apart", async c =>
        {
            await c.AppendAsync(Fact(Anna, "a")).ConfigureAwait(false);
            await c.AppendAsync(Fact(AnnaElsewhere, "a")).ConfigureAwait(false);
            var batches = await c.ClaimBatchesAsync().ConfigureAwait(false);
            c.Check.SameList(["acme/anna a", "globex/anna a"], batches.Select(b => $"{b.Lease.Relationship} {b.Facts[0].Id}").Order(StringComparer.Ordinal), "the batches");
            c.Check.Same(true, batches.All(b => b.Facts.All(f => f.Relationship == b.Lease.Relationship)), "each with its own");
        });
        cases.Add("What waits is on no timeline yet", async c =>
        {
            await c.AppendAsync(Fact(Anna, "a")).ConfigureAwait(false);
            await c.HasEventsAsync(Anna).ConfigureAwait(false);
            c.Check.Same(null, await c.LoadAsync(Anna).ConfigureAwait(false), "the relationship");
        });
    }

    private static void AddLimits(StoreCases cases)
    {
        cases.Add("A claim of the inbox takes at most as many candidates as asked", async c =>
        {
            await c.AppendAsync(Fact(Anna, "a"), Fact(Ben, "b"), Fact(Cleo, "c")).ConfigureAwait(false);
            c.Check.Same(2, (await c.ClaimBatchesAsync(candidates: 2).ConfigureAwait(false)).Length, "the number of batches");
            c.Check.Same(1, (await c.ClaimBatchesAsync(candidates: 2).ConfigureAwait(false)).Length, "the number of batches left");
        });
        cases.Add("A batch has at most as many facts as asked, and the others follow it", async c =>
        {
            await c.AppendAsync([.. Enumerable.Range(0, 5).Select(i => Fact(Anna, $"{i}"))]).ConfigureAwait(false);
            foreach (var expected in (string[])["anna: 0, 1", "anna: 2, 3", "anna: 4"])
            {
                var batch = await c.ClaimBatchAsync(facts: 2).ConfigureAwait(false);
                c.Check.Same(expected, InboxSteps.Text(batch), "the batch");
                await c.CompletesAsync(batch).ConfigureAwait(false);
            }

            await c.ClaimsBatchesAsync().ConfigureAwait(false);
        });
        cases.Add("A claim of an empty inbox has no batches", c => c.ClaimsBatchesAsync());
    }

    private static void AddContents(StoreCases cases)
    {
        cases.Add("A waiting fact comes back as it was handed in", async c =>
        {
            var told = Fact(Anna, "application:1 «ä»") with
            {
                OccurredAt = Monday + Duration.FromTicks(10),
                RecordedAt = Monday + Duration.FromTicks(20),
                SourceOrder = -3,
                Precision = Precision.Day,
                Actor = Actor.Of(PersonId.From("recruiter-7")),
                Source = SourceCode.From("import"),
                Correlation = CorrelationId.From("thread 1"),
                Batch = BatchId.From("batch 1"),
                Trust = Trust.Claimed,
                Personal = PersonalPart.Of("note", "likes trains, «ä»"),
            };
            await c.AppendAsync(told).ConfigureAwait(false);
            c.Check.Same(told, (await c.ClaimBatchAsync().ConfigureAwait(false)).Facts[0], "the fact");
        });
        cases.Add("A waiting fact of every kind comes back as it was handed in", async c =>
        {
            TimelineEvent[] told = [.. EntrySamples.All().OfType<IFact>().Select((f, i) => Event(Anna, $"{i}", Monday, f))];
            await c.AppendAsync(told).ConfigureAwait(false);
            var batch = await c.ClaimBatchAsync().ConfigureAwait(false);
            c.Check.Same(true, told.SequenceEqual(batch.Facts), "the facts the same");
        });
        cases.Add("A fact handed in twice waits twice: the inbox judges no ids", async c =>
        {
            await c.AppendAsync(Fact(Anna, "a"), Fact(Anna, "a")).ConfigureAwait(false);
            await c.AppendAsync(Fact(Anna, "a"), Fact(Ben, "a")).ConfigureAwait(false);
            await c.ClaimsBatchesAsync("anna: a, a, a", "ben: a").ConfigureAwait(false);
        });
    }

    private static void AddRefusals(StoreCases cases)
    {
        cases.Add("A fact of another tenant is refused, and none of the append waits", async c =>
        {
            var append = new InboxAppend { Tenant = Acme, Facts = [Fact(Anna, "a"), Fact(AnnaElsewhere, "b"), Fact(Ben, "c")] };
            await c.Check.RefusesAsync<ArgumentException>(async () => await c.Inbox.AppendAsync(append, CancellationToken.None).ConfigureAwait(false), "a fact of another tenant").ConfigureAwait(false);
            await c.ClaimsBatchesAsync().ConfigureAwait(false);
        });
        cases.Add("A transaction of another database is refused, and nothing waits", async c =>
        {
            using var foreign = new ForeignTransaction();
            var append = new InboxAppend { Tenant = Acme, Facts = [Fact(Anna, "a")], Transaction = foreign };
            await c.Check.RefusesAsync<ArgumentException>(async () => await c.Inbox.AppendAsync(append, CancellationToken.None).ConfigureAwait(false), "a transaction of another database").ConfigureAwait(false);
            await c.ClaimsBatchesAsync().ConfigureAwait(false);
        });
    }
}
