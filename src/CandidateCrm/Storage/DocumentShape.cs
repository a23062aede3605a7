namespace CandidateCrm.Storage;

/// <summary>Says what no store can write of the documents and claims of a commit.</summary>
internal static class DocumentShape
{
    /// <summary>Throws where they contradict themselves.</summary>
    internal static void Check(CrmCommit commit)
    {
        if (commit.DocumentLease is { } lease && lease.Document.Tenant != commit.Tenant)
        {
            throw new ArgumentException($"The lease is on document {lease.Document}, which does not belong to tenant {commit.Tenant} of the commit.", nameof(commit));
        }

        if (!commit.Documents.IsEmpty)
        {
            CheckDocuments(commit);
        }

        if (!commit.Claims.IsEmpty)
        {
            CheckClaims(commit);
        }
    }

    private static void CheckDocuments(CrmCommit commit)
    {
        var keys = new HashSet<DocumentKey>();
        foreach (var change in commit.Documents)
        {
            var key = change.Next.Key;
            if (!key.Tenant.IsAssigned || key.Tenant != commit.Tenant)
            {
                throw new ArgumentException($"Document {key} does not belong to tenant {commit.Tenant} of the commit.", nameof(commit));
            }

            if (!keys.Add(key))
            {
                throw new ArgumentException($"A commit names each document once, but {key} twice.", nameof(commit));
            }

            if (change.ExpectedRevision < (change.Remove ? 1 : 0))
            {
                throw new ArgumentException($"The expected revision of document {key} is below 0, or it is to be removed and expected not to be there.", nameof(commit));
            }
        }
    }

    private static void CheckClaims(CrmCommit commit)
    {
        var claims = new HashSet<(string Kind, string Name)>();
        foreach (var claim in commit.Claims)
        {
            if (claim.Kind is null)
            {
                throw new ArgumentException("A claim of the commit has no kind and no name.", nameof(commit));
            }

            if (!claims.Add((claim.Kind, claim.Name)))
            {
                throw new ArgumentException($"A commit names each claim once, but {claim} twice.", nameof(commit));
            }
        }
    }
}
