using System.Collections.Immutable;
using CandidateCrm.Candidates;

namespace CandidateCrm.Storage;

/// <summary>What happened once in one tenant. The tenant's lock guards it.</summary>
internal sealed class StoredClaims
{
    private readonly HashSet<(string Kind, string Name)> _all = [];
    private readonly Dictionary<CandidateId, List<Claim>> _byCandidate = [];

    /// <summary>Returns the first claim that is there already, whosever it is.</summary>
    internal Claim? Taken(ImmutableArray<Claim> claims)
    {
        foreach (var claim in claims)
        {
            if (_all.Contains((claim.Kind, claim.Name)))
            {
                return claim;
            }
        }

        return null;
    }

    internal void Add(ImmutableArray<Claim> claims)
    {
        foreach (var claim in claims)
        {
            _all.Add((claim.Kind, claim.Name));
            if (!claim.Candidate.IsAssigned)
            {
                continue;
            }

            if (!_byCandidate.TryGetValue(claim.Candidate, out var own))
            {
                own = [];
                _byCandidate.Add(claim.Candidate, own);
            }

            own.Add(claim);
        }
    }

    internal void Erase(CandidateId candidate)
    {
        foreach (var claim in _byCandidate.Remove(candidate, out var own) ? own : [])
        {
            _all.Remove((claim.Kind, claim.Name));
        }
    }
}
