using static CandidateCrm.Testing.Tests.Contract.FaultTests;

namespace CandidateCrm.Testing.Tests.Contract;

/// <summary>Faults with documents, jobs and claims, each found by the sentences that it breaks.</summary>
public sealed class DocumentFaultTests
{
    [Fact]
    public Task A_store_that_writes_documents_first() => BreaksAsync(
        c => new WritesDocumentsFirst(c),
        "A conflict names candidates and documents alike",
        "A conflict of a relationship writes no document",
        "A replayed commit writes no document and no claim",
        "A claim that is there is already claimed, and named, and nothing of the commit is written");

    [Fact]
    public Task A_store_that_names_no_documents() => BreaksAsync(
        c => new NamesNoDocuments(c),
        "A stale revision of a document is a conflict that names it, and writes nothing",
        "A conflict names candidates and documents alike");

    [Fact]
    public Task A_store_that_pages_documents_by_offset() => BreaksAsync(
        c => new PagesDocumentsByOffset(c),
        "Pages of documents follow each other by name");

    [Fact]
    public Task A_store_that_forgets_the_fence_of_documents() => BreaksAsync(
        c => new ForgetsFenceOfDocuments(c),
        "A commit under the lost lease of a document writes nothing",
        "A removed document takes its lease with it, and fences grow over it",
        "A commit under a document's lease that moves its due time finishes the lease");

    [Fact]
    public Task A_store_that_gives_documents_back_with_every_commit() => BreaksAsync(
        c => new GivesDocumentsBack(c),
        "A commit under a document's lease that leaves its due time leaves the lease",
        "A commit under a document's lease need not change the document, and leaves the lease");

    [Fact]
    public Task A_store_that_hands_documents_out_early() => BreaksAsync(
        c => new HandsDocumentsOutEarly(c),
        "A document is due at its very instant and not before");

    [Fact]
    public Task A_store_that_keeps_claims_for_each_candidate() => BreaksAsync(
        c => new ClaimsForEachCandidate(c),
        "A claim is the same where kind and name are, whosever it is",
        "A commit that names a claim twice is refused and writes nothing");

    [Fact]
    public Task A_store_that_keeps_the_claims_of_the_erased() => BreaksAsync(
        c => new KeepsClaimsOfErased(c),
        "Erasing everything of a candidate frees the candidate's claims and no others",
        "Claims of a candidate without a relationship are erased as well");
}
