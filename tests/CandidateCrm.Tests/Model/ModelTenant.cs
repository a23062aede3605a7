using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Model;

/// <summary>What the model knows of one tenant: what was told, and what was published.</summary>
internal sealed class ModelTenant
{
    private readonly List<Activation> _entries = [new Activation { Position = 1, EffectiveFrom = Instant.FromUtc(1900, 1, 1, 0, 0), Rules = TestRules.Everything }];
    private (Instant From, Func<Activation, Instant, Activation> Change)? _attempt;

    internal ModelTenant(TenantId id) => (Id, Log) = (id, ActivationLog.Of(_entries));

    internal TenantId Id { get; }

    /// <summary>Gets what was published.</summary>
    internal ActivationLog Log { get; private set; }

    /// <summary>Gets everything that was told, by its id, in the order of telling.</summary>
    internal List<HostFact> Told { get; } = [];

    /// <summary>Gets those who came in by an import.</summary>
    internal HashSet<CandidateId> Imported { get; } = [];

    /// <summary>Remembers what is about to be published: if the answer is lost, nobody else knows.</summary>
    internal void Attempt(Instant from, Func<Activation, Instant, Activation> change) => _attempt = (from, change);

    /// <summary>Takes what was attempted for published.</summary>
    internal bool TakeAttempt()
    {
        if (_attempt is not var (from, change))
        {
            return false;
        }

        _entries.Add(change(Log.InForceAt(from), from) with { Position = Log.Position + 1, EffectiveFrom = from });
        Log = ActivationLog.Of(_entries);
        _attempt = null;
        return true;
    }
}
