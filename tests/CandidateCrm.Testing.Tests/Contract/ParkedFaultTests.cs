namespace CandidateCrm.Testing.Tests.Contract;

public sealed class ParkedFaultTests
{
    [Fact]
    public Task A_store_that_pages_parked_rows_by_offset() => FaultTests.BreaksAsync(
        c => new PagesParkedByOffset(c),
        "A page of parked rows skips and repeats nothing when rows before it go");

    [Fact]
    public Task A_store_that_pages_parked_rows_by_candidate() => FaultTests.BreaksAsync(
        c => new PagesParkedByCandidate(c),
        "Parked rows are paged by key: each once, whatever the size of a page",
        "A page of parked rows skips and repeats nothing when rows before it go");

    [Fact]
    public Task A_store_that_sorts_parked_rows_by_candidate() => FaultTests.BreaksAsync(
        c => new SortsParkedByCandidate(c),
        "Parked rows come the inbox first, then by candidate, in ordinal order",
        "Parked rows are paged by key: each once, whatever the size of a page",
        "A page of parked rows skips and repeats nothing when rows before it go");

    [Fact]
    public Task A_store_that_keeps_attempts_of_the_redriven() => FaultTests.BreaksAsync(
        c => new KeepsAttempts(c),
        "Parked facts that are redriven are claimed at once in their order, with attempts counted from none");

    [Fact]
    public Task A_store_that_drops_what_is_not_parked() => FaultTests.BreaksAsync(
        c => new DropsWhatIsNotParked(c),
        "Facts that are not parked are not dropped");

    [Fact]
    public Task A_store_that_drops_effects() => FaultTests.BreaksAsync(
        c => new DropsEffects(c),
        "An effect is not dropped by itself");
}
