using CandidateCrm.Candidates;

namespace CandidateCrm.Storage;

/// <summary>A row for something that may happen once in a tenant. It is written with a commit; a second one is answered with <see cref="CommitStatus.AlreadyClaimed"/>.</summary>
public readonly record struct Claim
{
    /// <summary>Initializes a claim.</summary>
    /// <param name="kind">What happens once: a code.</param>
    /// <param name="name">Which one: 1 to 200 characters, ids and keys only.</param>
    /// <param name="candidate">Whose it is; unassigned where it is the tenant's. It goes when the candidate is erased.</param>
    public Claim(string kind, string name, CandidateId candidate = default)
    {
        Kind = HostText.Code(kind, "The kind of a claim");
        Name = HostText.Id(name, "The name of a claim");
        Candidate = candidate;
    }

    /// <summary>Gets what happens once.</summary>
    public string Kind { get; }

    /// <summary>Gets which one. Two claims are the same where kind and name are, whosever they are.</summary>
    public string Name { get; }

    /// <summary>Gets whose it is, if anybody's.</summary>
    public CandidateId Candidate { get; }

    /// <summary>Returns kind and name.</summary>
    public override string ToString() => $"{Kind}/{Name}";
}
