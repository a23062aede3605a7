using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class CheckpointCases
{
    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddLoading(cases);
        AddKeeping(cases);
        AddDropping(cases);
        AddEdges(cases);
        return cases.All;
    }

    private static void AddLoading(StoreCases cases)
    {
        cases.Add("A checkpoint comes back as it was given, whatever the revision is", async c =>
        {
            var kept = StateSamples.Full(Anna) with { Revision = 17 };
            await c.WriteAsync(Change(Anna, 0) with { Next = kept, Checkpoints = [kept] }).ConfigureAwait(false);
            var loaded = await c.LoadCheckpointAsync(Anna, TimelinePlace.Alarm(kept.Cursor.At)).ConfigureAwait(false);
            c.Check.SameList([.. StateText.Of(kept), "r17"], [.. StateText.Of(loaded!), $"r{loaded!.Revision}"], "the checkpoint");
        });
        cases.Add("The newest checkpoint strictly before a place is loaded", async c =>
        {
            await c.WriteAsync(Keeping(Anna, 0, Checkpoint(Anna, 10), Checkpoint(Anna, 20), Checkpoint(Anna, 30))).ConfigureAwait(false);
            await LoadsAsync(c, (10, null), (11, 10), (20, 10), (21, 20), (30, 20), (31, 30), (999, 30)).ConfigureAwait(false);
        });
        cases.Add("A checkpoint is before a place by all of the place, not by its instant alone", async c =>
        {
            var at = PlaceOf(10);
            await c.WriteAsync(Keeping(Anna, 0, Checkpoint(Anna, 10))).ConfigureAwait(false);
            TimelinePlace[] places =
            [
                new(at.Micros, TimelinePlace.BoundaryRank), new(at.Micros, at.Rank, -1, "z"), new(at.Micros, at.Rank, 0, "E"), at,
                new(at.Micros, at.Rank, 0, "e", 1), new(at.Micros, at.Rank, 0, "f"), new(at.Micros, at.Rank, 1, "a"), new(at.Micros, TimelinePlace.AlarmRank),
            ];
            var found = new List<string>();
            foreach (var place in places)
            {
                found.Add(await c.LoadCheckpointAsync(Anna, place).ConfigureAwait(false) is null ? "none" : "one");
            }

            c.Check.SameList(["none", "none", "none", "none", "one", "one", "one", "one"], found, "checkpoints");
        });
        cases.Add("Checkpoints of another candidate or tenant are never loaded", async c =>
        {
            await c.WriteAsync(Keeping(Anna, 0, Checkpoint(Anna, 10)), Change(Ben, 0)).ConfigureAwait(false);
            await c.WriteAsync(Change(AnnaElsewhere, 0)).ConfigureAwait(false);
            c.Check.Same(null, await c.LoadCheckpointAsync(Ben, PlaceOf(99)).ConfigureAwait(false), "of another candidate");
            c.Check.Same(null, await c.LoadCheckpointAsync(AnnaElsewhere, PlaceOf(99)).ConfigureAwait(false), "of another tenant");
        });
    }

    private static void AddKeeping(StoreCases cases)
    {
        cases.Add("The newest four checkpoints are kept, whenever they came", async c =>
        {
            await c.WriteAsync(Keeping(Anna, 0, Checkpoint(Anna, 20), Checkpoint(Anna, 40), Checkpoint(Anna, 60))).ConfigureAwait(false);
            await c.WriteAsync(Keeping(Anna, 1, Checkpoint(Anna, 10), Checkpoint(Anna, 50), Checkpoint(Anna, 70))).ConfigureAwait(false);
            await LoadsAsync(c, (40, null), (41, 40), (51, 50), (61, 60), (71, 70)).ConfigureAwait(false);
        });
        cases.Add("A commit without checkpoints leaves those that are kept", async c =>
        {
            await c.WriteAsync(Keeping(Anna, 0, Checkpoint(Anna, 10))).ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 1, Fact(Anna, "a"))).ConfigureAwait(false);
            await LoadsAsync(c, (99, 10)).ConfigureAwait(false);
        });
        cases.Add("A checkpoint at a place where one is kept replaces it", async c =>
        {
            await c.WriteAsync(Keeping(Anna, 0, Checkpoint(Anna, 10), Checkpoint(Anna, 20))).ConfigureAwait(false);
            await c.WriteAsync(Keeping(Anna, 1, Checkpoint(Anna, 10, touchpoints: 7))).ConfigureAwait(false);
            await LoadsAsync(c, (11, 7), (21, 20)).ConfigureAwait(false);
        });
    }

    private static void AddDropping(StoreCases cases)
    {
        cases.Add("Checkpoints from a place on are dropped, that place included, and those before it stay", async c =>
        {
            await c.WriteAsync(Keeping(Anna, 0, Checkpoint(Anna, 10), Checkpoint(Anna, 20), Checkpoint(Anna, 30))).ConfigureAwait(false);
            await c.WriteAsync(Keeping(Anna, 1) with { DropCheckpointsFrom = PlaceOf(20) }).ConfigureAwait(false);
            await LoadsAsync(c, (11, 10), (99, 10)).ConfigureAwait(false);
            await c.WriteAsync(Keeping(Anna, 2) with { DropCheckpointsFrom = TimelinePlace.Start }).ConfigureAwait(false);
            await LoadsAsync(c, (99, null)).ConfigureAwait(false);
        });
        cases.Add("Checkpoints are dropped before new ones are kept", async c =>
        {
            await c.WriteAsync(Keeping(Anna, 0, Checkpoint(Anna, 10), Checkpoint(Anna, 20), Checkpoint(Anna, 30))).ConfigureAwait(false);
            await c.WriteAsync(Keeping(Anna, 1, Checkpoint(Anna, 25)) with { DropCheckpointsFrom = PlaceOf(15) }).ConfigureAwait(false);
            await LoadsAsync(c, (21, 10), (99, 25)).ConfigureAwait(false);
        });
    }

    private static void AddEdges(StoreCases cases)
    {
        cases.Add("A conflict keeps no checkpoint and drops none", async c =>
        {
            await c.WriteAsync(Keeping(Anna, 0, Checkpoint(Anna, 10))).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.RevisionConflict, Keeping(Anna, 0, Checkpoint(Anna, 20)) with { DropCheckpointsFrom = TimelinePlace.Start }).ConfigureAwait(false);
            await LoadsAsync(c, (99, 10)).ConfigureAwait(false);
        });
        cases.Add("A checkpoint that is another's, later than the state or out of order is refused", async c =>
        {
            await c.RefusesAsync(Commit(Keeping(Anna, 0, Checkpoint(Ben, 10))), "another's checkpoint").ConfigureAwait(false);
            await c.RefusesAsync(Commit(Keeping(Anna, 0, Checkpoint(Anna, 1_001))), "a checkpoint after the state").ConfigureAwait(false);
            await c.RefusesAsync(Commit(Keeping(Anna, 0, Checkpoint(Anna, 20), Checkpoint(Anna, 10))), "checkpoints out of order").ConfigureAwait(false);
            c.Check.Same(null, await c.LoadAsync(Anna).ConfigureAwait(false), "the relationship");
        });
        cases.Add("After erasing everything there is no checkpoint of the candidate, also when the candidate comes again", async c =>
        {
            await c.WriteAsync(Keeping(Anna, 0, Checkpoint(Anna, 10))).ConfigureAwait(false);
            await c.EraseAsync(Anna, EraseScope.Everything).ConfigureAwait(false);
            await LoadsAsync(c, (99, null)).ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 0)).ConfigureAwait(false);
            await LoadsAsync(c, (99, null)).ConfigureAwait(false);
        });
    }

    private static async Task LoadsAsync(StoreExamination c, params (int Before, int? Touchpoints)[] expected)
    {
        var found = new List<string>();
        foreach (var (before, _) in expected)
        {
            found.Add($"{before} {(await c.LoadCheckpointAsync(Anna, PlaceOf(before)).ConfigureAwait(false))?.Contact!.Touchpoints}");
        }

        c.Check.SameList(expected.Select(e => $"{e.Before} {e.Touchpoints}"), found, "checkpoints before");
    }
}
