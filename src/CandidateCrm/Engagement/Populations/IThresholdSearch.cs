using System.Collections.Immutable;

namespace CandidateCrm.Engagement;

/// <summary>Columns that can be asked who is at or above a threshold.</summary>
internal interface IThresholdSearch
{
    int Count(ThresholdQuestion question);

    void Collect(ThresholdQuestion question, ImmutableArray<int>.Builder rows);
}
