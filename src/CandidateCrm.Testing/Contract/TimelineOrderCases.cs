using CandidateCrm.Timeline;
using NodaTime;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class TimelineOrderCases
{
    private static readonly Duration Microsecond = Duration.FromTicks(10);

    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddOrder(cases);
        AddEdges(cases);
        AddPlaces(cases);
        return cases.All;
    }

    private static void AddOrder(StoreCases cases)
    {
        cases.Add("Events come in the order of their instants, whatever order they came in", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "c", Monday + Duration.FromHours(3)))).ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 1, Fact(Anna, "a", Monday + Duration.FromHours(1)))).ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 2, Fact(Anna, "d", Monday + Duration.FromHours(4)), Fact(Anna, "b", Monday + Duration.FromHours(2)))).ConfigureAwait(false);
            await c.HasEventsAsync(Anna, "a", "b", "c", "d").ConfigureAwait(false);
        });
        cases.Add("Events at one instant come in the order of their source", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a") with { SourceOrder = 2 }, Fact(Anna, "b") with { SourceOrder = -1 })).ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 1, Fact(Anna, "c"))).ConfigureAwait(false);
            await c.HasEventsAsync(Anna, "b", "c", "a").ConfigureAwait(false);
        });
        cases.Add("Events at one place of the source come in ordinal order of their ids", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "ä"), Fact(Anna, "b"))).ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 1, Fact(Anna, "a-b"), Fact(Anna, "B"), Fact(Anna, "a"), Fact(Anna, "aa"))).ConfigureAwait(false);
            await c.HasEventsAsync(Anna, "B", "a", "a-b", "aa", "b", "ä").ConfigureAwait(false);
        });
        cases.Add("Ids beyond the first plane come in ordinal order of their UTF-16 units", async c =>
        {
            // U+1F600 begins with the unit D83D and so stands before U+FB01, though its number is higher.
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "\uFB01"), Fact(Anna, "\U0001F600"))).ConfigureAwait(false);
            await c.HasEventsAsync(Anna, "\U0001F600", "\uFB01").ConfigureAwait(false);
        });
    }

    private static void AddEdges(StoreCases cases)
    {
        cases.Add("Events one microsecond apart keep their order", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a", Monday + Microsecond + Microsecond), Fact(Anna, "b", Monday + Microsecond), Fact(Anna, "c"))).ConfigureAwait(false);
            await c.HasEventsAsync(Anna, "c", "b", "a").ConfigureAwait(false);
        });
        cases.Add("Events before 1970 come first", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a"), Fact(Anna, "b", Instant.FromUtc(1969, 12, 31, 23, 59)), Fact(Anna, "c", Instant.FromUtc(1950, 1, 1, 0, 0)))).ConfigureAwait(false);
            await c.HasEventsAsync(Anna, "c", "b", "a").ConfigureAwait(false);
        });
        cases.Add("Many events in one commit come in order among those that were there", async c =>
        {
            var first = Enumerable.Range(0, 40).Select(i => Fact(Anna, $"e{i:00}", Monday + Duration.FromHours(i))).ToArray();
            await c.WriteAsync(Change(Anna, 0, [.. first.Where((_, i) => i % 3 == 0).Reverse()])).ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 1, [.. first.Where((_, i) => i % 3 != 0).Reverse()])).ConfigureAwait(false);
            await c.HasEventsAsync(Anna, [.. first.Select(e => e.Id.Value)]).ConfigureAwait(false);
        });
    }

    private static void AddPlaces(StoreCases cases)
    {
        cases.Add("Reading after a place begins with the next event", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a"), Fact(Anna, "b"), Fact(Anna, "c"))).ConfigureAwait(false);
            var rest = await c.ReadAsync(TimelineQuery(Fact(Anna, "a").Place)).ConfigureAwait(false);
            c.Check.SameList(["b", "c"], rest.Select(e => e.Id.Value), "after a");
            var none = await c.ReadAsync(TimelineQuery(Fact(Anna, "c").Place)).ConfigureAwait(false);
            c.Check.SameList([], none.Select(e => e.Id.Value), "after the last");
        });
        cases.Add("Reading may begin after a place where no event is", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a"), Fact(Anna, "c"))).ConfigureAwait(false);
            var rest = await c.ReadAsync(TimelineQuery(Fact(Anna, "b").Place)).ConfigureAwait(false);
            c.Check.SameList(["c"], rest.Select(e => e.Id.Value), "after b");
            var all = await c.ReadAsync(TimelineQuery(TimelinePlace.Start)).ConfigureAwait(false);
            c.Check.SameList(["a", "c"], all.Select(e => e.Id.Value), "after the start of the line");
        });
    }

    private static Storage.TimelineQuery TimelineQuery(TimelinePlace after) => Storage.TimelineQuery.Of(Anna) with { After = after };
}
