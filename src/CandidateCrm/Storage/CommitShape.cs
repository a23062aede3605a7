using CandidateCrm.Candidates;
using CandidateCrm.Timeline;

namespace CandidateCrm.Storage;

/// <summary>Says what no store can write, whatever is in it: the mistakes of a caller. Nothing is touched before this has passed.</summary>
internal static class CommitShape
{
    /// <summary>Throws where the commit contradicts itself.</summary>
    internal static void Check(CrmCommit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        if (!commit.Tenant.IsAssigned)
        {
            throw new ArgumentException("A commit needs an assigned tenant id.", nameof(commit));
        }

        if (commit.Relationships.IsEmpty && commit.Documents.IsEmpty && commit.Claims.IsEmpty)
        {
            throw new ArgumentException("A commit changes something: relationships, documents or claims.", nameof(commit));
        }

        var several = commit.Relationships.Length > 1 ? new HashSet<string>(StringComparer.Ordinal) : null;
        foreach (var change in commit.Relationships)
        {
            Check(commit, change);
            if (several?.Add(change.Next.Key.Candidate.Value) == false)
            {
                throw new ArgumentException($"A commit names each relationship once, but {change.Next.Key} twice.", nameof(commit));
            }
        }

        CheckIds(commit);
        DocumentShape.Check(commit);
        if (commit.Lease is { } lease && commit.Relationships.All(c => c.Next.Key != lease.Relationship))
        {
            throw new ArgumentException($"The lease is on {lease.Relationship}, which is not in the commit.", nameof(commit));
        }
    }

    private static void Check(CrmCommit commit, RelationshipChange change)
    {
        var key = change.Next.Key;
        if (!key.Tenant.IsAssigned || key.Tenant != commit.Tenant)
        {
            throw new ArgumentException($"Relationship {key} does not belong to tenant {commit.Tenant} of the commit.", nameof(commit));
        }

        if (change.ExpectedRevision < 0)
        {
            throw new ArgumentException($"The expected revision of {key} is below 0.", nameof(commit));
        }

        foreach (var next in change.Append.IsDefault ? [] : change.Append)
        {
            if (next.Relationship != key || !next.Id.IsAssigned)
            {
                throw new ArgumentException($"Event {next.Id} has no id or is not on the timeline {key}.", nameof(commit));
            }
        }

        foreach (var effect in change.Effects.IsDefault ? [] : change.Effects)
        {
            CheckEffect(change.Next.Key, effect);
        }

        KeptShape.Check(change);
    }

    private static void CheckEffect(RelationshipKey relationship, EffectChange change)
    {
        if (change.Key.Rule is null)
        {
            throw new ArgumentException($"A change of an effect of {relationship} has no key.", nameof(change));
        }

        if ((change.Make is not null && change.Make.Key != change.Key) || (change.Make is not null && change.Unmake))
        {
            throw new ArgumentException($"The change of effect {change.Key} of {relationship} wants another effect, or wants it and not.", nameof(change));
        }
    }

    /// <summary>Facts and acts are named once in the whole commit, derived events once in their relationship.</summary>
    private static void CheckIds(CrmCommit commit)
    {
        if (commit.Relationships.Length == 1 && (commit.Relationships[0].Append.IsDefault || commit.Relationships[0].Append.Length < 2))
        {
            return;
        }

        var told = new HashSet<EventId>();
        var derived = new HashSet<EventId>();
        foreach (var change in commit.Relationships)
        {
            derived.Clear();
            foreach (var next in change.Append.IsDefault ? [] : change.Append)
            {
                if (!next.Retracted && !(next.Class == EntryClass.Derived ? derived : told).Add(next.Id))
                {
                    throw new ArgumentException($"A commit names each event once, but {next.Id} twice.", nameof(commit));
                }
            }
        }
    }
}
