using CandidateCrm.Storage;

namespace CandidateCrm.Testing.Tests.Contract;

/// <summary>Writes the documents first and the relationships when those are in.</summary>
internal sealed class WritesDocumentsFirst(ManualClock clock) : FaultyStore(clock)
{
    public override async ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
    {
        if (commit.Documents.IsEmpty || commit.Relationships.IsEmpty)
        {
            return await base.CommitAsync(commit, cancellationToken);
        }

        var documents = await base.CommitAsync(commit with { Relationships = [], Claims = [] }, cancellationToken);
        return documents.Status == CommitStatus.Committed
            ? await base.CommitAsync(commit with { Documents = [], DocumentLease = null }, cancellationToken)
            : documents;
    }
}

/// <summary>Says that there is a conflict, but not of which documents.</summary>
internal sealed class NamesNoDocuments(ManualClock clock) : FaultyStore(clock)
{
    public override async ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken) =>
        await base.CommitAsync(commit, cancellationToken) with { DocumentConflicts = [] };
}

/// <summary>Turns the name after which a page begins into a number of documents to skip.</summary>
internal sealed class PagesDocumentsByOffset(ManualClock clock) : FaultyStore(clock)
{
    private int _read;

    protected override async ValueTask<IReadOnlyList<TenantDocument>> ReadDocumentsAsync(DocumentQuery query)
    {
        var all = await base.ReadDocumentsAsync(query with { After = null, Max = 1_000 });
        TenantDocument[] page = [.. all.Skip(query.After is null ? 0 : _read).Take(query.Max)];
        _read = query.After is null ? page.Length : _read + page.Length;
        return page;
    }
}

/// <summary>Does not look at the fence of a document's lease.</summary>
internal sealed class ForgetsFenceOfDocuments(ManualClock clock) : FaultyStore(clock)
{
    public override async ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
    {
        var outcome = await base.CommitAsync(commit, cancellationToken);
        return outcome.Status == CommitStatus.LeaseLost && commit.DocumentLease is not null
            ? await base.CommitAsync(commit with { DocumentLease = null }, cancellationToken)
            : outcome;
    }
}

/// <summary>Gives a document back with every commit under its lease, as it does with alarms.</summary>
internal sealed class GivesDocumentsBack(ManualClock clock) : FaultyStore(clock)
{
    public override async ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
    {
        var outcome = await base.CommitAsync(commit, cancellationToken);
        if (outcome.Status == CommitStatus.Committed && commit.DocumentLease is { } lease)
        {
            await ReleaseAsync(lease, cancellationToken);
        }

        return outcome;
    }
}

/// <summary>Hands out documents up to a second early, as a store does that rounds to seconds.</summary>
internal sealed class HandsDocumentsOutEarly(ManualClock clock) : FaultyStore(clock)
{
    private static readonly Duration Early = Duration.FromMilliseconds(999);

    public override ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken) =>
        base.CommitAsync(commit with { Documents = [.. commit.Documents.Select(d => d with { Next = Moved(d.Next, -Early) })] }, cancellationToken);

    protected override async ValueTask<IReadOnlyList<TenantDocument>> ReadDocumentsAsync(DocumentQuery query) =>
        [.. (await base.ReadDocumentsAsync(query)).Select(d => Moved(d, Early))];

    protected override async ValueTask<JobClaim> ClaimDocumentsAsync(ClaimRequest request)
    {
        var claim = await base.ClaimDocumentsAsync(request);
        return claim with { Documents = [.. claim.Documents.Select(d => d with { Document = Moved(d.Document, Early) })] };
    }

    private static TenantDocument Moved(TenantDocument document, Duration by) => document with { DueAt = document.DueAt + by };
}

/// <summary>Has a unique key on claims with the candidate in it.</summary>
internal sealed class ClaimsForEachCandidate(ManualClock clock) : FaultyStore(clock)
{
    public override async ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
    {
        var outcome = await base.CommitAsync(commit with { Claims = [.. commit.Claims.Select(Own)] }, cancellationToken);
        return outcome.ClaimTaken is { } taken ? CommitOutcome.AlreadyClaimed(commit.Claims.First(c => Own(c) == taken)) : outcome;
    }

    private static Claim Own(Claim claim) => new(claim.Kind, $"{claim.Name}/{claim.Candidate}", claim.Candidate);
}

/// <summary>Does not remember whose a claim is.</summary>
internal sealed class KeepsClaimsOfErased(ManualClock clock) : FaultyStore(clock)
{
    public override ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken) =>
        base.CommitAsync(commit with { Claims = [.. commit.Claims.Select(c => new Claim(c.Kind, c.Name))] }, cancellationToken);
}
