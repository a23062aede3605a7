using CandidateCrm.Tenants;

namespace Quickstart;

/// <summary>Hears at once, on the same thread, how far an import is.</summary>
internal sealed class ImportWatch(Action<ImportProgress> hear) : IProgress<ImportProgress>
{
    public void Report(ImportProgress value) => hear(value);
}
