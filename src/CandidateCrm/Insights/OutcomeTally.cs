namespace CandidateCrm.Insights;

/// <summary>Counts applications by how they stand.</summary>
internal sealed class OutcomeTally
{
    private readonly long[] _counts = new long[5];

    internal long this[OutcomeKind kind] => _counts[(int)kind];

    internal void Add(OutcomeKind kind) => _counts[(int)kind]++;

    internal void Merge(OutcomeTally other)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }
    }

    internal OutcomeCounts Report() => new()
    {
        Open = this[OutcomeKind.Open],
        Hired = this[OutcomeKind.Hired],
        Rejected = this[OutcomeKind.Rejected],
        Withdrew = this[OutcomeKind.Withdrew],
        ClosedOtherwise = this[OutcomeKind.ClosedOtherwise],
    };
}
