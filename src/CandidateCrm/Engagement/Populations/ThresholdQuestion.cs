using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>Who is at or above a threshold, in units of 10^-9, at an instant; and whom to ask about a row that only its state can tell.</summary>
internal sealed record ThresholdQuestion(Int128 Threshold, Instant At, Func<int, ThresholdQuestion, bool> Exactly)
{
    internal bool IsExactlyAtOrAbove(int row) => Exactly(row, this);
}
