namespace CandidateCrm.Storage;

/// <summary>Counts leases of the whole store, so that a fence grows also over an erasure.</summary>
internal sealed class Fences
{
    private long _last;

    internal long Next() => Interlocked.Increment(ref _last);
}
