using CandidateCrm.Relationships;

namespace CandidateCrm.Charter;

/// <summary>Ends the promises about an application that ended: what was not kept by then is void, what was broken stays broken.</summary>
internal static class PromiseEnding
{
    internal static void Close(FoldPass pass, string subject)
    {
        var slice = pass.Draft.Charter!;
        var ended = slice.Promises.Where(p => string.Equals(p.Key.Subject, subject, StringComparison.Ordinal)).ToArray();
        pass.Draft.Charter = new CharterSlice
        {
            Promises = slice.Promises.RemoveRange(ended),
            Counters = PromiseCounting.Collapse(slice.Counters, subject),
        };
        foreach (var promise in ended)
        {
            pass.Raise(new PromiseVoided { Promise = promise.Key, WasBroken = promise.State == PromiseState.Broken });
        }
    }
}
