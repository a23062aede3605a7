using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class InboxErasureCases
{
    private static PersonalPart Note => PersonalPart.Of("note", "likes trains");

    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddEverything(cases);
        AddPersonalParts(cases);
        return cases.All;
    }

    private static void AddEverything(StoreCases cases)
    {
        cases.Add("Erasing everything removes the waiting facts of the candidate, and of nobody else", async c =>
        {
            await c.AppendAsync(Fact(Anna, "a") with { Personal = Note }, Fact(Ben, "b"), Fact(Anna, "c")).ConfigureAwait(false);
            await c.AppendAsync(Fact(AnnaElsewhere, "d")).ConfigureAwait(false);
            var outcome = await c.EraseAsync(Anna, EraseScope.Everything).ConfigureAwait(false);
            c.Check.Same(new EraseOutcome { PersonalParts = 1, Events = 2, EventsLeft = 0 }, outcome, "the outcome");
            var left = (await c.ClaimBatchesAsync().ConfigureAwait(false)).Select(b => $"{b.Lease.Relationship}").Order(StringComparer.Ordinal);
            c.Check.SameList(["acme/ben", "globex/anna"], left, "what still waits");
        });
        cases.Add("Waiting facts and recorded ones are erased and counted together", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a") with { Personal = Note })).ConfigureAwait(false);
            await c.AppendAsync(Fact(Anna, "b") with { Personal = Note }, Fact(Anna, "c")).ConfigureAwait(false);
            var parts = await c.EraseAsync(Anna, EraseScope.PersonalParts).ConfigureAwait(false);
            c.Check.Same(new EraseOutcome { PersonalParts = 2, Events = 0, EventsLeft = 3 }, parts, "the outcome for personal parts");
            var everything = await c.EraseAsync(Anna, EraseScope.Everything).ConfigureAwait(false);
            c.Check.Same(new EraseOutcome { PersonalParts = 0, Events = 3, EventsLeft = 0 }, everything, "the outcome for everything");
        });
        cases.Add("The lease on facts that were erased is lost, and what comes later is not touched by it", async c =>
        {
            await c.AppendAsync(Fact(Anna, "a")).ConfigureAwait(false);
            var batch = await c.ClaimBatchAsync().ConfigureAwait(false);
            await c.EraseAsync(Anna, EraseScope.Everything).ConfigureAwait(false);
            await c.AppendAsync(Fact(Anna, "b")).ConfigureAwait(false);
            await c.RenewsAsync(batch, answer: false).ConfigureAwait(false);
            await c.CompletesAsync(batch, answer: false).ConfigureAwait(false);
            await c.ClaimsBatchesAsync("anna: b").ConfigureAwait(false);
        });
    }

    private static void AddPersonalParts(StoreCases cases)
    {
        cases.Add("Erasing personal parts takes those of waiting facts, and nothing else of them", async c =>
        {
            await c.AppendAsync(Fact(Anna, "a") with { Personal = Note }, Fact(Anna, "b"), Fact(Ben, "c") with { Personal = Note }).ConfigureAwait(false);
            var outcome = await c.EraseAsync(Anna, EraseScope.PersonalParts).ConfigureAwait(false);
            c.Check.Same(new EraseOutcome { PersonalParts = 1, Events = 0, EventsLeft = 2 }, outcome, "the outcome");
            var batches = await c.ClaimBatchesAsync().ConfigureAwait(false);
            c.Check.SameList(["anna: a, b", "ben: c"], batches.Select(InboxSteps.Text), "the batches");
            c.Check.Same(Fact(Anna, "a"), batches[0].Facts[0], "the fact without its personal part");
            c.Check.Same(Note, batches[1].Facts[0].Personal, "the personal part of somebody else");
        });
        cases.Add("Erasing personal parts takes them from facts that are claimed and given back", async c =>
        {
            await c.AppendAsync(Fact(Anna, "a") with { Personal = Note }).ConfigureAwait(false);
            var batch = await c.ClaimBatchAsync().ConfigureAwait(false);
            await c.EraseAsync(Anna, EraseScope.PersonalParts).ConfigureAwait(false);
            await c.FailsAsync(batch, c.Now).ConfigureAwait(false);
            c.Check.Same(null, (await c.ClaimBatchAsync().ConfigureAwait(false)).Facts[0].Personal, "the personal part");
        });
    }
}
