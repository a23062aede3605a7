using static CandidateCrm.Testing.Tests.Contract.FaultTests;

namespace CandidateCrm.Testing.Tests.Contract;

/// <summary>Faults with checkpoints, lists, effects and feeds, each found by the sentences that it breaks.</summary>
public sealed class KeepingFaultTests
{
    [Fact]
    public Task A_store_that_loads_checkpoints_at_the_place() => BreaksAsync(
        c => new LoadsCheckpointsAtThePlace(c),
        "The newest checkpoint strictly before a place is loaded",
        "A checkpoint is before a place by all of the place, not by its instant alone",
        "The newest four checkpoints are kept, whenever they came");

    [Fact]
    public Task A_store_that_loads_the_newest_checkpoint_whatever_the_place() => BreaksAsync(
        c => new LoadsTheNewestCheckpoint(c),
        "The newest checkpoint strictly before a place is loaded",
        "A checkpoint is before a place by all of the place, not by its instant alone",
        "The newest four checkpoints are kept, whenever they came",
        "A checkpoint at a place where one is kept replaces it",
        "Checkpoints are dropped before new ones are kept");

    [Fact]
    public Task A_store_that_loads_checkpoints_at_the_instant_of_the_place() => BreaksAsync(
        c => new LoadsCheckpointsAtTheInstant(c),
        "The newest checkpoint strictly before a place is loaded",
        "A checkpoint is before a place by all of the place, not by its instant alone",
        "The newest four checkpoints are kept, whenever they came");

    [Fact]
    public Task A_store_that_compares_checkpoints_by_instant() => BreaksAsync(
        c => new ComparesCheckpointsByInstant(c),
        "A checkpoint comes back as it was given, whatever the revision is",
        "A checkpoint is before a place by all of the place, not by its instant alone");

    [Fact]
    public Task A_store_that_never_drops_checkpoints() => BreaksAsync(
        c => new NeverDropsCheckpoints(c),
        "Checkpoints from a place on are dropped, that place included, and those before it stay",
        "Checkpoints are dropped before new ones are kept");

    [Fact]
    public Task A_store_that_replaces_growing_rows() => BreaksAsync(
        c => new ReplacesGrowingRows(c),
        "Rows of a list that grows stay when the rows of the state are replaced",
        "Rows are taken from a list that grows, and others stay");

    [Fact]
    public Task A_store_that_never_descends() => BreaksAsync(
        c => new NeverDescends(c),
        "A descending list is read from its end, page by page",
        "A bound on the sort value includes it also where the list descends");

    [Fact]
    public Task A_store_that_reads_effects_after_the_instant() => BreaksAsync(
        c => new ReadsEffectsAfter(c),
        "Effects are read from an instant of intent on, that instant included, as they were last wanted",
        "An effect that was handed over stays as it was then, and is found by the instant at which it is wanted now");

    [Fact]
    public Task A_store_that_feeds_no_retractions() => BreaksAsync(
        c => new FeedsNoRetractions(c),
        "A derived event that stopped being true comes again, marked; before, it comes as it was",
        "What a commit retracts comes before what it appends in a feed, so that a derived id may come again",
        "An erased personal part never comes again in a feed, and everything else does");

    [Fact]
    public Task A_store_that_feeds_present_marks() => BreaksAsync(
        c => new FeedsPresentMarks(c),
        "A derived event that stopped being true comes again, marked; before, it comes as it was",
        "What a commit retracts comes before what it appends in a feed, so that a derived id may come again");

    [Fact]
    public Task A_store_that_feeds_by_place() => BreaksAsync(
        c => new FeedsByPlace(c),
        "A feed has facts, acts and derived events of all candidates in the order of their commits",
        "A derived event that stopped being true comes again, marked; before, it comes as it was",
        "Pages of a feed follow each other without gaps and without repeats",
        "An erased personal part never comes again in a feed, and everything else does",
        "An erased candidate who comes again is in a feed with what is new");

    [Fact]
    public Task A_store_that_feeds_from_its_cache() => BreaksAsync(
        c => new FeedsFromItsCache(c),
        "An erased personal part never comes again in a feed, and everything else does",
        "A personal part of what was retracted after the erasure does not come again in a feed");

    [Fact]
    public Task A_store_that_feeds_anybody() => BreaksAsync(
        c => new FeedsAnybody(c),
        "A cursor that the store did not make for the tenant is refused");

    [Fact]
    public Task A_store_that_feeds_by_offset() => BreaksAsync(
        c => new FeedsByOffset(c),
        "Events of an erased candidate are gone from a feed, and no cursor minds",
        "An erased candidate who comes again is in a feed with what is new");
}
