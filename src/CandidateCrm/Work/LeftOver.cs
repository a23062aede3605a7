using System.Collections.Immutable;

namespace CandidateCrm.Work;

/// <summary>What is left of a claim when its work ends before its time: given back, so that nobody waits for the end of its leases.</summary>
internal static class LeftOver
{
    internal static async ValueTask GiveBackAsync<T>(ImmutableArray<T> left, Func<T, ValueTask> giveBack)
    {
        try
        {
            foreach (var one in left)
            {
                await giveBack(one).ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // The caller is told why the work ended; what was not given back is free when its lease ends.
        catch (Exception error) when (error is not OutOfMemoryException)
#pragma warning restore CA1031
        {
        }
    }
}
