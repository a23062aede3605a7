namespace CandidateCrm.Testing.Tests.Contract;

public sealed class InboxFaultTests
{
    [Fact]
    public Task A_store_that_turns_batches_round() => FaultTests.BreaksAsync(
        c => new TurnsBatchesRound(c),
        "Facts of a candidate are claimed together, in the order of their arrival",
        "Candidates with waiting facts are claimed longest waiting first",
        "A batch has at most as many facts as asked, and the others follow it",
        "A waiting fact of every kind comes back as it was handed in",
        "A candidate whose lease ran out is claimed again under a higher fence, with what came meanwhile",
        "Completing removes the claimed facts, and those that came meanwhile can be claimed at once",
        "A failed batch is claimed again at its next attempt and not before, with what came meanwhile",
        "Erasing personal parts takes those of waiting facts, and nothing else of them",
        "Parked facts that are redriven are claimed at once in their order, with attempts counted from none");

    [Fact]
    public Task A_store_that_completes_what_came_meanwhile() => FaultTests.BreaksAsync(
        c => new CompletesTooMuch(c),
        "A batch has at most as many facts as asked, and the others follow it",
        "Completing removes the claimed facts, and those that came meanwhile can be claimed at once",
        "Failures of a batch are counted until its facts are gone");

    [Fact]
    public Task A_store_that_forgets_the_fence_of_the_inbox() => FaultTests.BreaksAsync(
        c => new ForgetsFenceOfInbox(c),
        "Under a lost lease nothing is completed",
        "A lost lease on waiting facts is not renewed",
        "Under a lost lease no failure is noted, and nothing is given back");

    [Fact]
    public Task A_store_that_appends_in_parts() => FaultTests.BreaksAsync(
        c => new AppendsInParts(c),
        "A fact of another tenant is refused, and none of the append waits");

    [Fact]
    public Task A_store_that_ignores_the_hosts_transaction() => FaultTests.BreaksAsync(
        c => new IgnoresTransactions(c),
        "A transaction of another database is refused, and nothing waits");

    [Fact]
    public Task A_store_that_judges_ids_in_the_inbox() => FaultTests.BreaksAsync(
        c => new JudgesIds(c),
        "A fact handed in twice waits twice: the inbox judges no ids");

    [Fact]
    public Task A_store_that_serves_the_inbox_of_one_tenant_first() => FaultTests.BreaksAsync(
        c => new ServesOneTenantsInbox(c),
        "A tenant that floods the inbox leaves room for the others",
        "No tenant gets more than a fifth of the inbox while others wait",
        "Tenants take turns at the inbox from claim to claim");

    [Fact]
    public Task A_store_that_tries_failed_facts_again_at_once() => FaultTests.BreaksAsync(
        c => new RetriesFactsAtOnce(c),
        "A failed batch is claimed again at its next attempt and not before, with what came meanwhile",
        "A failed batch keeps nobody else waiting",
        "A batch that is given back untried is claimed again when it is time, and counts no attempt");

    [Fact]
    public Task A_store_that_loses_the_place_of_what_failed() => FaultTests.BreaksAsync(
        c => new LosesThePlaceOfFailures(c),
        "A failed batch keeps its place: it has waited longest");

    [Fact]
    public Task A_store_that_forgets_the_inbox_when_it_erases() => FaultTests.BreaksAsync(
        c => new KeepsWaitingFactsOfErased(c),
        "A fence of the inbox grows also after completing, failing and erasing",
        "Erasing everything removes the waiting facts of the candidate, and of nobody else",
        "Waiting facts and recorded ones are erased and counted together",
        "The lease on facts that were erased is lost, and what comes later is not touched by it",
        "Erasing personal parts takes those of waiting facts, and nothing else of them",
        "Erasing personal parts takes them from facts that are claimed and given back",
        "An erased candidate has no parked rows");
}
